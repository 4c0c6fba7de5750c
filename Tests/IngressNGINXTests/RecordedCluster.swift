import IngressNGINX
import Kubernetes
import RecordedAnswers
import Testing

extension RecordedCase {
  /// The objects of the case and how the controller was started.
  func cluster() throws -> (Cluster, ControllerOptions) {
    var importer = Importer()
    importer.read(try bytes("input.yaml"), file: "input.yaml")
    var cluster = importer.cluster
    let settings = try settings()
    for name in settings.emptyServices ?? [] {
      let parts = name.split(separator: "/").map(String.init)
      cluster.endpointSlices.append(
        EndpointSlice(
          metadata: Metadata(name: parts[1], namespace: parts[0]), serviceName: parts[1],
          readyEndpoints: 0))
    }
    return (cluster, options(settings))
  }

  private func options(_ settings: RecordedSettings) -> ControllerOptions {
    var options = ControllerOptions()
    for (flag, value) in settings.controllerFlags ?? [:] {
      switch (flag, value) {
      case ("watch-ingress-without-class", .flag(let isOn)):
        options.watchesIngressWithoutClass = isOn
      case ("default-backend-service", .text(let name)):
        let parts = name.split(separator: "/").map(String.init)
        options.defaultBackendService = ObjectName(parts[0], parts[1])
      default: Issue.record("unknown flag \(flag)")
      }
    }
    return options
  }
}
