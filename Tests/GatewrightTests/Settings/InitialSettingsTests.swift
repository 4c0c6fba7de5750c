import Gatewright
import Testing

@Suite("initial settings")
struct InitialSettingsTests {
  private let loud = Shop.ingress(
    "web", host: "shop.example", service: "web", annotations: ["whitelist-source-range": "x"])
  private let closed = Shop.ingress(
    "upload", host: "up.example", service: "web", annotations: ["limit-connections": "\"3\""])

  private func settings(_ parts: String...) -> String {
    var options = MigrationOptions()
    options.today = Day("2028-02-29")
    return InitialSettings(Shop.input(parts.joined()), options: options).text
  }

  @Test("say what no settings file says, with and without manifests")
  func neutral() throws {
    for text in [
      InitialSettings([]).text, settings(Shop.services, Shop.stable, Shop.canary, closed),
    ] {
      let file = try SettingsFile(Input(name: "gatewright.yaml", text: text))
      #expect(file.options == MigrationOptions())
    }
  }

  @Test("hold every key with its meaning", arguments: SettingsKey.all.map(\.path))
  func complete(_ path: String) throws {
    let key = try #require(SettingsKey.all.first { $0.path == path })
    let name = path.split(separator: ".").last.map(String.init) ?? path
    let text = InitialSettings([]).text
    #expect(text.contains("# \(key.meaning)"))
    #expect(text.contains("\(name): ") || text.contains("\(name):\n"))
  }

  @Test("hold in comments what the manifests suggest, which is valid when it is taken")
  func suggestions() throws {
    let text = settings(Shop.services, Shop.stable, closed)
    #expect(text.contains("#   shop: istio-ingress/shop\n"))
    #expect(text.contains("- services: [shop/web]  # Ingresses upload, web"))
    #expect(text.contains("#   - code: connection-limit-lost  # shop.yaml:"))
    #expect(text.contains("#     object: shop/upload\n"))
    #expect(text.contains("#     until: 2029-02-28\n"))
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for key in ["accept", "destination-rules"] {
      let start = try #require(lines.firstIndex(of: "# \(key):"))
      let block = lines[start...].prefix { $0.hasPrefix("# ") }.map { $0.dropFirst(2) }
      let taken = block.joined(separator: "\n") + "\n"
      _ = try SettingsFile(Input(name: "taken", text: taken))
    }
  }

  @Test("say what cannot be read")
  func unreadable() {
    let settings = InitialSettings([Input(name: "x", unreadable: "gone")])
    #expect(!settings.findings.isEmpty)
  }
}
