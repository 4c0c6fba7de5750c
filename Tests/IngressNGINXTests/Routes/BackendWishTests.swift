import Kubernetes
import Routing
import Testing

@testable import IngressNGINX

@Suite("what nginx asks of backends")
struct BackendWishTests {
  @Test(
    "one variable is a key, everything else a text",
    arguments: [
      ("$remote_addr", HashKey.address), ("$binary_remote_addr", .address),
      ("$http_x_user_id", .header("x-user-id")), ("${http_x}", .header("x")),
      ("$cookie_Sid", .cookie("Sid")), ("$arg_q", .parameter("q")),
      ("$request_uri", .header(":path")), ("$host", .header(":authority")),
      ("$uri", .text("$uri")), ("$http_", .text("$http_")), ("$http_x-y", .text("$http_x-y")),
      ("$remote_addr$host", .text("$remote_addr$host")), ("fixed", .text("fixed")),
    ])
  func hash(_ text: String, _ key: HashKey) {
    #expect(HashKey(nginx: text) == key)
  }

  @Test(
    "an ExternalName is a host, a Service or neither",
    arguments: [
      ("api.test", ServiceResolution.ExternalTarget.host("api.test")),
      ("API.Test.", .host("api.test")), ("web.shop.svc", .service(ObjectName("shop", "web"))),
      ("web.shop.svc.cluster.local", .service(ObjectName("shop", "web"))),
      ("web.shop", .service(ObjectName("shop", "web"))), ("web.gone", .host("web.gone")),
      ("web", .unsayable), ("192.0.2.1", .unsayable), ("2001:db8::1", .unsayable),
      ("a_b.test", .unsayable), ("localhost", .refused), ("127.0.0.1", .refused),
    ])
  func external(_ name: String, _ target: ServiceResolution.ExternalTarget) {
    #expect(Self.resolution.externalTarget(of: Self.external(name)) == target)
  }

  @Test(
    "an ExternalName is reached on its target port, or on any number",
    arguments: [
      (ServicePortReference.number(80), Optional(8080)), (.name("web"), 8080), (.number(81), 81),
      (.name("gone"), nil), (.name("named"), 90),
    ])
  func port(_ reference: ServicePortReference, _ number: Int?) {
    let backend = Self.resolution.externalBackend(Self.external("api.test"), reference)
    #expect(number == nil ? backend.state == .missing : backend.port == number)
    #expect(backend.namespace.isEmpty == (number != nil))
  }

  private static func external(_ name: String) -> Service {
    Service(
      metadata: Metadata(name: "out", namespace: "shop"),
      ports: [
        ServicePort(name: "web", port: 80, targetPort: .number(8080), transport: "TCP"),
        ServicePort(name: "named", port: 90, targetPort: .name("http"), transport: "TCP"),
      ], type: "ExternalName", externalName: name)
  }

  private static let resolution: ServiceResolution = {
    var cluster = Cluster()
    cluster.services[ObjectName("shop", "web")] = Service(
      metadata: Metadata(name: "web", namespace: "shop"),
      ports: [ServicePort(name: "", port: 80, targetPort: .number(80), transport: "TCP")])
    return ServiceResolution(cluster, ControllerOptions())
  }()
}
