import Evidence
import IngressNGINX
import Kubernetes

/// A settings file to begin with, made for some manifests.
public struct InitialSettings: Hashable, Sendable {
  /// The file, with every key, its default and what it decides.
  ///
  /// What the manifests suggest stands in comments, so that the file, read back, says what no file at
  /// all says.
  public let text: String
  /// What could not be read of the manifests.
  public let findings: [FindingGroup]

  /// Writes a settings file for manifests; without any it holds the defaults alone.
  ///
  /// - Parameters:
  ///   - inputs: the manifests; may be empty.
  ///   - options: what the command line says of the controller, and the day of today.
  public init(_ inputs: [Input], options: MigrationOptions = MigrationOptions()) {
    guard !inputs.isEmpty else {
      text = SettingsPage().text
      findings = []
      return
    }
    let surroundings = Surroundings(inputs, options: options)
    let source = Source(surroundings, options: options)
    let report = migrate(source, options: options) { _ in }
    var page = SettingsPage()
    page.suggest(namespacesOf: source, options)
    page.suggest(servicesOf: surroundings.cluster)
    page.suggest(flagsOf: surroundings.cluster)
    page.suggest(decisionsOf: report, options)
    text = page.text
    findings = report.groups.filter { $0.rule.effect == .unreadable }
  }
}

/// How much a settings file lists before it counts.
private let limit = 40

extension SettingsPage {
  /// The namespaces with Ingresses, each with a Gateway of its own.
  fileprivate mutating func suggest(namespacesOf source: Source, _ options: MigrationOptions) {
    let served = source.ingresses.filter { $0.state != .ignored }.map(\.reference.namespace)
    let namespaces = Set(served).filter { isObjectName($0) }.sorted()
    suggest(
      "gateway.of-namespaces", "Namespaces with Ingresses, each with a Gateway of its own:",
      namespaces.map { ["\($0): \(options.gateway.namespace)/\($0)"] })
  }

  /// The Services that several Ingresses use: one DestinationRule speaks for all of them.
  fileprivate mutating func suggest(servicesOf cluster: Cluster) {
    var users: [QualifiedName: Set<String>] = [:]
    for ingress in cluster.ingresses {
      let backends = (ingress.rules.flatMap { $0.paths ?? [] }).map(\.backend)
      for backend in backends + [ingress.defaultBackend].compactMap({ $0 }) {
        guard case .service(let name, _) = backend else { continue }
        users[QualifiedName(ingress.metadata.namespace, name), default: []]
          .insert(ingress.metadata.name)
      }
    }
    let several = users.filter { $0.value.count > 1 }
      .sorted { $0.key.description < $1.key.description }
    suggest(
      "destination-rules", "Services that several Ingresses use, which share what stands here:",
      several.map { service, ingresses in
        let names = ingresses.sorted().prefix(5).joined(separator: ", ")
        return [
          "- services: [\(service)]  # Ingresses \(names)" + (ingresses.count > 5 ? ", …" : ""),
          "  trafficPolicy: {outlierDetection: {consecutive5xxErrors: 5, interval: 30s}}",
        ]
      })
  }

  /// The flags of the controller's own Deployment, which are read from there as long as the input
  /// holds it.
  fileprivate mutating func suggest(flagsOf cluster: Cluster) {
    guard let workload = cluster.controllers.first else { return }
    for flag in workload.flags {
      let path = "controller.\(flag.name)"
      guard SettingsKey.byPath[path] != nil else { continue }
      let place = flag.place.map { " (\($0))" } ?? ""
      find(path, flag.value, "In the input\(place):")
    }
  }

  /// The findings that close locations, each to be decided on.
  fileprivate mutating func suggest(decisionsOf report: Report, _ options: MigrationOptions) {
    var seen: Set<String> = []
    var entries: [[String]] = []
    for group in report.groups where group.severity == .error && group.rule.effect == .lost {
      for occurrence in group.occurrences {
        let object = occurrence.subject.map { "\($0.namespace)/\($0.name)" }
        guard seen.insert("\(group.rule.code) \(object ?? "")").inserted else { continue }
        let place = occurrence.place.map { "  # \($0)" } ?? ""
        entries.append(
          ["- code: \(group.rule.code)\(place)"] + (object.map { ["  object: \($0)"] } ?? [])
            + ["  reason: why this can be lived with"]
            + (options.today?.nextYear.map { ["  until: \($0)"] } ?? []))
      }
    }
    suggest("accept", "Findings that wait for a decision; these open what is closed now:", entries)
  }

  private mutating func suggest(_ path: String, _ title: String, _ entries: [[String]]) {
    guard !entries.isEmpty else { return }
    let rest = entries.count - limit
    let more = rest > 0 ? ["and \(rest) more"] : []
    suggestions[path] = Suggestion(
      title: title, lines: entries.prefix(limit).flatMap { $0 }, rest: more)
  }
}

extension Day {
  /// The same day a year later.
  fileprivate var nextYear: Day? {
    Day(year: year + 1, month: month, day: day) ?? Day(year: year + 1, month: month, day: 28)
  }
}
