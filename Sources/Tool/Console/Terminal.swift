import ArgumentParser
import Reporting

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// When words are coloured.
enum ColourChoice: String, CaseIterable, ExpressibleByArgument {
  /// On a terminal, unless `NO_COLOR` is set.
  case auto
  case always
  case never
}

extension TextStyle {
  /// The layout for what stands at a file descriptor: a terminal, or a file that may be read on one.
  init(for descriptor: Int32, colour: ColourChoice) {
    let isTerminal = isatty(descriptor) == 1
    let usesColour =
      switch colour {
      case .auto: isTerminal && !refusesColour()
      case .always: true
      case .never: false
      }
    self.init(width: isTerminal ? columns(of: descriptor) : 100, usesColour: usesColour)
  }
}

/// Whether `NO_COLOR` is set and not empty (https://no-color.org).
private func refusesColour() -> Bool {
  guard let value = unsafe getenv("NO_COLOR") else { return false }
  return unsafe value.pointee != 0
}

private func columns(of descriptor: Int32) -> Int {
  var size = winsize()
  guard unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 100 }
  return min(120, Int(size.ws_col))
}
