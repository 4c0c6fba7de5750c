package import Routing

/// The prefix of the controller's annotations unless `--annotations-prefix` says another.
package let annotationPrefix = "nginx.ingress.kubernetes.io"

/// One annotation of v1.15.1, for those who tell of it.
package struct DescribedAnnotation: Sendable {
  /// The key without the prefix.
  package var key: String
  /// The family's name.
  package var family: String
  /// The heading on the controller's own page about annotations; nil where nothing is said there.
  package var heading: String?
  private var entry: AnnotationEntry

  /// Every annotation, by key.
  package static let all: [DescribedAnnotation] = Family.allCases.flatMap { $0.described }
    .sorted { $0.key < $1.key }

  fileprivate init(_ key: String, _ family: String, heading: String?, _ entry: AnnotationEntry) {
    self.key = key
    self.family = family
    self.heading = heading
    self.entry = entry
  }
}

extension DescribedAnnotation {
  /// What the validator admits.
  package var syntax: String { entry.syntax.expectation }

  /// What holds where the annotation is not written.
  package var fallback: String {
    switch entry.fallback {
    case .none: "none"
    case .fixed(let value): value
    case .configMap(let key):
      "what the ConfigMap's \(key) says"
        + (ConfigMapKey.byName[key].map { $0.fallback.isEmpty ? "" : ", or \($0.fallback)" } ?? "")
    }
  }

  package var scope: AnnotationEntry.Scope { entry.scope }
  package var failure: AnnotationEntry.Failure { entry.failure }
  package var risk: AnnotationRisk { entry.risk }
  /// Completes "ingress-nginx …".
  package var meaning: String { entry.meaning }
  package var notes: [String] { entry.notes }
  package var countsOnCanaries: Bool { entry.countsOnCanaries }

  /// How far the new routes carry it.
  package var fidelity: Carriage.Fidelity { Carriage.byKey[key]?.fidelity ?? .none }

  /// What its loss can do; nil where it is always carried over.
  package var loss: Loss? {
    switch entry.fate {
    case .carriedOver: nil
    case .lost(let loss, _): loss
    }
  }
}

extension Family {
  fileprivate var described: [DescribedAnnotation] {
    let reader: any AnnotationFamily.Type = type
    return Self.described(reader)
  }

  private static func described<Reader: AnnotationFamily>(
    _ reader: Reader.Type
  ) -> [DescribedAnnotation] {
    Reader.Key.allCases.map { key in
      let heading = Heading.byKey[key.rawValue] ?? reader.heading.map { .named($0) } ?? .missing
      return DescribedAnnotation(
        key.rawValue, "\(reader)", heading: heading.name, reader.entry(of: key))
    }
  }
}

/// Where the controller's page about annotations tells of a key.
private enum Heading {
  case named(String)
  case missing

  var name: String? {
    switch self {
    case .named(let name): name
    case .missing: nil
    }
  }

  /// The keys that have another heading than their family, or none.
  static let byKey: [String: Heading] = [
    "client-body-buffer-size": .named("client-body-buffer-size"),
    "denylist-source-range": .named("denylist-source-range"),
    "disable-proxy-intercept-errors": .missing,
    "enable-rewrite-log": .named("enable-rewrite-log"),
    "from-to-www-redirect": .named("redirect-fromto-www"),
    "opentelemetry-trust-incoming-span": .named("opentelemetry-trust-incoming-span"),
    "permanent-redirect-code": .named("permanent-redirect-code"),
    "proxy-buffer-size": .named("proxy-buffer-size"),
    "proxy-buffers-number": .named("proxy-buffers-number"),
    "proxy-busy-buffers-size": .named("proxy-busy-buffers-size"),
    "proxy-cookie-path": .named("proxy-cookie-path"),
    "proxy-max-temp-file-size": .named("proxy-max-temp-file-size"),
    "proxy-request-buffering": .named("custom-timeouts"),
    "relative-redirects": .named("relative-redirects"),
    "server-snippet": .named("server-snippet"),
    "session-cookie-change-on-failure": .named("cookie-affinity"),
    "session-cookie-conditional-samesite-none": .named("cookie-affinity"),
    "session-cookie-domain": .named("cookie-affinity"),
    "session-cookie-expires": .named("cookie-affinity"),
    "session-cookie-max-age": .named("cookie-affinity"),
    "session-cookie-name": .named("cookie-affinity"),
    "session-cookie-path": .named("cookie-affinity"),
    "session-cookie-samesite": .named("cookie-affinity"),
    "session-cookie-secure": .named("cookie-affinity"),
    "stream-snippet": .named("stream-snippet"),
    "temporal-redirect": .named("temporal-redirect"),
    "temporal-redirect-code": .named("temporal-redirect-code"),
    "use-port-in-redirects": .missing,
    "use-regex": .named("use-regex"),
  ]
}
