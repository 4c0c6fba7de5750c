import Kubernetes

/// The index of the annotation families, by name.
enum Family: CaseIterable, Hashable, Sendable {
  case addressLists
  case backendProtocol
  case backendTLS
  case basicAuth
  case bodySize
  case buffering
  case canary
  case clientCertificates
  case connectionHeader
  case cookieRewriting
  case crossOrigin
  case customErrors
  case customHeaders
  case defaultBackend
  case externalAuth
  case fastCGI
  case forwardedPrefix
  case globalAuth
  case hashBy
  case http2Push
  case httpsRedirect
  case httpVersion
  case loadBalancing
  case locationRewriting
  case logging
  case mirror
  case modSecurity
  case openTelemetry
  case rateLimit
  case redirect
  case retries
  case rewrite
  case satisfy
  case serverAlias
  case serverTLS
  case serviceUpstream
  case sessionAffinity
  case snippets
  case timeouts
  case tlsPassthrough
  case upstreamHost

  /// The family's reader.
  var type: any AnnotationFamily.Type {
    switch self {
    case .addressLists: AddressLists.self
    case .backendProtocol: BackendProtocol.self
    case .backendTLS: BackendTLS.self
    case .basicAuth: BasicAuth.self
    case .bodySize: BodySize.self
    case .buffering: Buffering.self
    case .canary: Canary.self
    case .clientCertificates: ClientCertificates.self
    case .connectionHeader: ConnectionHeader.self
    case .cookieRewriting: CookieRewriting.self
    case .crossOrigin: CrossOrigin.self
    case .customErrors: CustomErrors.self
    case .customHeaders: CustomHeaders.self
    case .defaultBackend: DefaultBackend.self
    case .externalAuth: ExternalAuth.self
    case .fastCGI: FastCGI.self
    case .forwardedPrefix: ForwardedPrefix.self
    case .globalAuth: GlobalAuth.self
    case .hashBy: HashBy.self
    case .http2Push: HTTP2Push.self
    case .httpsRedirect: HTTPSRedirect.self
    case .httpVersion: HTTPVersion.self
    case .loadBalancing: LoadBalancing.self
    case .locationRewriting: LocationRewriting.self
    case .logging: Logging.self
    case .mirror: Mirror.self
    case .modSecurity: ModSecurity.self
    case .openTelemetry: OpenTelemetry.self
    case .rateLimit: RateLimit.self
    case .redirect: Redirect.self
    case .retries: Retries.self
    case .rewrite: Rewrite.self
    case .satisfy: Satisfy.self
    case .serverAlias: ServerAlias.self
    case .serverTLS: ServerTLS.self
    case .serviceUpstream: ServiceUpstream.self
    case .sessionAffinity: SessionAffinity.self
    case .snippets: Snippets.self
    case .timeouts: Timeouts.self
    case .tlsPassthrough: TLSPassthrough.self
    case .upstreamHost: UpstreamHost.self
    }
  }
}

extension Family {
  /// The family of each key.
  static let byKey: [String: Family] = {
    var families: [String: Family] = [:]
    for family in allCases {
      for key in family.keys { families[key] = family }
    }
    return families
  }()

  /// What there is to know of each key, by key.
  static let entries: [String: AnnotationEntry] = {
    var entries: [String: AnnotationEntry] = [:]
    for family in allCases { collect(family.type, into: &entries) }
    return entries
  }()

  /// The same, sorted by key.
  static let sortedEntries = entries.sorted { $0.key < $1.key }.map {
    (key: $0.key, entry: $0.value)
  }

  /// The keys of the family, without the prefix.
  var keys: [String] {
    let reader: any AnnotationFamily.Type = type
    return Self.rawKeys(of: reader)
  }

  /// The families that have a key written, in the order of the index.
  static func families(of annotations: PrefixedAnnotations) -> [Family] {
    let present = Set(annotations.inOrder.compactMap { byKey[$0.key] })
    return present.count < 2 ? Array(present) : allCases.filter(present.contains)
  }

  private static func rawKeys<Reader: AnnotationFamily>(of reader: Reader.Type) -> [String] {
    Reader.Key.allCases.map(\.rawValue)
  }

  private static func collect<Reader: AnnotationFamily>(
    _ reader: Reader.Type, into entries: inout [String: AnnotationEntry]
  ) {
    for key in Reader.Key.allCases { entries[key.rawValue] = Reader.entry(of: key) }
  }
}

/// The entry of a key without the prefix; nil for a key that the controller does not know.
func catalogued(_ key: String) -> AnnotationEntry? { Family.entries[key] }
