public import Evidence
import GatewayWriter
import YAMLText

/// Says of each field of one object that `migrate` writes where it came from.
///
/// - Parameters:
///   - object: the object; its kind may be written in any case.
///   - inputs: the manifests, as for `migrate`.
///   - options: as for `migrate`.
///   - settings: the settings file that the options came from, for its places.
/// - Returns: the sources, or the objects that there are.
public func origins(
  of object: ObjectReference, in inputs: some Sequence<Input>,
  options: MigrationOptions = MigrationOptions(), settings: SettingsFile = SettingsFile()
) -> OriginsReport {
  var written: [ObjectReference] = []
  var found: ObjectOrigins?
  let findings = allOrigins(in: inputs, options: options, settings: settings) { emitted, origins in
    written.append(emitted.reference)
    guard emitted.reference.isMeant(by: object) else { return }
    found = origins()
  }
  return OriginsReport(
    answer: found.map { .found($0) } ?? .missing(written: written), findings: findings)
}

/// Hands over every object of a migration with its origins, which are worked out when asked for.
func allOrigins(
  in inputs: some Sequence<Input>, options: MigrationOptions, settings: SettingsFile,
  each: (Emitted, () -> ObjectOrigins) -> Void
) -> [FindingGroup] {
  let surroundings = Surroundings(inputs, options: options)
  let source = Source(surroundings, options: options)
  let resolver = OriginResolver(source, surroundings.cluster, settings)
  var writing = options.forWriting
  writing.recordsOrigins = true
  if !source.ingresses.isEmpty {
    _ = GatewayWriter.write(source.site, options: writing) { emitted in
      each(emitted) { resolver.origins(of: emitted) }
    }
  }
  return Grouping(source.findings).groups.filter { $0.rule.effect == .unreadable }
}

extension ObjectReference {
  fileprivate func isMeant(by other: ObjectReference) -> Bool {
    kind.lowercased() == other.kind.lowercased() && namespace == other.namespace
      && name == other.name
  }
}

/// Every object of a migration with its origins.
package func originsOfAll(
  in inputs: some Sequence<Input>, options: MigrationOptions = MigrationOptions()
) -> [ObjectOrigins] {
  var all: [ObjectOrigins] = []
  _ = allOrigins(in: inputs, options: options, settings: SettingsFile()) { _, origins in
    all.append(origins())
  }
  return all
}
