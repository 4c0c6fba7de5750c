import Foundation
import Gatewright
import Testing

/// The page about EnvoyFilters shows what is written, and nothing else.
@Suite("EnvoyFilters page")
struct EnvoyFiltersPageTests {
  private static let path = "docs/envoy-filters.md"

  @Test("is made from the sources; RECORD=1 swift test --filter EnvoyFiltersPageTests rewrites it")
  func page() throws {
    let page = Self.page
    if ProcessInfo.processInfo.environment["RECORD"] != nil {
      try page.write(to: House.root.appending(path: Self.path), atomically: true, encoding: .utf8)
      Issue.record("\(Self.path) is rewritten; run again without RECORD")
    }
    let isFresh = House.text(of: Self.path) == page
    #expect(
      isFresh, "\(Self.path) is stale: run RECORD=1 swift test --filter EnvoyFiltersPageTests")
  }

  @Test("has an example of each recipe, pinned to the versions that are named unless it protects")
  func examples() {
    for recipe in EnvoyFilterRecipe.all {
      #expect(recipe.example.count == 1, "\(recipe.suffix)")
      #expect(!recipe.annotations.isEmpty && !recipe.limits.isEmpty)
      for manifest in recipe.example {
        let patches = manifest.yaml.components(separatedBy: "applyTo:").count - 1
        let pins = manifest.yaml.components(
          separatedBy: "proxyVersion: \(EnvoyFilterRecipe.versions)")
        let isPinned = !["basic-auth", "client-subjects"].contains(recipe.suffix)
        #expect(patches > 0 && pins.count - 1 == (isPinned ? patches : 0))
      }
    }
  }

  private static var page: String {
    var page = """
      # EnvoyFilters

      Some of what ingress-nginx does neither Gateway API nor Istio can say. With
      `--allow-envoy-filter`, `migrate` and `verify` say it with EnvoyFilters; without, what protects
      closes its paths, and the rest is reported as lost. `gatewright explain CODE PATH...` shows what
      would be written for some manifests.

      An EnvoyFilter changes what Istio tells Envoy. Istio does not check it, and each upgrade may
      change what it meets. So most patches are pinned by `match.proxy.proxyVersion` to the versions for
      which they are known to work, Istio 1.30 and 1.31 (`\(EnvoyFilterRecipe.versions)`). **On any other
      version they do nothing: limits are gone and paths are not rewritten.** What asks who somebody is,
      `basic-auth` and `client-subjects`, is not pinned, since without it the paths would be open. The
      finding `envoy-filter-used` names each object, and the rollout steps say what to check.

      There is one object for each Gateway and kind, in the Gateway's namespace, and another for every
      200 rules. Filters are put in front of Envoy's router, or before all others where they have to
      see what those refuse. They are switched off, and each rule switches them on for itself; only
      `client-subjects` is about a whole listener. A rule is found by its `name`,
      which becomes the name of its Envoy routes and so is unique over all HTTPRoutes: namespace and
      name of the Ingress, letters of the path, and a digest of it. `action: ROUTE` leaves out a rule
      that has lost its backends, which would make Envoy refuse the whole table.

      `gatewright` reads what it writes back by Envoy's own rules, and compares it with what
      ingress-nginx does; rewrites are proved equal over all paths.

      Where only a script can say it, each rule has one for Envoy's Lua filter, which stands in the
      chain under a name of its own. A script is made of a few values at its top; what annotations say
      is written as Lua's string literals, with everything but plain letters escaped. It is read back
      only where it is, to the letter, what would be written for its values: on anything else the
      answers hang, and `verify` says so. Do not edit it; change the annotation instead.

      The examples are written for this Ingress, with `--default-ssl-certificate shop/certificate`:

      ```yaml
      \(exampleText)```

      This page is made from the sources: `RECORD=1 swift test --filter EnvoyFiltersPageTests` rewrites
      it.

      """
    for recipe in EnvoyFilterRecipe.all { page += section(recipe) }
    return page
  }

  private static var exampleText: String {
    guard case .bytes(let bytes) = EnvoyFilterRecipe.exampleInput.content else { return "" }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func section(_ recipe: EnvoyFilterRecipe) -> String {
    let annotations = recipe.annotations.map { "`\($0)`" }.joined(separator: ", ")
    let limits = recipe.limits.map { "- \($0)\n" }.joined()
    let yaml = recipe.example.map(\.yaml).joined(separator: "---\n")
    return """

      ## \(recipe.suffix)

      It \(recipe.meaning): \(annotations).

      Envoy: \(recipe.envoy).

      \(limits)
      ```yaml
      \(yaml)```

      """
  }
}
