import Evidence
import Foundation
import Gatewright
import Reporting

/// What the tool says about testdata/example, as the readme shows it.
struct Example {
  private let inputs = House.paths.filter { $0.hasPrefix("testdata/example/") }
    .map { Input(name: $0, text: House.text(of: $0)) }
  private let migration: Migration
  private let style = Format.text(TextStyle())

  init() { migration = migrate(inputs) }

  /// The route of the checkout, with its canary for the staff.
  var route: String {
    let name = ObjectReference(kind: "HTTPRoute", namespace: "checkout", name: "checkout")
    return migration.manifests.first { $0.reference == name }?.yaml ?? ""
  }

  /// The report up to its first warning.
  var report: String {
    let report = render(migration.report, as: style)
    return report.components(separatedBy: "\nwarning ").first ?? report
  }

  /// What becomes of a request with the canary's header.
  var trace: String {
    let request = RequestProbe(
      scheme: .https, host: "shop.example.com", target: "/cart",
      headers: [HeaderLine("X-Canary", "always")])
    var tracer = Tracer(inputs)
    return render(tracer.trace(request), as: style)
  }

  /// What `verify` says first after somebody wrote another weight into the routes by hand.
  var proof: String {
    let edited = migration.manifests.map { manifest in
      Input(
        name: "routes.yaml",
        text: manifest.yaml.replacingOccurrences(of: "weight: 20\n", with: "weight: 25\n"))
    }
    let report = render(verify(inputs, gateway: edited), as: style)
    return report.components(separatedBy: "\n\n").prefix(3).joined(separator: "\n\n") + "\n"
  }

  /// What ingress-nginx makes of the shop's host; findings stand below in the tool's output.
  var inspection: String {
    var report = inspect(inputs)
    report.inspection.keepHosts(["shop.example.com"])
    report.findings = []
    return render(report, as: style)
  }

  /// What `diff` says of fresh output.
  var sameness: String {
    render(diff(inputs, against: committed), as: style)
  }

  /// What `diff` says after the canary's weight went from 20 to 30.
  var difference: String {
    let changed = inputs.map { input in
      let text = House.text(of: input.name)
      return Input(
        name: input.name,
        text: text.replacingOccurrences(of: "weight: \"20\"", with: "weight: \"30\""))
    }
    return render(diff(changed, against: committed), as: style)
  }

  /// All objects without the lines that are comments.
  var routesWithoutComments: [String] {
    migration.manifests.map { manifest in
      let lines = manifest.yaml.split(separator: "\n")
      return lines.filter { !$0.drop { $0 == " " }.hasPrefix("#") }.map { "\($0)\n" }.joined()
    }
  }

  private var committed: [Input] {
    migration.manifests.map { Input(name: "routes.yaml", text: $0.yaml) }
  }
}
