/// Reads manifests into a cluster, document by document.
package struct Importer {
  /// What has been read so far.
  package private(set) var cluster = Cluster()
  private let keeping: Set<String>

  /// - Parameter keeping: kinds, as `group/Kind`, that are kept whole in `Cluster.others`.
  package init(keeping: Set<String> = []) {
    self.keeping = keeping
  }

  /// Reads one file's text.
  package mutating func read(_ bytes: [UInt8], file: String) {
  }
}
