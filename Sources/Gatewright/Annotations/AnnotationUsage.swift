import Evidence
import IngressNGINX
import Kubernetes

/// Which annotations some manifests use, and where.
public struct AnnotationUsage: Hashable, Sendable {
  /// One annotation and the Ingresses that carry it.
  public struct Row: Hashable, Sendable {
    /// The whole key.
    public var annotation: String
    /// What ingress-nginx makes of it.
    public var standing: Standing
    /// How many Ingresses carry it, by namespace.
    public var namespaces: [String: Int]

    /// How many Ingresses carry it.
    public var total: Int { namespaces.values.reduce(0, +) }

    /// Makes a row.
    public init(annotation: String, standing: Standing, namespaces: [String: Int]) {
      self.annotation = annotation
      self.standing = standing
      self.namespaces = namespaces
    }
  }

  /// What ingress-nginx makes of an annotation.
  public enum Standing: Hashable, Sendable {
    /// It reads it.
    case read(AnnotationDescription)
    /// It does not read it, and this is known of it.
    case ineffective(IneffectiveAnnotation)
    /// It does not know it; perhaps another annotation was meant, here without its prefix.
    case unknown(nearest: String?)
  }

  /// The annotations, sorted by key.
  public var rows: [Row]
  /// What could not be read.
  public var findings: [FindingGroup]

  /// Makes a count.
  public init(rows: [Row], findings: [FindingGroup] = []) {
    self.rows = rows
    self.findings = findings
  }

  /// Whether some input, or some object of it, could not be read.
  public var hasUnreadableInput: Bool {
    findings.contains { $0.rule.effect == .unreadable && $0.severity == .error }
  }
}

/// Counts the annotations for ingress-nginx on the Ingresses of its class.
public func annotationUsage(
  _ inputs: some Sequence<Input>, options: MigrationOptions = MigrationOptions()
) -> AnnotationUsage {
  let cluster = Surroundings(inputs, options: options).cluster
  var counts: [String: [String: Int]] = [:]
  var keys: [String: String] = [:]
  let uses = annotationUses(
    cluster, flags: options.controller.said, version: options.controller.version?.version)
  for use in uses {
    counts[use.annotation, default: [:]][use.namespace, default: 0] += 1
    keys[use.annotation] = use.key
  }
  let known = Dictionary(AnnotationDescription.all.map { ($0.key, $0) }) { $1 }
  let rows = counts.sorted { $0.key < $1.key }.map { annotation, namespaces in
    AnnotationUsage.Row(
      annotation: annotation, standing: standing(of: annotation, keys[annotation], known),
      namespaces: namespaces)
  }
  let unreadable = cluster.findings.filter { $0.rule.effect == .unreadable }
  return AnnotationUsage(rows: rows, findings: Grouping(unreadable).groups)
}

private func standing(
  of annotation: String, _ key: String?, _ known: [String: AnnotationDescription]
) -> AnnotationUsage.Standing {
  if let description = key.flatMap({ known[$0] }) { return .read(description) }
  if let ineffective = IneffectiveAnnotation(annotation, key: key) {
    return .ineffective(ineffective)
  }
  let nearest = key.flatMap { nearestWord(to: $0, among: known.keys) }
  return .unknown(nearest: nearest)
}
