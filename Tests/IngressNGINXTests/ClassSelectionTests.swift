import Evidence
import IngressNGINX
import Kubernetes
import Testing

/// The table of `store.GetIngressClass`.
@Suite("class selection")
struct ClassSelectionTests {
  /// How an Ingress names its class and what the controller is told.
  struct Case: Sendable, CustomStringConvertible {
    var field: String?
    var annotation: String?
    var isWithoutClass = false
    var isByName = false
    var isServed: Bool
    var code: String?

    init(
      _ field: String?, _ annotation: String?, withoutClass: Bool = false, byName: Bool = false,
      _ code: String? = nil
    ) {
      (self.field, self.annotation, self.code) = (field, annotation, code)
      (isWithoutClass, isByName, isServed) = (withoutClass, byName, code == nil)
    }

    var description: String {
      "\(field ?? "-") \(annotation ?? "-") \(isWithoutClass) \(isByName)"
    }
  }

  private static let other = "ingress-of-another-class"
  private static let none = "ingress-without-class"

  @Test(
    "goes by the field, then by the annotation",
    arguments: [
      // Names an IngressClass of ours; the annotation is not looked at.
      Case("ours", nil), Case("ours", "nginx"), Case("ours", "other"),
      // Names another, or one that nobody knows.
      Case("theirs", nil, other), Case("theirs", "nginx", other),
      Case("theirs", nil, withoutClass: true, other), Case("missing", "nginx", other),
      Case("missing", nil, withoutClass: true, other),
      // Names the class like the flag, which another controller has.
      Case("nginx", nil, other), Case("nginx", nil, byName: true),
      Case("theirs", nil, byName: true, other),
      // Names none.
      Case(nil, "nginx"), Case(nil, "nginx", withoutClass: true), Case(nil, "other", other),
      Case(nil, "other", withoutClass: true, other), Case(nil, "NGINX", other),
      Case(nil, "", other), Case(nil, "", withoutClass: true, other), Case(nil, nil, none),
      Case(nil, nil, withoutClass: true), Case(nil, nil, byName: true, none),
    ])
  func matrix(_ one: Case) {
    var options = ControllerOptions()
    options.watchesIngressWithoutClass = one.isWithoutClass
    options.acceptsClassByName = one.isByName
    let annotations = one.annotation.map { ["kubernetes.io/ingress.class": $0] } ?? [:]
    var cluster = Cluster(sample(className: one.field, annotations: annotations))
    for (name, controller) in [("ours", "k8s.io/ingress-nginx"), ("theirs", "x"), ("nginx", "x")] {
      cluster.ingressClasses[name] = IngressClass(
        name: name, controller: controller, isDefault: false)
    }
    let reading = read(cluster, options: options)
    #expect(reading.state == (one.isServed ? "accepted" : "ignored"))
    #expect(reading.codes == (one.code.map { [$0] } ?? []))
  }

  @Test("takes the class named like the flag to be ours where the input does not say whose it is")
  func missingClass() {
    var options = ControllerOptions()
    #expect(read(Cluster(sample()), options: options).state == "accepted")
    options.ingressClass = "public"
    #expect(read(Cluster(sample()), options: options).state == "ignored")
    #expect(read(Cluster(sample(className: "public")), options: options).state == "accepted")
  }

  @Test("goes by --controller-class")
  func controllerClass() {
    var options = ControllerOptions()
    options.controllerClass = "k8s.io/internal"
    var cluster = Cluster(sample(className: "internal"))
    cluster.ingressClasses["internal"] = IngressClass(
      name: "internal", controller: "k8s.io/internal", isDefault: false)
    #expect(read(cluster, options: options).state == "accepted")
    #expect(read(cluster).state == "ignored")
  }
}
