import YAMLText

extension EnvoyFilter {
  /// The name of our filter that looks at the subject of a client's certificate.
  package static let subjectFilter = "gatewright.client-subject"
}

/// An RBAC filter that lets in only clients whose certificate has a subject that an expression fits
/// as a whole.
enum SubjectTest {
  private static let type = EnvoyFilter.typeOfFilters + "rbac.v3.RBAC"
  private static let input =
    "type.googleapis.com/envoy.extensions.matching.common_inputs.ssl.v3.SubjectInput"
  private static let action = "type.googleapis.com/envoy.config.rbac.v3.Action"

  /// The expression; nil where the filter asks for anything else, or for more.
  static func read(_ config: Field) -> String? {
    let list = config["matcher"]["matcher_list"]
    guard config.has("@type", "matcher"), config["@type"].plain == type,
      config["matcher"].has("matcher_list"), list.has("matchers"),
      let matchers = list["matchers"].list, matchers.count == 1, let matcher = matchers.first,
      matcher.has("predicate", "on_match"), allows(matcher["on_match"])
    else { return nil }
    let test = matcher["predicate"]["single_predicate"]
    let value = test["value_match"]
    guard matcher["predicate"].has("single_predicate"), test.has("input", "value_match"),
      test["input"]["typed_config"]["@type"].plain == input, value.has("safe_regex"),
      value["safe_regex"].has("google_re2", "regex")
    else { return nil }
    return value["safe_regex"]["regex"].plain
  }

  private static func allows(_ match: Field) -> Bool {
    let config = match["action"]["typed_config"]
    return match.has("action") && config["@type"].plain == action
      && ["ALLOW", "0"].contains(config["action"].plain ?? "ALLOW")
  }

  /// The filter; what no matcher takes it refuses.
  static func node(_ expression: String) -> Node {
    let matcher = mapping([
      ("predicate", mapping([("single_predicate", predicate(expression))])),
      ("on_match", mapping([("action", allowing)])),
    ])
    let list = mapping([("matchers", .sequence([matcher]))])
    return mapping([
      ("@type", .string(type)), ("matcher", mapping([("matcher_list", list)])),
    ])
  }

  private static func predicate(_ expression: String) -> Node {
    let regex = mapping([("google_re2", .mapping([])), ("regex", .string(expression))])
    return mapping([
      ("input", typed("subject", [("@type", .string(input))])),
      ("value_match", mapping([("safe_regex", regex)])),
    ])
  }

  private static var allowing: Node {
    typed(
      "allow",
      [("@type", .string(action)), ("name", .string("subject")), ("action", .string("ALLOW"))])
  }

  private static func typed(_ name: String, _ config: [(String, Node)]) -> Node {
    mapping([("name", .string(name)), ("typed_config", mapping(config))])
  }

  private static func mapping(_ entries: [(String, Node)]) -> Node {
    .mapping(entries.map { Entry($0.0, $0.1) })
  }
}

extension Field {
  /// Whether these are the keys of a mapping, in any order.
  fileprivate func has(_ keys: String...) -> Bool { Set(self.keys) == Set(keys) }
}
