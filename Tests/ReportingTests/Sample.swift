import Evidence
import Gatewright

/// Hand-made values to tell.
enum Sample {
  static let rule = Rule(
    "cache-dropped", .warning, .changed, title: "The cache is gone", before: "It caches.",
    after: "They do not cache.", remedy: "Decide.")

  static func ingress(_ name: String) -> ObjectReference {
    ObjectReference(kind: "Ingress", namespace: "shop", name: name)
  }

  /// So many Ingresses with the same finding, and as many with nothing to say.
  static func report(_ number: Int) -> Report {
    let names = (0..<number).map { "web-\($0)" }
    let occurrences = names.map { name in
      FindingGroup.Occurrence(
        subject: ingress(name), place: Place(file: "a.yaml", line: 3), field: "cache|size",
        message: "Size <5>.")
    }
    let changed = names.map {
      IngressReport(
        reference: ingress($0), place: Place(file: "a.yaml", line: 1), verdict: .changed,
        groups: [0])
    }
    let exact = names.map {
      IngressReport(
        reference: ingress("quiet-\($0)"), place: Place(file: "b.yaml"), verdict: .exact)
    }
    return Report(
      summary: Summary(
        objectsRead: 2 * number, verdicts: [.exact: number, .changed: number],
        skipped: ["v1 Pod": 3], emitted: ["HTTPRoute": 2], findings: [.warning: number]),
      ingresses: changed + exact, groups: [FindingGroup(rule, occurrences: occurrences)])
  }

  static let difference = Difference(
    objects: [
      ObjectDifference(
        reference: ObjectReference(kind: "HTTPRoute", namespace: "a", name: "r"),
        apiVersion: "gateway.networking.k8s.io/v1",
        change: .changed([
          FieldChange(path: "spec.x", old: "\"a|b\"", new: "2"),
          FieldChange(path: "spec.y", new: "1"),
        ])),
      ObjectDifference(
        reference: ObjectReference(kind: "Gateway", namespace: "a", name: "g"),
        apiVersion: "gateway.networking.k8s.io/v1", change: .removed),
    ], sameCount: 4)

  static let traced = Traced(
    request: RequestProbe(host: "shop.example", target: "/a?b=c", headers: [HeaderLine("X", "1")]),
    ingress: TraceAnswer(
      outcome: .forwarded([
        TraceShare(receiver: "shop/web:80", numerator: 3, denominator: 4),
        TraceShare(receiver: "status:500", numerator: 1, denominator: 4),
      ]), upstreamPath: "/a?b=c", upstreamHost: "shop.example",
      responseHeaders: [
        HeaderLine("Set-Cookie", "a=b"), HeaderLine("X-Up", "1"), HeaderLine("x-up", "2"),
      ],
      upstreamHeaders: [HeaderLine("X-Gone", nil)], certificate: "shop/tls", conditions: ["auth"],
      steps: [
        TraceStep(
          "server shop.example", subject: ingress("web"), place: Place(file: "a.yaml", line: 2))
      ]),
    gateway: TraceAnswer(outcome: .answered(status: 308, location: "https://shop.example/")),
    agree: false)
}
