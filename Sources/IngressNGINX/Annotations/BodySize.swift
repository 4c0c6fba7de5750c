import Routing

/// Limits the bodies of requests, and how much of one stays in memory (`proxy`,
/// `clientbodybuffersize`).
enum BodySize: AnnotationFamily {
  enum Key: String, CaseIterable {
    case limit = "proxy-body-size"
    case buffer = "client-body-buffer-size"
  }

  /// What is written; nil leaves it to the ConfigMap.
  struct Setting: FamilySetting {
    /// See `bodyLimit(of:)` for what nginx makes of it.
    var limit: String?
    var buffer: String?
  }

  static let heading: String? = "custom-max-body-size"

  static func entry(of key: Key) -> AnnotationEntry {
    switch key {
    case .limit:
      AnnotationEntry(
        syntax: .size, fallback: .configMap("proxy-body-size"), risk: .medium,
        meaning: "refuses larger request bodies with 413",
        notes: [
          "Without it the limit is 1m; 0 lifts it.",
          "With the unit b, or with a blank inside, the limit is nginx's own 1m.",
          "It also holds for streams of gRPC.",
        ], fate: .lost(.protection, unless: "0"))
    case .buffer:
      AnnotationEntry(
        syntax: .size, fallback: .configMap("client-body-buffer-size"), failure: .dropped,
        meaning: "buffers request bodies in memory up to this size",
        notes: [
          "It is no limit: what does not fit goes to disk.",
          "With the unit b or g, or with a blank inside, it is left out.",
        ], fate: .lost(.invisible))
    }
  }

  static func read(_ annotations: inout Annotations<Self>) throws(Refusal) -> Setting {
    Setting(limit: try limit(&annotations), buffer: try buffer(&annotations))
  }

  /// The validator admits more than the template writes (`isValidByteSize`).
  private static func limit(_ annotations: inout Annotations<Self>) throws(Refusal) -> String? {
    guard let text = try annotations.text(.limit) else { return nil }
    if bytes(of: text, units: "kmg") == nil {
      annotations.ignore(
        .limit, expected: "digits and one of k, m, g", instead: "leaves nginx's own limit of 1m")
      annotations.accept(.limit, as: text)
    }
    return text
  }

  private static func buffer(_ annotations: inout Annotations<Self>) throws(Refusal) -> String? {
    guard let text = try annotations.text(.buffer) else { return nil }
    guard bytes(of: text, units: "km") != nil else {
      annotations.ignore(
        .buffer, expected: "digits and one of k, m",
        instead: "uses what the ConfigMap's client-body-buffer-size says")
      return nil
    }
    return text
  }
}

extension IngressSettings {
  var bodySize: BodySize.Setting { self[BodySize.self] }
}

/// How many bytes the body of a request may have under `proxy-body-size`, in the annotation or in
/// the ConfigMap; nil where any number may be.
///
/// The template writes `client_max_body_size` only where the text is digits and at most one of
/// `k m g` in any case (`isValidByteSize`, `nginxOffsetRegex`); otherwise nginx's own limit of 1m
/// holds. 0 switches the check off. A number beyond all bounds, which nginx refuses, counts as any.
func bodyLimit(of text: String) -> Int? {
  let limit = bytes(of: text, units: "kmg") ?? 1 << 20
  return (1..<Int.max).contains(limit) ? limit : nil
}

/// A size as nginx takes it (`ngx_parse_offset`): digits and at most one of the units; nil where it
/// is none.
private func bytes(of text: String, units: String) -> Int? {
  let size = trimmed(text[...]).lowercased()
  let unit = size.last.flatMap { units.contains($0) ? $0 : nil }
  let digits = unit == nil ? size[...] : size.dropLast()
  guard !digits.isEmpty, digits.utf8.allSatisfy(isDigit) else { return nil }
  let factor = unit.map { $0 == "k" ? 1 << 10 : $0 == "m" ? 1 << 20 : 1 << 30 } ?? 1
  guard let number = Int(digits) else { return Int.max }
  let (product, isTooLarge) = number.multipliedReportingOverflow(by: factor)
  return isTooLarge ? Int.max : product
}
