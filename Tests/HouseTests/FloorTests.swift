import Testing

/// A target imports only from the floors below it (docs/architecture.md).
@Suite("Floors")
struct FloorTests {
  /// What the targets of each floor may import, the ground first.
  private static let floors: [[String: Set<String>]] = [
    ["Evidence": []],
    [
      "YAMLText": ["CYAML", "Evidence"],
      "Patterns": ["CPCRE2"],
      "Automata": [],
      "Certificates": ["SwiftASN1", "X509"],
      "Passwords": ["Crypto"],
    ],
    [
      "Kubernetes": ["Certificates", "Evidence", "YAMLText"],
      "Routing": ["Evidence"],
    ],
    ["GatewayAPI": ["Evidence", "Kubernetes", "YAMLText"]],
    [
      "IngressNGINX": ["Certificates", "Evidence", "Kubernetes", "Patterns", "Routing"],
      "GatewayReader": ["Evidence", "GatewayAPI", "Kubernetes", "Patterns", "Routing", "YAMLText"],
      "GatewayWriter": [
        "Evidence", "GatewayAPI", "Kubernetes", "Passwords", "Patterns", "Routing", "YAMLText",
      ],
      "Tracing": ["Evidence", "Passwords", "Patterns", "Routing"],
    ],
    [
      "Verification": [
        "Automata", "Dispatch", "Evidence", "Passwords", "Routing", "Synchronization", "Tracing",
      ]
    ],
    [
      "Gatewright": [
        "Evidence", "GatewayAPI", "GatewayReader", "GatewayWriter", "IngressNGINX", "Kubernetes",
        "Routing", "Tracing", "Verification", "YAMLText",
      ]
    ],
    ["Reporting": ["Evidence", "Gatewright"]],
    ["Tool": ["ArgumentParser", "Evidence", "FoundationEssentials", "Gatewright", "Reporting"]],
  ]

  /// What the system itself provides; Foundation where FoundationEssentials is no module of its own.
  private static let system: Set<String> = ["Darwin", "Foundation", "Glibc", "Musl"]

  @Test("let imports go down only, and each target import what is its own")
  func imports() {
    let allowed = Self.floors.reduce(into: [:]) { $0.merge($1) { first, _ in first } }
    for file in House.sources(below: "Sources/") {
      var modules = Set(file.imports).subtracting(allowed[file.target] ?? [])
      if file.target == "Tool" { modules.subtract(Self.system) }
      #expect(modules.isEmpty, "\(file.path) imports \(modules.sorted().joined(separator: ", "))")
    }
  }

  @Test("hold every target, and each on one floor")
  func targets() {
    let known = Self.floors.flatMap(\.keys)
    let folders = Set(House.sources(below: "Sources/").map(\.target))
    #expect(Set(known) == folders)
    #expect(known.count == Set(known).count)
  }

  @Test("stand on each other without a circle")
  func order() {
    var below: Set<String> = []
    let ours = Set(Self.floors.flatMap(\.keys))
    for floor in Self.floors {
      for (target, imports) in floor {
        #expect(imports.intersection(ours).isSubset(of: below), "\(target)")
      }
      below.formUnion(floor.keys)
    }
  }

  @Test("are those of the manifest")
  func manifest() {
    let manifest = House.text(of: "Package.swift")
    for target in Self.floors.flatMap(\.keys) { #expect(manifest.contains("\"\(target)\"")) }
  }
}
