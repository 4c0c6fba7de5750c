import Evidence
import Gatewright

/// Ingresses of which the same is to be said.
struct Fold: Hashable {
  var verdict: Verdict
  var reason: String?
  /// The codes of their findings, worst first.
  var codes: [String]
  /// The Ingresses, by namespace and name.
  var ingresses: [IngressReport]
}

/// Gathers Ingresses with the same verdict and the same codes, worst first.
func folds(of report: Report) -> [Fold] {
  var folds: [Fold: [IngressReport]] = [:]
  for ingress in report.ingresses {
    let codes = codes(of: ingress, report.groups)
    let key = Fold(verdict: ingress.verdict, reason: ingress.reason, codes: codes, ingresses: [])
    folds[key, default: []].append(ingress)
  }
  return folds.map { key, ingresses in
    Fold(verdict: key.verdict, reason: key.reason, codes: key.codes, ingresses: ingresses)
  }
  .sorted(by: precedes)
}

private func codes(of ingress: IngressReport, _ groups: [FindingGroup]) -> [String] {
  var codes: [String] = []
  for index in ingress.groups where groups.indices.contains(index) {
    let code = groups[index].rule.code
    if !codes.contains(code) { codes.append(code) }
  }
  return codes
}

private func precedes(_ left: Fold, _ right: Fold) -> Bool {
  if left.verdict != right.verdict { return left.verdict > right.verdict }
  return (left.first, left.reason ?? "") < (right.first, right.reason ?? "")
}

extension Fold {
  var first: ObjectReference {
    ingresses.first?.reference ?? ObjectReference(kind: "", namespace: "", name: "")
  }

  /// The Ingresses' names, at most so many of them.
  func names(atMost limit: Int) -> String {
    let names = ingresses.prefix(limit).map { "\($0.reference.namespace)/\($0.reference.name)" }
    let rest = ingresses.count - names.count
    return names.joined(separator: ", ") + (rest > 0 ? " and \(grouped(rest)) more" : "")
  }

  /// Why, in one phrase: the reason and the codes.
  var why: String {
    ([reason].compactMap { $0 } + [codes.joined(separator: ", ")]).filter { !$0.isEmpty }
      .joined(separator: "; ")
  }
}
