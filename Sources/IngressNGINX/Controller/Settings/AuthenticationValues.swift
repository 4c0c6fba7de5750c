/// The methods that `global-auth-method` may name (`authreq.ValidMethod`).
let methods: Set<String> = [
  "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "CONNECT", "OPTIONS", "TRACE",
]

/// Whether a text is a URL with a scheme and a host without `..` (`parser.StringToURL`).
func isURL(_ text: String) -> Bool {
  guard let separator = text.firstRange(of: "://") else { return false }
  let scheme = text[..<separator.lowerBound]
  let host = text[separator.upperBound...].prefix { !"/?#".contains($0) }
  let isScheme = scheme.first.map { $0.isASCII && $0.isLetter } ?? false
  let isClean = text.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7f } && !host.contains("\\")
  return isScheme && scheme.allSatisfy(isSchemeCharacter) && isClean && !host.isEmpty
    && !host.contains("..")
}

private func isSchemeCharacter(_ character: Character) -> Bool {
  character.isASCII && (character.isLetter || character.isNumber || "+-.".contains(character))
}

/// Whether a text can stand before `=` in a URL's query.
func isParameterName(_ text: String) -> Bool {
  trimmed(text[...]).utf8.allSatisfy { $0 > 0x20 && $0 != 0x7f }
}

/// Whether each part is some statuses and one time, for example `200 202 10m`
/// (`authreq.ParseStringToCacheDurations`).
func areCacheDurations(_ text: String) -> Bool {
  text.split(separator: ",").map { trimmed($0) }.filter { !$0.isEmpty }.allSatisfy { part in
    var hasTime = false
    for element in part.split(separator: " ") {
      let isStatus = element.utf8.count == 3 && element.allSatisfy(\.isWholeNumber)
      if (isStatus || isTime(element)) && hasTime { return false }
      if !isStatus && isTime(element) { hasTime = true }
    }
    return hasTime
  }
}

/// A time as nginx writes it: digits and a unit.
private func isTime(_ text: Substring) -> Bool {
  let digits = text.prefix { $0.isASCII && $0.isWholeNumber }
  let units: Set<Substring> = ["", "ms", "s", "m", "h", "d", "w", "M", "y"]
  return !digits.isEmpty && units.contains(text.dropFirst(digits.count))
}

/// A time as Go writes it: numbers with units, for example `1m30s` (`time.ParseDuration`).
func isDuration(_ text: String) -> Bool {
  var rest = text.first.map { "+-".contains($0) } == true ? text.dropFirst() : text[...]
  if rest == "0" { return true }
  guard !rest.isEmpty else { return false }
  while !rest.isEmpty {
    let number = rest.prefix { $0.isASCII && ($0.isWholeNumber || $0 == ".") }
    let unit = rest.dropFirst(number.count).prefix { !$0.isWholeNumber && $0 != "." }
    guard number.contains(where: \.isWholeNumber), number.filter({ $0 == "." }).count < 2,
      ["ns", "us", "µs", "ms", "s", "m", "h"].contains(unit)
    else { return false }
    rest = rest.dropFirst(number.count + unit.count)
  }
  return true
}
