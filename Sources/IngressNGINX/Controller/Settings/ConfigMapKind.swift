extension ConfigMapKey.Kind {
  /// Reads a written value as `template.ReadConfig` does.
  func read(_ text: String) -> ConfigMapReading {
    switch self {
    case .text, .locations: .good(.text(text))
    case .flag: good(weakFlag(text).map { .flag($0) })
    case .integer: good(weakInteger(text).map { .integer($0) })
    case .fraction: good(text.isEmpty || Double(text) != nil ? .text(text) : nil)
    case .bodySize: good(isBodySize(text) ? .text(text) : nil)
    case .oneOf(let words): good(words.contains(text) ? .text(text) : nil)
    case .redirectStatus: good(statusOfRedirect(text).map { .integer($0) })
    case .url: good(text.isEmpty || isURL(text) ? .text(text) : nil)
    case .method: good(text.isEmpty || methods.contains(text) ? .text(text) : nil)
    case .parameterName: good(isParameterName(text) ? .text(trimmed(text[...])) : nil)
    case .cacheDurations: good(areCacheDurations(text) ? .text(text) : nil)
    case .duration: good(isDuration(text) ? .text(text) : nil)
    case .texts: .good(.texts(entries(of: text)))
    case .addresses: list(text, of: isAddressRange) { .refused($0, without: $1) }
    case .statuses: list(text, of: isErrorStatus) { .partly($0, without: $1) }
    case .headerNames: list(text, of: isHeaderName) { .partly($0, without: $1) }
    }
  }

  private func good(_ content: ConfigMapValue.Content?) -> ConfigMapReading {
    content.map { .good($0) } ?? .unusable
  }

  /// The entries that are good, and what the others come to.
  private func list(
    _ text: String, of isGood: (String) -> Bool,
    _ otherwise: (ConfigMapValue.Content, [String]) -> ConfigMapReading
  ) -> ConfigMapReading {
    let entries = entries(of: text)
    let others = entries.filter { !isGood($0) }
    let content = ConfigMapValue.Content.texts(entries.filter(isGood))
    return others.isEmpty ? .good(content) : otherwise(content, others)
  }
}

/// The entries of a comma list (`template.splitAndTrimSpace`).
private func entries(of text: String) -> [String] {
  text.split(separator: ",").map { trimmed($0) }.filter { !$0.isEmpty }
}

/// A boolean as `mapstructure` decodes it weakly: nothing is false.
private func weakFlag(_ text: String) -> Bool? { text.isEmpty ? false : boolean(text) }

/// An integer as `mapstructure` decodes it weakly: nothing is 0, and Go's prefixes and underscores
/// count (`strconv.ParseInt` with base 0).
private func weakInteger(_ text: String) -> Int? {
  if text.isEmpty { return 0 }
  let isNegative = text.hasPrefix("-")
  let digits = (isNegative || text.hasPrefix("+") ? text.dropFirst() : text[...]).lowercased()
  guard let number = unsigned(digits) else { return nil }
  return isNegative ? -number : number
}

private func unsigned(_ text: String) -> Int? {
  let bases = [("0x", 16), ("0b", 2), ("0o", 8)]
  let base = bases.first { text.hasPrefix($0.0) }?.1
  let isOctal = base == nil && text.hasPrefix("0") && text.utf8.count > 1
  let digits = base == nil ? text[...] : text.dropFirst(2)
  guard !digits.hasPrefix("+"), !digits.hasPrefix("-") else { return nil }
  guard digits.contains("_") else { return Int(digits, radix: base ?? (isOctal ? 8 : 10)) }
  let parts = digits.split(separator: "_", omittingEmptySubsequences: false)
  let mayStart = base != nil || isOctal
  guard parts.dropFirst(mayStart ? 1 : 0).allSatisfy({ !$0.isEmpty }) else { return nil }
  return Int(parts.joined(), radix: base ?? (isOctal ? 8 : 10))
}

private func isBodySize(_ text: String) -> Bool {
  let digits = text.last.map { "kKmMgG".contains($0) } == true ? text.dropLast() : text[...]
  return !digits.isEmpty && digits.utf8.allSatisfy(isDigit)
}

private func statusOfRedirect(_ text: String) -> Int? {
  decimal(text).flatMap { [301, 302, 307, 308].contains($0) ? $0 : nil }
}

/// A status that an error page may stand for (`template.filterErrors`).
private func isErrorStatus(_ text: String) -> Bool {
  decimal(text).map { (300...599).contains($0) } ?? false
}
