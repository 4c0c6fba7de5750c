package import Kubernetes

/// One annotation on one Ingress that the controller looks at.
package struct AnnotationUse: Hashable, Sendable {
  /// The whole key.
  package var annotation: String
  /// The key without `--annotations-prefix`; nil where it is under another.
  package var key: String?
  package var namespace: String
}

/// Every annotation that ingress-nginx reads, once read, or seems to read, on the Ingresses that the
/// controller looks at; those of other controllers are left out.
package func annotationUses(
  _ cluster: Cluster, flags: [ControllerFlag], version: ControllerVersion?
) -> [AnnotationUse] {
  let options = ControllerStart(cluster, flags, version).options
  let settings = ControllerSettings(
    cluster.configMaps[options.configMap], version: options.version)
  let screening = Screening(cluster, options, settings)
  return cluster.ingresses.filter { screening.outcome(of: $0)?.state != .ignored }
    .flatMap { uses(in: $0, prefix: options.annotationsPrefix) }
}

private func uses(in ingress: Ingress, prefix: String) -> [AnnotationUse] {
  let start = prefix + "/"
  return Set(ingress.metadata.annotations.map(\.key)).compactMap { annotation in
    let isOurs = annotation.hasPrefix(start)
    guard isOurs || ForeignAnnotation(annotation, prefix: prefix) != nil else { return nil }
    return AnnotationUse(
      annotation: annotation, key: isOurs ? String(annotation.dropFirst(start.count)) : nil,
      namespace: ingress.metadata.namespace)
  }
}
