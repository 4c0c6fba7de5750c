import IngressNGINX
import Kubernetes
import Routing
import Tracing

/// What ingress-nginx answers for the objects of a cluster.
func answer(
  _ cluster: Cluster, _ request: Request = Request(host: "a.example.com"),
  options: ControllerOptions = ControllerOptions()
) -> Answer {
  Answering(IngressNGINX.read(cluster, options: options).site).answer(to: request)
}

/// The keys with the prefix of the controller's annotations.
func prefixed(_ annotations: [String: String]) -> [String: String] {
  Dictionary(
    uniqueKeysWithValues: annotations.map { ("nginx.ingress.kubernetes.io/\($0.key)", $0.value) })
}

extension Answer {
  /// The answer in one line: backends and path, status and Location, or the failure.
  var line: String {
    switch outcome {
    case .forwarded(let fractions):
      let receivers = fractions.map { fraction in
        switch fraction.receiver {
        case .backend(let backend): backend.description
        case .status(let status): String(status)
        }
      }
      return "\(receivers.joined(separator: " ")) \(upstreamPath ?? "-")"
    case .answered(let status, let location):
      return location.map { "\(status) \($0)" } ?? "\(status)"
    case .failed(let reason): return reason
    }
  }
}

extension Cluster {
  /// The same with Secrets that have these keys.
  func with(secrets: [(name: String, keys: [String])]) -> Cluster {
    var cluster = self
    for (name, keys) in secrets {
      let object = ObjectName("shop", name)
      cluster.secrets[object] = Secret(
        metadata: Metadata(name: name, namespace: "shop"), type: "Opaque", keys: keys)
    }
    return cluster
  }

  /// The same with another ConfigMap of the namespace `shop`.
  func with(map name: String, _ data: [String: String]) -> Cluster {
    var cluster = self
    cluster.configMaps[ObjectName("shop", name)] = ConfigMap(
      metadata: Metadata(name: name, namespace: "shop"), data: entries(data))
    return cluster
  }

  /// The same with a Service on port 80; `endpoints` nil leaves open how many there are.
  func with(service name: String, endpoints: Int? = nil, clusterIP: String = "") -> Cluster {
    var cluster = self
    let metadata = Metadata(name: name, namespace: "shop")
    cluster.services[ObjectName("shop", name)] = Service(
      metadata: metadata,
      ports: [ServicePort(name: "http", port: 80, targetPort: .number(80))], clusterIP: clusterIP)
    if let endpoints {
      cluster.endpointSlices.append(
        EndpointSlice(metadata: metadata, serviceName: name, readyEndpoints: endpoints))
    }
    return cluster
  }
}
