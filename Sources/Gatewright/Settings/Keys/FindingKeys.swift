import Evidence
import IngressNGINX

extension SettingsKey {
  /// The keys about findings.
  static let ofFindings: [SettingsKey] = [
    SettingsKey(
      "accept", "Findings that somebody decided to live with, each with its reason",
      syntax: "a list of code, object, reason and until", fallback: "[]",
      example: """
        - code: body-limit-lost
          object: shop/upload
          reason: the application limits bodies itself
          until: 2027-01-31
        """, option: "--accept"
    ) { value, draft in
      for item in draft.list(value) ?? [] { draft.readAcceptance(item) }
    }
  ]
}

extension SettingsDraft {
  /// One entry of `accept`: a code and a reason, and perhaps an Ingress and a last day.
  fileprivate mutating func readAcceptance(_ item: Value) {
    guard let fields = fields(item, ["code", "object", "reason", "until"]) else { return }
    let code = fields["code"].flatMap { word($0, findingCodes) }
    let reason = fields["reason"].flatMap { text($0) }
    for key in ["code", "reason"] where fields[key] == nil { fault(item, "lacks '\(key)'") }
    let object = fields["object"].flatMap {
      parsed($0, as: "namespace/name of an Ingress") { QualifiedName($0) }
    }
    let until = fields["until"].flatMap { value in
      parsed(value, as: "a day such as 2027-01-31") { Day($0) }
    }
    guard let code, let reason else { return }
    if reason.allSatisfy(\.isWhitespace) { return fault(item, "needs a reason") }
    var acceptance = Acceptance(code: code, of: object)
    acceptance.reason = reason
    acceptance.until = until
    acceptance.place = place(of: item)
    options.accepted.append(acceptance)
  }

  /// The code of a finding; there are too many to list them all.
  private mutating func word(_ value: Value, _ codes: Set<String>) -> String? {
    guard let text = text(value) else { return nil }
    guard codes.contains(text) else {
      let hint = nearestWord(to: text, among: codes).map { "; did you mean '\($0)'?" } ?? ""
      fault(value, "takes the code of a finding, not '\(text)'\(hint)")
      return nil
    }
    return text
  }
}

private let findingCodes = Set(CatalogueChapter.all.flatMap(\.rules).map(\.code))
