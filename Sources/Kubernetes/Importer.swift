import Evidence
import YAMLText

/// Reads manifests into a cluster, document by document.
///
/// Each document is decoded and released before the next one is parsed. An object that an API
/// server would refuse is left out, with a finding; the others of its file are read.
package struct Importer {
  /// What has been read so far.
  package internal(set) var cluster = Cluster()
  let keeping: Set<String>
  var register: [Identity: Registration] = [:]

  /// Starts with an empty cluster.
  ///
  /// - Parameter keeping: kinds, as `group/Kind`, that are kept whole in `Cluster.others`.
  package init(keeping: Set<String> = []) {
    self.keeping = keeping
  }

  /// Reads one file's text.
  package mutating func read(_ bytes: [UInt8], file: String) {
    var hasContent = false
    parse(bytes, file: file) { result in
      switch result {
      case .success(let document):
        if !document.root.isNull { hasContent = true }
        read(document)
      case .failure(let error):
        hasContent = true
        note(error, as: .yamlSyntax)
      }
    }
    if !hasContent { cluster.findings.append(Finding(.emptyFile, at: Place(file: file))) }
  }

  /// Notes a file or folder that is there but could not be read.
  package mutating func note(unreadable file: String, reason: String) {
    cluster.findings.append(Finding(.unreadableFile, at: Place(file: file), message: reason))
  }

  /// Notes a file or folder that is not there.
  package mutating func note(missing file: String) {
    cluster.findings.append(Finding(.missingFile, at: Place(file: file)))
  }

  /// Notes an input that held no object at all; call it after the last file.
  package mutating func finish() {
    let failed = cluster.findings.contains { $0.severity == .error }
    if cluster.objectCount == 0, !failed { cluster.findings.append(Finding(.noObjects)) }
  }

  private mutating func read(_ document: Document) {
    for warning in document.warnings { note(warning, as: .duplicateKey) }
    if !document.root.isNull { read(document.root, file: document.file) }
  }

  private mutating func note(_ error: SyntaxError, as rule: Rule) {
    cluster.findings.append(
      Finding(rule, at: error.place, message: error.message, remedy: error.remedy))
  }
}
