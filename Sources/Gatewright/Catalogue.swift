public import Evidence
import GatewayReader
import GatewayWriter
import IngressNGINX
import Kubernetes

/// The rules that one stage reports.
public struct CatalogueChapter: Hashable, Sendable {
  /// What the rules are about, for example `Reading the input`.
  public var title: String
  /// The rules; each belongs to one chapter.
  public var rules: [Rule]

  /// Every kind of finding that there is, in the order of the work.
  public static let all: [CatalogueChapter] = [
    CatalogueChapter(
      title: "Reading the input", rules: ImportRules.all + [.creationTimestampMissing]),
    CatalogueChapter(title: "What ingress-nginx does", rules: SourceRules.all),
    CatalogueChapter(title: "What the new routes do", rules: WriterRules.all),
    CatalogueChapter(title: "What was chosen", rules: ChoiceRules.all),
    CatalogueChapter(title: "Reading Gateway API objects", rules: ReaderRules.all),
  ]
}
