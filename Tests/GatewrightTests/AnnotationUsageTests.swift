import Evidence
import Gatewright
import Testing

@Suite("AnnotationUsage")
struct AnnotationUsageTests {
  @Test("counts by key and namespace, on Ingresses of the controller's class only")
  func counts() {
    let usage = annotationUsage([
      Input(
        name: "x.yaml",
        text: Self.ingress("a", "shop", ["canary": "true", "use-regex": "no"])
          + Self.ingress("b", "shop", ["canary": "true"])
          + Self.ingress("c", "blog", ["canary": "true"])
          + Self.ingress("d", "blog", ["canary": "true"], className: "other"))
    ])
    #expect(usage.rows.map(\.annotation) == ["canary", "use-regex"].map { Self.prefix + $0 })
    #expect(usage.rows.first?.namespaces == ["blog": 1, "shop": 2])
    #expect(usage.rows.map(\.total) == [3, 1])
    #expect(!usage.hasUnreadableInput)
  }

  @Test("names what ingress-nginx does not read")
  func ineffective() throws {
    let keys = ["secure-backends": "true", "use-regexx": "true", "q": "x"]
    let usage = annotationUsage([
      Input(
        name: "x.yaml",
        text: Self.ingress("a", "shop", keys)
          + "    ingress.kubernetes.io/app-root: /x\n    example.com/x: y\n" + Self.end)
    ])
    #expect(
      usage.rows.map { Self.word($0.standing) } == [
        "annotation-of-another-controller", "unknown", "annotation-removed",
        "unknown, near use-regex",
      ])
  }

  @Test("says what cannot be read")
  func unreadable() {
    let usage = annotationUsage([Input(name: "x.yaml", text: "a: [")])
    #expect(usage.rows.isEmpty)
    #expect(usage.hasUnreadableInput)
  }

  private static let prefix = "nginx.ingress.kubernetes.io/"
  private static let end = "---\n"

  private static func word(_ standing: AnnotationUsage.Standing) -> String {
    switch standing {
    case .read: "read"
    case .ineffective(let known): known.rule.code
    case .unknown(let nearest): "unknown" + (nearest.map { ", near \($0)" } ?? "")
    }
  }

  private static func ingress(
    _ name: String, _ namespace: String, _ annotations: [String: String],
    className: String = "nginx"
  ) -> String {
    let lines = annotations.map { "    \(prefix)\($0.key): \"\($0.value)\"\n" }.sorted().joined()
    return """
      ---
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      spec:
        ingressClassName: \(className)
        defaultBackend: {service: {name: web, port: {number: 80}}}
      metadata:
        name: \(name)
        namespace: \(namespace)
        annotations:

      """ + lines
  }
}
