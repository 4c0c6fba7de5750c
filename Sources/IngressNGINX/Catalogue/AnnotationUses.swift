package import Kubernetes

/// One annotation on one Ingress that the controller looks at.
package struct AnnotationUse: Hashable, Sendable {
  /// The whole key.
  package var annotation: String
  package var namespace: String
}

/// Every annotation of the Ingresses of the controller's class that ingress-nginx reads, once read,
/// or seems to read; those of other controllers are left out.
package func annotationUses(
  _ cluster: Cluster, options: ControllerOptions = ControllerOptions()
) -> [AnnotationUse] {
  cluster.ingresses.filter { isServed($0, cluster.ingressClasses, options) }.flatMap { ingress in
    Set(ingress.metadata.annotations.map(\.key))
      .filter { $0.hasPrefix(annotationPrefix) || ForeignAnnotation($0) != nil }
      .map { AnnotationUse(annotation: $0, namespace: ingress.metadata.namespace) }
  }
}
