#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Why a file cannot be read.
struct Unreadable: Error {
  /// What the system says, for example `Permission denied`.
  var reason: String
}

/// The bytes of a file; pipes and devices are read to their end too.
func readFile(_ path: String) throws(Unreadable) -> [UInt8] {
  let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { throw Unreadable(reason: systemMessage(errno)) }
  defer { close(descriptor) }
  return try readAll(descriptor)
}

/// Everything that comes from a file descriptor.
func readAll(_ descriptor: Int32) throws(Unreadable) -> [UInt8] {
  var bytes: [UInt8] = []
  var chunk = [UInt8](repeating: 0, count: 1 << 18)
  while true {
    let count = unsafe chunk.withUnsafeMutableBytes { buffer in
      unsafe read(descriptor, buffer.baseAddress, buffer.count)
    }
    if count > 0 {
      bytes.append(contentsOf: chunk.prefix(count))
    } else if count == 0 {
      return bytes
    } else if errno != EINTR {
      throw Unreadable(reason: systemMessage(errno))
    }
  }
}

/// What stands at a path.
enum PathKind {
  case file
  case folder
  case absent(reason: String)

  /// Looks at a path; a link counts as what it points at, unless links are to be left.
  init(_ path: String, followingLinks: Bool = true) {
    var status = stat()
    let result =
      followingLinks ? unsafe stat(path, &status) : unsafe lstat(path, &status)
    guard result == 0 else {
      self = .absent(reason: systemMessage(errno))
      return
    }
    self = status.st_mode & S_IFMT == S_IFDIR ? .folder : .file
  }
}
