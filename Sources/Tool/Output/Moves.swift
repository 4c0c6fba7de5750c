#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Renamings that can be taken back until all are done.
struct Moves {
  private var done: [(from: String, to: String)] = []

  /// Moves one file; when that fails, all moves so far are taken back.
  mutating func move(_ from: String, to target: String) throws(Stop) {
    guard unsafe rename(from, target) == 0 else {
      let reason = systemMessage(errno)
      undo()
      throw Stop("\(target): \(reason); nothing was changed", .fault)
    }
    done.append((from, target))
  }

  private func undo() {
    for move in done.reversed() { _ = unsafe rename(move.to, move.from) }
  }
}
