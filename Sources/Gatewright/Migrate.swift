import Evidence
import GatewayWriter
import IngressNGINX
import YAMLText

/// Translates manifests of ingress-nginx into Gateway API and Istio objects.
///
/// Reads no files and keeps nothing: the same inputs give the same bytes.
public func migrate(
  _ inputs: some Sequence<Input>, options: MigrationOptions = MigrationOptions()
) -> Migration {
  var manifests: [Manifest] = []
  let report = migrate(inputs, options: options) { manifests.append($0) }
  return Migration(manifests: manifests, report: report)
}

/// Translates like `migrate(_:options:)`, handing over each object as soon as it is written.
///
/// - Parameters:
///   - inputs: the manifests, in any order; a lazy sequence keeps only one text in memory.
///   - options: what the user chose.
///   - emit: takes each object once, in a stable order; use it where keeping all objects of a
///     large cluster in memory is unwanted.
/// - Returns: what is the same, what differs, and what to do.
public func migrate(
  _ inputs: some Sequence<Input>, options: MigrationOptions = MigrationOptions(),
  emit: (Manifest) -> Void
) -> Report {
  let objects = Surroundings(inputs, options: options)
  let source = Source(objects, options: options)
  guard options.verification.isOn else { return migrate(source, options: options, emit: emit) }
  var text = ""
  var report = migrate(source, options: options) { manifest in
    text += "---\n" + manifest.yaml
    emit(manifest)
  }
  let work = VerificationWork(
    source, objects.cluster, Translation(text, report), options)
  report.verification = work.report(on: nil)
  return report
}

/// Writes what the source means, object by object.
func migrate(
  _ source: Source, options: MigrationOptions, emit: (Manifest) -> Void
) -> Report {
  var emitted: [String: Int] = [:]
  var facts = RolloutFacts()
  guard !source.ingresses.isEmpty else {
    return Report(
      of: source, writing: Writing(), emitted: [:], accepted: options.acceptedInForce)
  }
  let writing = GatewayWriter.write(source.site, options: options.forWriting) { object in
    emitted[object.reference.kind, default: 0] += 1
    facts.note(object)
    emit(Manifest(object))
  }
  var report = Report(
    of: source, writing: writing, emitted: emitted, accepted: options.acceptedInForce)
  let served = source.ingresses.filter { $0.state != .ignored }.map(\.reference)
  report.steps = RolloutSteps(facts: facts, ingresses: served).all(writing.steps)
  return report
}

extension Manifest {
  /// The object as text.
  init(_ object: Emitted) {
    var yaml = ""
    YAMLText.print(object.body, into: &yaml)
    self.init(reference: object.reference, apiVersion: object.apiVersion, yaml: yaml)
  }
}
