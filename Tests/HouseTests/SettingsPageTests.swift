import Foundation
import Gatewright
import Testing

/// docs/settings.md is made from the table that reads settings files.
@Suite("Settings page")
struct SettingsPageTests {
  private static let path = "docs/settings.md"

  @Test("shows every key; RECORD=1 swift test --filter SettingsPageTests rewrites it")
  func page() throws {
    let page = settingsPage(SettingsKey.all)
    if ProcessInfo.processInfo.environment["RECORD"] != nil {
      try page.write(to: House.root.appending(path: Self.path), atomically: true, encoding: .utf8)
      Issue.record("\(Self.path) is rewritten; run again without RECORD")
    }
    #expect(
      House.text(of: Self.path) == page,
      "\(Self.path) is stale: run RECORD=1 swift test --filter SettingsPageTests")
  }
}

/// The keys as a page of Markdown.
func settingsPage(_ keys: [SettingsKey]) -> String {
  var page = """
    # The settings file

    `gatewright.yaml` says once what the options of the command line say, for every run in its folder
    and below: it is looked up in the working directory and the folders above it, and the nearest
    counts. `--config FILE` names another, `--no-config` uses none. What the command line says goes
    before what the file says; lists and mappings get what it adds.

    `gatewright init manifests/` writes one with every key and its default, and with what the
    manifests suggest in comments. A key that is left out, or has no value, has its default. A key
    that nobody knows, a value of the wrong type and a key that stands twice are errors, told all at
    once with file and line; nothing else happens then, and the exit code is 64.

    The library reads it with `SettingsFile`. This page is made from the sources:
    `RECORD=1 swift test --filter SettingsPageTests` rewrites it.

    | key | takes | default | option |
    |---|---|---|---|

    """
  for key in keys {
    let fallback = key.fallback.map { "`\($0)`" } ?? key.otherwise
    let option = key.option.isEmpty ? "" : "`\(key.option)`"
    page += "| `\(key.path)` | \(key.syntax) | \(fallback) | \(option) |\n"
  }
  for key in keys { page += section(key) }
  return page
}

private func section(_ key: SettingsKey) -> String {
  let parts = key.path.split(separator: ".").map(String.init)
  let lines = key.example.split(separator: "\n").map(String.init)
  let indent = String(repeating: "  ", count: parts.count - 1)
  let head = parts.count > 1 ? "\(parts[0]):\n" : ""
  let name = indent + (parts.last ?? "") + ":"
  let value =
    lines.count == 1
    ? "\(name) \(key.example)\n" : "\(name)\n" + lines.map { "\(indent)  \($0)\n" }.joined()
  return
    "\n## \(key.path)\n\n\(key.meaning).\(notes[key.path] ?? "")\n\n```yaml\n\(head)\(value)```\n"
}

/// What else there is to know of some keys.
private let notes = [
  "destination-rules": """
   The parts are those of Istio's DestinationRule, without `portLevelSettings`. What is said
  of a named Service goes before what is said of every Service. What ingress-nginx's behaviour
  needs, such as the connect timeout and the way of balancing, stays as it is; the report tells
  where the settings say otherwise.
  """,
  "accept": """
   `code` is that of a finding ([findings.md](findings.md)); without `object` all its
  findings are accepted. An accepted finding is a note, and protection that is lost with it is
  given up instead of closed. `until` is the last day on which the entry counts; after it the
  report warns, and the finding counts as before. The day is that of Greenwich, or of
  `SOURCE_DATE_EPOCH` where that is set.
  """,
  "gateway.of-namespaces": """
   The routes of the namespace belong to this Gateway, and so do their certificates and
  policies.
  """,
]
