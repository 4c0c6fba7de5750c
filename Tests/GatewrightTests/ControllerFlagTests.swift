import Evidence
import Kubernetes
import Testing

@testable import Gatewright
@testable import IngressNGINX

@Suite("flags of the controller")
struct ControllerFlagTests {
  @Test("are all said in the controller's own words, and nothing where nothing is said")
  func said() {
    #expect(ControllerFlags().said == [])
    let flags = Self.everything.said
    #expect(Set(flags.map(\.name)) == Set(ServingFlag.allCases.map(\.rawValue)))
    var options = ControllerOptions()
    for flag in flags {
      let isTaken = ServingFlag(rawValue: flag.name).map { options.take($0, flag.value) }
      #expect(isTaken == true, "\(flag.name)")
    }
    #expect(options.httpPort == 8080)
    #expect(options.inspectsDeeply == false)
    #expect(options.namespaceSelector?.text == "team=web")
    #expect(options.defaultBackendService?.description == "ops/pages")
  }

  @Test("choose what is migrated")
  func migration() {
    let inputs = Shop.input(Shop.services, Shop.stable)
    var options = MigrationOptions()
    #expect(!migrate(inputs, options: options).manifests.isEmpty)
    options.controller.watchedNamespace = "elsewhere"
    let codes = migrate(inputs, options: options).report.groups.map(\.rule.code)
    #expect(codes.contains("ingress-not-watched"))
  }

  @Test(
    "know versions",
    arguments: [
      ("1.11.3", "1.11.3"), ("v1.12", "1.12.0"), ("1", nil), ("v1.x", nil), ("", nil),
      ("1.2.3.4", nil), ("1.9.4-debian", "1.9.4"),
    ])
  func versions(_ text: String, _ version: String?) {
    #expect(Gatewright.ControllerVersion(text)?.description == version)
  }

  private static var everything: ControllerFlags {
    var flags = ControllerFlags()
    flags.configMap = QualifiedName("ops", "settings")
    flags.annotationsPrefix = "example.com"
    flags.validatesAnnotations = false
    flags.ingressClass = "public"
    flags.controllerClass = "k8s.io/public"
    flags.watchesIngressWithoutClass = true
    flags.acceptsClassByName = true
    flags.watchedNamespace = ""
    flags.namespaceSelector = Gatewright.NamespaceSelector("team=web")
    flags.defaultBackendService = QualifiedName("ops", "pages")
    flags.defaultSSLCertificate = QualifiedName("ops", "certificate")
    flags.enablesSSLPassthrough = true
    flags.disablesCatchAll = true
    flags.disablesExternalName = true
    flags.httpPort = 8080
    flags.httpsPort = 8443
    flags.inspectsDeeply = false
    flags.tcpServices = QualifiedName("ops", "tcp")
    flags.udpServices = QualifiedName("ops", "udp")
    flags.routesByTopology = true
    return flags
  }
}
