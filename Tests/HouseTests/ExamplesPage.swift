import Evidence
import Foundation
import Gatewright
import Reporting

/// One shape of Ingress, and what `--style idiomatic` makes of it.
struct StyleExample {
  /// The folder below testdata/examples.
  let folder: String
  let title: String
  let words: String
  let input: String
  let migration: Migration

  init(_ folder: String, _ title: String, _ words: String) {
    self.folder = folder
    self.title = title
    self.words = words
    let path = "testdata/examples/\(folder)/ingress.yaml"
    input = House.text(of: path)
    var options = MigrationOptions()
    options.style = .idiomatic
    options.writesProvenance = false
    migration = migrate([Input(name: path, text: input)], options: options)
  }

  /// What is answered differently, without what every site differs in.
  var differences: [AnswerDifference] {
    let everywhere: Set = ["host-without-certificate", "default-server-differs"]
    return (migration.report.verification?.differences ?? []).filter { difference in
      !difference.isExplained || !everywhere.isSuperset(of: difference.causes.map(\.code))
    }
  }

  /// The new objects; a Gateway only where it holds a certificate.
  private var yaml: String {
    migration.manifests.filter { manifest in
      manifest.reference.kind != "Gateway" || manifest.yaml.contains("certificateRefs")
    }.map(\.yaml).joined(separator: "---\n")
  }

  var section: String {
    """
    ## \(title)

    \(words)

    ```yaml
    \(input)```

    becomes

    ```yaml
    \(yaml)```

    \(listed)

    """
  }

  private var listed: String {
    guard !differences.isEmpty else { return "Every request is answered as before." }
    return "Answered differently:\n\n" + differences.map(line).joined()
  }

  private func line(_ difference: AnswerDifference) -> String {
    let codes = difference.causes.map { "`\($0.code)`" }.joined(separator: ", ")
    return """
      - \(difference.host), `\(difference.paths)` (\(codes)): `\(difference.before.told)`, then \
      `\(difference.after.told)`

        ```sh
        \(difference.curl)
        ```

      """
  }
}

extension StyleExample {
  /// The shapes, the most common first.
  static let all = [
    StyleExample(
      "01-strip-prefix", "A prefix that is cut off",
      "The groups say where the prefix ends, and the rewrite keeps what follows."),
    StyleExample(
      "02-rewrite-to-root", "A rewrite to / beside a plain path",
      "ingress-nginx sends every path below `/wiki` to `/`, and makes the paths of the other Ingress "
        + "expressions, too. That is hardly what anybody wants: the prefix is meant to be cut off."),
    StyleExample(
      "03-https", "A host with a certificate",
      "Plain HTTP is redirected; the Secret stays where it is, so the Gateway needs a ReferenceGrant."
    ),
    StyleExample(
      "04-body-and-timeouts", "Bodies of any length, and slow answers",
      "Envoy does not limit bodies. How long nginx waits between two reads is no field of a route."),
    StyleExample(
      "05-https-backend", "A backend that speaks TLS",
      "nginx checks no certificate of a backend unless it is told to, and neither do the new routes."
    ),
    StyleExample(
      "06-regular-expressions", "Expressions among plain paths",
      "What is an expression stays one. The plain path is one, too, where Istio would otherwise "
        + "try it first."),
    StyleExample(
      "07-cors", "CORS", "The filter names everything that nginx adds by default."),
    StyleExample(
      "08-allow-list", "A list of client addresses",
      "The policy denies everybody else, so that it stays closed beside other policies."),
    StyleExample(
      "09-session-cookie", "A session cookie", "The cookie chooses the endpoint of the Service."),
    StyleExample(
      "10-canary", "A canary by header and weight",
      "ingress-nginx splits every path that leads to the Service. Only the path that the canary "
        + "names is meant."),
  ]

  /// The page with all of them.
  static var page: String {
    """
    # Examples

    The ten shapes of Ingress that one meets most, and what `gatewright migrate --style idiomatic \
    --no-provenance` writes for each. A Gateway is shown where it holds a certificate. Requests that \
    every site answers differently, such as those for names that nobody serves, are left out; \
    [verification.md](verification.md) tells them.

    This page is made from `testdata/examples` by a test.

    \(all.map(\.section).joined(separator: "\n"))
    """.trimmingCharacters(in: .newlines) + "\n"
  }
}

extension TraceAnswer {
  /// The answer in a few words.
  fileprivate var told: String {
    switch outcome {
    case .answered(let status, let location):
      return [String(status), location].compactMap { $0 }.joined(separator: " ")
    case .failed(let reason): return reason
    case .forwarded(let shares):
      let words = shares.map { share in
        share.numerator == share.denominator
          ? share.receiver : "\(share.receiver) \(share.numerator)/\(share.denominator)"
      }
      return (words + [upstreamPath].compactMap { $0 }).joined(separator: " ")
    }
  }
}
