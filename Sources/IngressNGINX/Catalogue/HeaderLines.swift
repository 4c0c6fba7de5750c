import Kubernetes
import Routing

/// Whether a text can be the name of a header (`authreq.ValidHeader`, `customheaders.ValidHeader`).
func isHeaderName(_ text: String) -> Bool {
  let isListed = CharacterClass.headers.admits(text) && !text.contains { $0 == "," || $0 == " " }
  return isListed && !text.isEmpty
}

/// Whether a text can be the value of a response header: printable ASCII
/// (`customheaders.ValidValue`).
func isHeaderValue(_ text: String) -> Bool {
  !text.isEmpty && text.utf8.allSatisfy { (0x20...0x7E).contains($0) }
}

extension ConfigMap {
  /// The entries as headers, by name: the order in which the template writes them.
  var headers: [Header] {
    data.map { Header($0.key, $0.value) }.sorted { $0.name < $1.name }
  }
}
