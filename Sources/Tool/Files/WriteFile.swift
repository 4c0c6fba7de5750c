#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Writes a file whole: aside first, then moved to its place.
func writeFile(_ path: String, _ text: String) throws(Stop) {
  if case .file = PathKind(path), !isRegular(path) { return try writeHere(path, text) }
  let aside = path + ".gatewright-new"
  try writeHere(aside, text)
  guard unsafe rename(aside, path) == 0 else {
    let reason = systemMessage(errno)
    _ = unsafe unlink(aside)
    throw Stop("\(path): \(reason)", .fault)
  }
}

/// Writes a file in its place.
func writeHere(_ path: String, _ text: String) throws(Stop) {
  let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
  guard descriptor >= 0 else { throw Stop("\(path): \(systemMessage(errno))", .fault) }
  var output = OutputStream(descriptor: descriptor)
  output.write(text)
  output.flush()
  let closing = close(descriptor)
  if let failure = output.failure ?? (closing == 0 ? nil : errno) {
    throw Stop("\(path): \(systemMessage(failure))", .fault)
  }
}

/// Whether a path is a plain file and not, say, a device or a pipe, which cannot be replaced.
private func isRegular(_ path: String) -> Bool {
  var status = stat()
  return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
}
