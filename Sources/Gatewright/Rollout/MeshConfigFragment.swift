import YAMLText

extension Report {
  /// What the owner of the mesh has to add to Istio's MeshConfig, as YAML below lines that say how;
  /// nil where there is nothing to add.
  ///
  /// It is no Kubernetes object: `kubectl apply` cannot take it.
  public var meshConfigFragment: String? {
    guard let fragment = surroundings.meshConfig else { return nil }
    var yaml = ""
    YAMLText.print(fragment, into: &yaml)
    return Self.head + yaml
  }

  /// The same as lines of comment, which can stand in a YAML stream.
  public var meshConfigComment: String? {
    meshConfigFragment.map { fragment in
      fragment.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        .map { line in
          if line.hasPrefix("#") { return "\(line)\n" }
          return line.isEmpty ? "#\n" : "#   \(line)\n"
        }
        .joined()
    }
  }

  private static let head = """
    # For the owner of the mesh: a part of Istio's MeshConfig, no Kubernetes object. Merge it by hand,
    # in one of these places, adding to the lists that are there:
    #
    # - istioctl: below spec.meshConfig of the IstioOperator, then istioctl install --filename FILE
    # - Helm: below meshConfig in the values of the chart istiod, then helm upgrade
    # - neither: below data.mesh of the ConfigMap of istiod:
    #   kubectl edit configmap istio --namespace istio-system
    #
    # Until it is there, the new routes refuse the requests that need it.

    """
}
