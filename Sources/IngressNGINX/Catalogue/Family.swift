import Kubernetes

/// The index of the annotation families, by name.
enum Family: CaseIterable, Hashable, Sendable {
  case addressLists
  case backendProtocol
  case bodySize
  case buffering
  case canary
  case connectionHeader
  case cookieRewriting
  case crossOrigin
  case customErrors
  case defaultBackend
  case fastCGI
  case forwardedPrefix
  case hashBy
  case http2Push
  case httpsRedirect
  case httpVersion
  case loadBalancing
  case locationRewriting
  case redirect
  case retries
  case rewrite
  case serviceUpstream
  case sessionAffinity
  case timeouts
  case upstreamHost

  /// The family's reader.
  var type: any AnnotationFamily.Type {
    switch self {
    case .addressLists: AddressLists.self
    case .backendProtocol: BackendProtocol.self
    case .bodySize: BodySize.self
    case .buffering: Buffering.self
    case .canary: Canary.self
    case .connectionHeader: ConnectionHeader.self
    case .cookieRewriting: CookieRewriting.self
    case .crossOrigin: CrossOrigin.self
    case .customErrors: CustomErrors.self
    case .defaultBackend: DefaultBackend.self
    case .fastCGI: FastCGI.self
    case .forwardedPrefix: ForwardedPrefix.self
    case .hashBy: HashBy.self
    case .http2Push: HTTP2Push.self
    case .httpsRedirect: HTTPSRedirect.self
    case .httpVersion: HTTPVersion.self
    case .loadBalancing: LoadBalancing.self
    case .locationRewriting: LocationRewriting.self
    case .redirect: Redirect.self
    case .retries: Retries.self
    case .rewrite: Rewrite.self
    case .serviceUpstream: ServiceUpstream.self
    case .sessionAffinity: SessionAffinity.self
    case .timeouts: Timeouts.self
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
