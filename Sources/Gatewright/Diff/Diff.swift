import Evidence

/// Compares committed manifests with a fresh translation of the inputs, object by object.
///
/// Values count, not text: comments, the order of keys and the layout of files do not.
/// Committed objects of other API groups than the ones Gatewright writes are not looked at.
public func diff(
  _ inputs: some Sequence<Input>, against committed: [Input],
  options: MigrationOptions = MigrationOptions()
) -> Difference {
  let source = Source(inputs, options: options)
  let fresh = ManifestTrees([Translation(of: source, options: options).manifests])
  let old = ManifestTrees(committed)
  let unreadable = source.findings.filter {
    $0.rule.effect == .unreadable && $0.severity > .note
  }
  var difference = diff(fresh: fresh, committed: old)
  difference.findings = Grouping(unreadable + fresh.findings + old.findings).groups
  return difference
}

/// Compares manifests at hand with committed ones; see `diff(_:against:options:)`.
public func diff(fresh: [Manifest], committed: [Input]) -> Difference {
  let fresh = ManifestTrees(fresh.map { Input(name: "\($0.reference)", text: $0.yaml) })
  let old = ManifestTrees(committed)
  var difference = diff(fresh: fresh, committed: old)
  difference.findings = Grouping(fresh.findings + old.findings).groups
  return difference
}

private func diff(fresh: ManifestTrees, committed: ManifestTrees) -> Difference {
  var difference = Difference(objects: [], sameCount: 0, findings: [])
  for (key, tree) in fresh.trees {
    let changes = committed.trees[key].map { compare($0.body, with: tree.body) }
    switch changes {
    case nil: difference.objects.append(key.difference(tree.apiVersion, .added))
    case []?: difference.sameCount += 1
    case let changes?:
      difference.objects.append(key.difference(tree.apiVersion, .changed(changes)))
    }
  }
  for (key, tree) in committed.trees where fresh.trees[key] == nil {
    difference.objects.append(key.difference(tree.apiVersion, .removed))
  }
  difference.objects.sort {
    ($0.reference, $0.apiVersion) < ($1.reference, $1.apiVersion)
  }
  return difference
}
