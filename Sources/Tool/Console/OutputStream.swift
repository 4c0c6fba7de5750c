#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Text on its way to a file descriptor, handed over in big pieces.
struct OutputStream {
  private static let capacity = 1 << 18

  private let descriptor: Int32
  private var pending: [UInt8] = []
  /// Why no more can be written; the first failure counts, and later text is dropped.
  private(set) var failure: Int32?

  init(descriptor: Int32) {
    self.descriptor = descriptor
  }

  /// Whether the reader has gone, as `head` does; nobody needs to be told.
  var isClosedByReader: Bool { failure == EPIPE }

  mutating func write(_ text: String) {
    pending.append(contentsOf: text.utf8)
    if pending.count >= Self.capacity { flush() }
  }

  mutating func flush() {
    var start = 0
    while failure == nil, start < pending.count {
      let written = unsafe pending.withUnsafeBytes { bytes in
        unsafe Self.write(UnsafeRawBufferPointer(rebasing: bytes[start...]), to: descriptor)
      }
      if written >= 0 { start += written } else if errno != EINTR { failure = errno }
    }
    pending.removeAll(keepingCapacity: true)
  }

  private static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Int {
    #if canImport(Darwin)
      unsafe Darwin.write(descriptor, bytes.baseAddress, bytes.count)
    #else
      unsafe Glibc.write(descriptor, bytes.baseAddress, bytes.count)
    #endif
  }
}

extension OutputStream {
  /// Hands over the rest; a reader that has gone is no fault.
  mutating func finish() throws {
    flush()
    guard let failure, failure != EPIPE else { return }
    throw Stop("the output could not be written: \(systemMessage(failure))", .fault)
  }
}

/// What the system says of an error number.
func systemMessage(_ number: Int32) -> String {
  guard let text = unsafe strerror(number) else { return "error \(number)" }
  return unsafe String(cString: text)
}

/// Lets writing to a closed pipe fail instead of ending the program.
func ignoreBrokenPipes() {
  _ = signal(SIGPIPE, SIG_IGN)
}

/// Writes to standard error.
func tell(_ text: String) {
  var output = OutputStream(descriptor: STDERR_FILENO)
  output.write(text)
  output.flush()
}

/// Writes one line of the tool's own to standard error.
func tellLine(_ line: String) {
  tell("gatewright: \(line)\n")
}
