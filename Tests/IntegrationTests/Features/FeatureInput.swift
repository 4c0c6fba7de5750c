import RecordedAnswers

/// Manifests of which inputs are made.
enum FeatureInput {
  /// An Ingress with annotations of ingress-nginx, whose names are short here.
  static func ingress(
    _ host: String, _ annotations: KeyValuePairs<String, String> = [:], path: String = "/",
    type: String = "Prefix", service: String = "app", port: Int = 80, tls: Bool = false
  ) -> String {
    let name = host.split(separator: ".").first.map(String.init) ?? host
    let written = annotations.map { key, value in
      "    nginx.ingress.kubernetes.io/\(key): '\(value)'"
    }
    let secured = tls ? "\n  tls: [{hosts: [\(host)], secretName: cert}]" : ""
    return """
      ---
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: \(name)\(path == "/" ? "" : "-\(path.filter(\.isLetter))")
        namespace: default
        annotations:
          example.com/about: features
      \(written.joined(separator: "\n"))
      spec:
        ingressClassName: nginx\(secured)
        rules:
        - host: \(host)
          http:
            paths:
            - path: '\(path)'
              pathType: \(type)
              backend: {service: {name: \(service), port: {number: \(port)}}}

      """
  }

  /// A Service; with addresses there is an endpoint for each, of which those in 192.0.2.0/24 are dead.
  static func service(_ name: String, port: Int = 80, addresses: [String] = []) -> String {
    """
    ---
    apiVersion: v1
    kind: Service
    metadata: {name: \(name), namespace: default}
    spec:
      selector: {app: \(name)}
      ports: [{name: http, port: \(port), targetPort: 8080}]

    """ + (addresses.isEmpty ? "" : slice(of: name, addresses))
  }

  /// A Service behind which nothing stands.
  static func emptyService(_ name: String) -> String { service(name) + slice(of: name, []) }

  private static func slice(of service: String, _ addresses: [String]) -> String {
    let endpoints = addresses.map { "{addresses: [\($0)], conditions: {ready: true}}" }
    return """
      ---
      apiVersion: discovery.k8s.io/v1
      kind: EndpointSlice
      metadata:
        name: \(service)-1
        namespace: default
        labels: {kubernetes.io/service-name: \(service)}
      addressType: IPv4
      endpoints: [\(endpoints.joined(separator: ", "))]
      ports:
      - {name: http, port: 8080, protocol: TCP}

      """
  }

  static func configMap(_ name: String, _ data: KeyValuePairs<String, String>) -> String {
    """
    ---
    apiVersion: v1
    kind: ConfigMap
    metadata: {name: \(name), namespace: default}
    data: {\(data.map { "\($0): '\($1)'" }.joined(separator: ", "))}

    """
  }

  /// A Secret whose values are taken as they stand.
  static func secret(_ name: String, _ data: KeyValuePairs<String, String>) -> String {
    """
    ---
    apiVersion: v1
    kind: Secret
    metadata: {name: \(name), namespace: default}
    stringData: {\(data.map { "\($0): '\($1)'" }.joined(separator: ", "))}

    """
  }

  /// A Secret with a password file.
  static func passwords(_ name: String, _ lines: [String]) -> String {
    let written = lines.map { "\n    \($0)" }.joined()
    return """
      ---
      apiVersion: v1
      kind: Secret
      metadata: {name: \(name), namespace: default}
      stringData:
        auth: |\(written)

      """
  }
}

extension FeatureInput {
  /// The certificate of `secure.example.com`, as a recorded case has it, with the name of ours.
  static let certificate: String = {
    let recorded = RecordedCase.all("ingress-nginx-oracle").first { $0.name == "www-redirect-03" }
    let manifests = (try? recorded?.bytes("input.yaml")).map { String(decoding: $0, as: UTF8.self) }
    let secret = (manifests ?? "").split(separator: "---\n").first { $0.contains("kind: Secret") }
    return "---\n\((secret ?? "").replacing("name: t1", with: "name: cert"))"
  }()
}
