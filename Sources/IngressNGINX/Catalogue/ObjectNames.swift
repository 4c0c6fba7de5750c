import Kubernetes

/// `namespace/name`; nil where there is not exactly one slash (`k8s.ParseNameNS`).
func qualifiedName(_ text: String) -> ObjectName? {
  let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
  return parts.count == 2 ? ObjectName(parts[0], parts[1]) : nil
}

/// `name` of a namespace, or `namespace/name`; nil where there are more slashes
/// (`cache.SplitMetaNamespaceKey`).
func objectName(_ text: String, in namespace: String) -> ObjectName? {
  guard text.contains("/") else { return ObjectName(namespace, text) }
  guard let name = qualifiedName(text) else { return nil }
  return name.namespace.isEmpty ? ObjectName(namespace, name.name) : name
}
