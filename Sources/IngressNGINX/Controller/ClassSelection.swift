import Kubernetes

/// Whether the controller serves an Ingress at all (`store.GetIngressClass`).
///
/// Manifests seldom hold the IngressClass itself: the class named like `--ingress-class` counts as
/// ours unless the input says whose it is.
func isServed(
  _ ingress: Ingress, _ classes: [String: IngressClass], _ options: ControllerOptions
) -> Bool {
  if let name = ingress.className, !name.isEmpty {
    guard let ingressClass = classes[name] else {
      return name == options.ingressClass
    }
    return ingressClass.controller == options.controllerClass
  }
  guard let annotated = annotatedClass(ingress) else { return options.watchesIngressWithoutClass }
  return annotated == options.ingressClass
}

/// The class that an Ingress names, by its field or by the older annotation; nil for none.
func className(of ingress: Ingress) -> String? {
  guard let name = ingress.className, !name.isEmpty else { return annotatedClass(ingress) }
  return name
}

private func annotatedClass(_ ingress: Ingress) -> String? {
  let annotation = ingress.metadata.annotations.first { $0.key == "kubernetes.io/ingress.class" }
  guard let value = annotation?.value, !value.isEmpty else { return nil }
  return value
}
