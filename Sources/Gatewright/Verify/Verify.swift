import Evidence
import Routing
import Tracing
import Verification

/// Compares what ingress-nginx answers with what new routes answer, over all requests.
///
/// - Parameters:
///   - inputs: the manifests that ingress-nginx serves, with the Services around them.
///   - gateway: Gateway API manifests, whoever wrote them; nil takes those that `migrate` writes.
///     Either way only YAML text is read.
///   - options: what the user chose.
/// - Returns: a verdict for each host and Ingress, with the shortest request for each difference.
public func verify(
  _ inputs: [Input], gateway: [Input]? = nil, options: MigrationOptions = MigrationOptions()
) -> VerificationReport {
  let objects = Surroundings(inputs, options: options)
  let source = Source(objects, options: options)
  let ours = Translation(of: source, options: options)
  let work = VerificationWork(source, objects.cluster, ours, options)
  return work.report(on: gateway)
}

/// What the migration writes for a source, as text, and what it finds.
struct Translation {
  let manifests: Input
  let report: Report

  init(_ text: String, _ report: Report) {
    manifests = Input(name: "(migrated)", text: text)
    self.report = report
  }

  init(of source: Source, options: MigrationOptions) {
    var text = ""
    let report = migrate(source, options: options) { text += "---\n" + $0.yaml }
    self.init(text, report)
  }
}
