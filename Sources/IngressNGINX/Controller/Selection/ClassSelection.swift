import Kubernetes

/// Whether the controller serves an Ingress at all (`store.GetIngressClass`).
///
/// Manifests seldom hold the IngressClass itself: the class named like `--ingress-class` counts as
/// ours unless the input says whose it is. With `--ingress-class-by-name` it always is.
func isServed(
  _ ingress: Ingress, _ classes: [String: IngressClass], _ options: ControllerOptions
) -> Bool {
  if let name = ingress.className, !name.isEmpty {
    let isByName = name == options.ingressClass
    guard let ingressClass = classes[name] else { return isByName }
    return ingressClass.controller == options.controllerClass
      || (options.acceptsClassByName && isByName)
  }
  guard let annotated = annotatedClass(ingress) else { return options.watchesIngressWithoutClass }
  return annotated == options.ingressClass
}

/// The class that an Ingress names, by its field or by the older annotation; nil for none.
func className(of ingress: Ingress) -> String? {
  guard let name = ingress.className, !name.isEmpty else { return annotatedClass(ingress) }
  return name
}

/// An empty annotation names a class, too: none that is ours.
private func annotatedClass(_ ingress: Ingress) -> String? {
  ingress.metadata.annotations.last { $0.key == "kubernetes.io/ingress.class" }?.value
}
