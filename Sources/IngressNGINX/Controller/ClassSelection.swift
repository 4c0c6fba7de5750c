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
  let annotation = ingress.metadata.annotations.first { $0.key == "kubernetes.io/ingress.class" }
  guard let annotation, !annotation.value.isEmpty else {
    return options.watchesIngressWithoutClass
  }
  return annotation.value == options.ingressClass
}
