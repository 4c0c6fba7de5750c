import GatewayWriter
import Routing
import Tracing

extension MigrationOptions {
  /// What ingress-nginx would answer with paths in the form of the style; nil where they have it.
  func styled(_ site: Site) -> Answering? {
    switch style {
    case .faithful: nil
    case .idiomatic: Answering(idiomatic(site))
    }
  }
}
