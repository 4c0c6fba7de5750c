import Evidence
import GatewayWriter
import IngressNGINX
import Kubernetes
import Routing
import YAMLText

/// Finds the places behind the sources that the writer names.
struct OriginResolver {
  private let settings: Settings
  private let file: SettingsFile
  /// The places where hosts are named, by host in small letters; empty for every name.
  private var hosts: [String: [(owner: ObjectReference, source: ValueSource)]] = [:]
  /// The entries of `spec.tls`, by Secret.
  private var certificates: [String: [(hosts: Set<String>, source: ValueSource)]] = [:]

  init(_ source: Source, _ cluster: Cluster, _ file: SettingsFile) {
    settings = source.site.settings
    self.file = file
    let served = Set(source.ingresses.filter { $0.state != .ignored }.map(\.reference))
    for ingress in cluster.ingresses where served.contains(ingress.reference) { add(ingress) }
  }

  private mutating func add(_ ingress: Ingress) {
    let owner = ingress.reference
    for (index, rule) in ingress.rules.enumerated() {
      let source = ValueSource(.field, "\(owner), spec.rules[\(index)].host", at: rule.place)
      hosts[rule.host.lowercased(), default: []].append((owner, source))
    }
    if ingress.defaultBackend != nil {
      let place = ingress.metadata.place
      let source = ValueSource(.field, "\(owner), spec.defaultBackend", at: place)
      hosts["", default: []].append((owner, source))
    }
    for (index, entry) in ingress.tls.enumerated() where !entry.secretName.isEmpty {
      let secret = "\(owner.namespace)/\(entry.secretName)"
      let source = ValueSource(.field, "\(owner), spec.tls[\(index)]", at: entry.place)
      certificates[secret, default: []].append((Set(entry.hosts.map { $0.lowercased() }), source))
    }
  }

  /// Every field of an object with its sources.
  func origins(of emitted: Emitted) -> ObjectOrigins {
    var fields: [ObjectOrigins.Field] = []
    leaves(of: emitted.body, at: "") { path, node in
      let value = json(node)
      var sources = emitted.origins.sources(of: path).flatMap { resolved($0, value) }
      if sources.isEmpty { sources = [reason(for: emitted.reference.kind)] }
      fields.append(ObjectOrigins.Field(path: path, value: value, sources: unique(sources)))
    }
    return ObjectOrigins(
      reference: emitted.reference, apiVersion: emitted.apiVersion, fields: fields)
  }

  private func resolved(_ source: FieldSource, _ value: String) -> [ValueSource] {
    switch source {
    case .written(let origin): [written(origin)]
    case .settings(let topics, let object, let otherwise):
      decided(topics, object, otherwise: otherwise)
    case .host(let host, let owner): places(of: host, owner)
    case .certificate(let secret, let host): places(ofCertificate: secret, host)
    case .option(let key): [option(key, value)]
    case .choice(let reason): [ValueSource(.choice, reason)]
    }
  }

  private func written(_ origin: Origin) -> ValueSource {
    let object = origin.object?.description ?? "ingress-nginx"
    return ValueSource(
      .field, origin.part.isEmpty ? object : "\(object), \(origin.part)", at: origin.place)
  }

  private func decided(
    _ topics: [Topic], _ object: ObjectReference?, otherwise: String
  ) -> [ValueSource] {
    let written = topics.flatMap { settings.deciding($0, of: object) }.map { setting in
      let isShared = setting.origin.object?.kind == "ConfigMap"
      let object = setting.origin.object.map { "\($0), " } ?? ""
      return ValueSource(
        isShared ? .configMap : .annotation, object + setting.origin.part,
        at: setting.origin.place)
    }
    guard written.isEmpty, !otherwise.isEmpty else { return written }
    return [ValueSource(.nginxDefault, otherwise)]
  }

  /// The rules that name a host, those of its owner first; else the aliases and redirects.
  private func places(of host: String?, _ owner: ObjectReference) -> [ValueSource] {
    let named = hosts[host?.lowercased() ?? ""] ?? []
    let own = named.filter { $0.owner == owner }
    if !named.isEmpty { return (own.isEmpty ? named : own).map(\.source) }
    let words = decided([.alias, .wwwRedirect], owner, otherwise: "")
    if !words.isEmpty { return words }
    let all = settings.all.filter { [.alias, .wwwRedirect].contains($0.topic) }
    return all.isEmpty
      ? [ValueSource(.field, owner.description)]
      : all.map {
        ValueSource(
          .annotation, "\($0.origin.object?.description ?? ""), \($0.origin.part)",
          at: $0.origin.place)
      }
  }

  private func places(ofCertificate secret: String, _ host: String?) -> [ValueSource] {
    let entries = certificates[secret] ?? []
    let fitting = entries.filter { entry in host.map { entry.hosts.contains($0) } ?? true }
    guard entries.isEmpty else { return (fitting.isEmpty ? entries : fitting).map(\.source) }
    return [ValueSource(.option, "default-ssl-certificate of the controller: Secret \(secret)")]
  }

  /// An option: the place in the settings file, else the command line or its default.
  private func option(_ key: String, _ value: String) -> ValueSource {
    let known = SettingsKey.byPath[key]
    let option = known.map { $0.option.isEmpty ? key : $0.option } ?? key
    if let place = file.places[key] { return ValueSource(.option, key, at: place) }
    let isDefault = known?.fallback.map { $0 == "true" || value == "\"\($0)\"" } ?? false
    return isDefault
      ? ValueSource(.optionDefault, "default of \(option)") : ValueSource(.option, option)
  }
}

/// The values of a tree that hold no others, each with its path; an empty list or mapping is one.
private func leaves(of node: Node, at path: String, each: (String, Node) -> Void) {
  switch node.content {
  case .mapping(let entries) where !entries.isEmpty:
    for entry in entries {
      let isPlain = entry.key.utf8.allSatisfy {
        $0 != 0x2E && $0 != 0x2F && $0 != 0x5B && $0 != 0x20
      }
      let key = isPlain ? entry.key : "[\(json(.string(entry.key)))]"
      let inner = path.isEmpty || !isPlain ? path + key : "\(path).\(key)"
      leaves(of: entry.value, at: inner, each: each)
    }
  case .sequence(let nodes) where !nodes.isEmpty:
    for (index, node) in nodes.enumerated() {
      leaves(of: node, at: "\(path)[\(index)]", each: each)
    }
  case .mapping, .sequence, .scalar: each(path, node)
  }
}

private func unique(_ sources: [ValueSource]) -> [ValueSource] {
  var seen: Set<ValueSource> = []
  return sources.filter { seen.insert($0).inserted }
}
