import Evidence
import Kubernetes
import Testing

@Suite("what runs the controller")
struct ControllerWorkloadTests {
  private static let deployment = """
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: controller, namespace: ops}
    spec:
      replicas: 2
      template:
        spec:
          containers:
            - name: sidecar
              image: busybox
              args: [--other]
            - name: controller
              image: registry.k8s.io/ingress-nginx/controller:v1.11.3
              args:
                - /nginx-ingress-controller
                - --configmap=$(POD_NAMESPACE)/settings
                - --ingress-class=$(CLASS)
                - --x=$(UNKNOWN)
              env:
                - name: POD_NAMESPACE
                  valueFrom: {fieldRef: {fieldPath: metadata.namespace}}
                - {name: CLASS, value: public}
    """

  @Test("is read from a Deployment, with the place of each word")
  func deployment() {
    let cluster = imported(Self.deployment)
    let workload = cluster.controllers.first
    #expect(cluster.controllers.count == 1 && cluster.skipped.isEmpty && cluster.findings.isEmpty)
    #expect(workload?.reference.description == "Deployment ops/controller")
    #expect(workload?.image == "registry.k8s.io/ingress-nginx/controller:v1.11.3")
    #expect(
      workload?.words.map(\.text) == [
        "/nginx-ingress-controller", "--configmap=ops/settings", "--ingress-class=public",
        "--x=$(UNKNOWN)",
      ])
    #expect(workload?.words.map(\.place.line) == [15, 16, 17, 18])
  }

  @Test(
    "is a DaemonSet or a Pod, too, known by its image or its program",
    arguments: [
      ("Deployment", "apps/v1", "image: x/nginx-ingress-controller:1.9.4", 1),
      ("DaemonSet", "apps/v1", "image: a/ingress-nginx/controller-chroot:v1.9.4", 1),
      ("DaemonSet", "apps/v1", "{image: mine, command: [/nginx-ingress-controller]}", 1),
      ("Pod", "v1", "{image: mine, args: [/nginx-ingress-controller]}", 1),
      ("Deployment", "apps/v1", "image: nginx", 0),
      ("Deployment", "apps/v1", "image: a/ingress-nginx/kube-webhook-certgen", 0),
      ("StatefulSet", "apps/v1", "image: x/nginx-ingress-controller:1.9.4", 0),
      ("Pod", "v1", "image: [1]", 0),
    ])
  func kinds(_ kind: String, _ version: String, _ container: String, _ count: Int) {
    let body = container.hasPrefix("{") ? container : "{\(container)}"
    let pod = "spec: {containers: [\(body)]}"
    let cluster = imported(
      """
      apiVersion: \(version)
      kind: \(kind)
      metadata: {name: a}
      \(kind == "Pod" ? pod : "spec: {template: {\(pod)}}")
      """)
    #expect(cluster.controllers.count == count)
    #expect(cluster.skipped == (count == 0 ? ["\(version) \(kind)": 1] : [:]))
    #expect(cluster.findings.isEmpty)
  }

  @Test("is told where a word is no text, and is then left out")
  func wrongTypes() {
    let cluster = imported(
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: a}
      spec:
        containers:
          - image: ingress-nginx/controller
            args: [--http-port, 80]
      """)
    #expect(cluster.findings.map(mark) == ["wrong-type 7"])
    #expect(cluster.controllers.isEmpty)
  }

  @Test("counts once where it stands twice, the last one with the age of the first")
  func twice() {
    let cluster = imported(
      Self.deployment, Self.deployment.replacing("public", with: "internal"))
    #expect(cluster.controllers.count == 1)
    #expect(cluster.controllers.first?.words.map(\.text)[2] == "--ingress-class=internal")
    #expect(cluster.findings.map(\.rule.code) == ["duplicate-object"])
  }
}
