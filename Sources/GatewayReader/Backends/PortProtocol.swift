import Kubernetes

extension ServicePort {
  /// Whether Istio speaks HTTP/2 to the port: `appProtocol` decides, else the port's name up to its
  /// first `-` (`ConvertProtocol` in Istio).
  var isHTTP2: Bool {
    if appProtocol == "kubernetes.io/h2c" { return true }
    let word = (appProtocol.isEmpty ? name : appProtocol).lowercased()
    if word.hasPrefix("grpc-web") { return true }
    return ["http2", "grpc"].contains(word.prefix { $0 != "-" })
  }
}
