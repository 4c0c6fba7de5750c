extension Unicode.Scalar {
  /// Whether YAML 1.1 and 1.2 carry this character unescaped and on one line.
  var isPrintable: Bool {
    switch value {
    case 0x09, 0x20..<0x7F, 0xA0..<0x2028, 0x202A..<0xFEFF, 0xFF00..<0xFFFE, 0x10000...: true
    default: false
    }
  }

  /// This character between double quotes.
  var escaped: String {
    switch self {
    case "\"": "\\\""
    case "\\": "\\\\"
    case "\n": "\\n"
    case "\r": "\\r"
    case "\t": "\\t"
    case _ where isPrintable: String(self)
    default: escapedCode
    }
  }

  private var escapedCode: String {
    let digits = String(value, radix: 16, uppercase: true)
    let (letter, width) = value < 0x100 ? ("x", 2) : ("u", 4)
    return "\\" + letter + String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
