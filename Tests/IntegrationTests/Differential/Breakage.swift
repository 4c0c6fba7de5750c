/// A fault put into what a case is asked with, which has to be found.
struct Breakage {
  let name: String
  /// The recorded case.
  let of: String
  let file: String
  /// Texts that are replaced, one after the other.
  let changes: [(String, String)]

  /// What a line of a fault that is found holds.
  var sign: String {
    switch file {
    case "nginx.conf": " nginx: "
    case "gateway.yaml": " Envoy: "
    default: " said to agree: "
    }
  }

  /// A file of the case; each change has to find what it replaces.
  func applied(to text: String, of file: String) throws -> String {
    guard file == self.file else { return text }
    return try changes.reduce(text) { text, change in
      guard text.contains(change.0) else { throw Unsaid("nothing to break: \(change.0)") }
      return text.replacing(change.0, with: change.1)
    }
  }
}

extension Breakage {
  static let all = [
    nginx("weights", of: "canary-weight-01", [("80.00%", "40.00%")]),
    nginx(
      "backends", of: "host-merge-01",
      [
        (".back.web.80;", ".swap;"), (".front.web.80;", ".back.web.80;"),
        (".swap;", ".front.web.80;"),
      ]),
    nginx("anchor", of: "regex-mode-02", [("~* \"^/foo/bar/bar\"", "~* \"/foo/bar/bar\"")]),
    nginx("case", of: "regex-mode-02", [("location ~*", "location ~")]),
    nginx("twin", of: "host-merge-01", [("location = \"/api\"", "location = \"/other\"")]),
    nginx("status", of: "tls-redirect-01", [("return 308", "return 301")]),
    envoy(
      "weights", of: "canary-weight-01",
      [("weight: 80", "weight: 40"), ("weight: 20", "weight: 60")]),
    envoy("kind", of: "host-merge-01", [("type: PathPrefix", "type: Exact")]),
    envoy("backend", of: "regex-mode-02", [("- name: any", "- name: pattern")]),
    envoy("case", of: "regex-mode-02", [("(?is)", "(?s)")]),
    Breakage(
      name: "agreement", of: "host-merge-01", file: "predictions.jsonl",
      changes: [("\"agree\": false", "\"agree\": true")]),
  ]

  private static func nginx(
    _ name: String, of recorded: String, _ changes: [(String, String)]
  ) -> Breakage {
    Breakage(name: "nginx-\(name)", of: recorded, file: "nginx.conf", changes: changes)
  }

  private static func envoy(
    _ name: String, of recorded: String, _ changes: [(String, String)]
  ) -> Breakage {
    Breakage(name: "envoy-\(name)", of: recorded, file: "gateway.yaml", changes: changes)
  }
}
