import Gatewright

/// A cluster of Ingresses that share hosts, paths, Services and names in every way that matters.
struct GeneratedCluster {
  private static let hosts = [
    "a.example.com", "b.example.com", "a-b.example.com", "a.b.example.com", "*.example.com",
    "*.b.example.com", "example.com", "wildcard-b.example.com", "",
  ]
  private static let names = ["a", "a-b", "a-b-example-com", "b", "a-2", "any", "a-redirect", "c"]
  private static let longName = String(repeating: "long-name-", count: 25) + "a"
  private static let longHost =
    String(repeating: "long-label-long-label-long-label.", count: 7) + "example.com"

  private(set) var ingresses: [IngressSketch] = []

  /// Rolls a cluster of at most `count` Ingresses; the same seed gives the same cluster.
  init(seed: UInt64, count: Int) {
    var dice = Dice(seed: seed)
    var taken: Set<String> = []
    for index in 0..<count {
      var sketch = Self.ingress(index, &dice)
      sketch.namespace = dice.pick(["shop", "data", "web"])
      guard taken.insert("\(sketch.namespace)/\(sketch.name)").inserted else { continue }
      ingresses.append(sketch)
    }
  }

  /// One input for each Ingress.
  var inputs: [Input] {
    ingresses.enumerated().map { Input(name: "\($0).yaml", text: $1.yaml) }
  }

  private static func ingress(_ index: Int, _ dice: inout Dice) -> IngressSketch {
    let isEarly = dice.roll(3) > 0
    let name = isEarly ? dice.pick(names + [longName]) : "other-\(index)"
    let paths = (0...dice.roll(dice.roll(8) == 0 ? 30 : 4)).map { _ in path(&dice) }
    var sketch = IngressSketch(name, paths: paths).created(minute: dice.roll(40))
    sketch.hosts = (0...dice.roll(dice.roll(8) == 0 ? 30 : 3)).map { number in
      number > 3 ? "h\(number).example.com" : dice.pick(hosts + [longHost])
    }
    return decorated(sketch, &dice)
  }

  private static func path(_ dice: inout Dice) -> IngressSketch.Path {
    let path = dice.pick(["/", "/a", "/a/b", "/a-b", "/p\(dice.roll(40))"])
    return IngressSketch.Path(
      path, dice.pick(["web", "next", "old"]),
      type: dice.pick(["Prefix", "Exact", "ImplementationSpecific"]))
  }

  private static func decorated(_ plain: IngressSketch, _ dice: inout Dice) -> IngressSketch {
    var sketch = plain
    if dice.roll(2) == 0, let host = sketch.hosts.first, !host.isEmpty {
      sketch = sketch.secured(host, by: "tls-\(dice.roll(3))")
    }
    switch dice.roll(8) {
    case 0: sketch = sketch.with("canary: 'true'", "canary-weight: '\(dice.roll(120))'")
    case 1: sketch = sketch.with("canary: 'true'", "canary-by-header: X-Try")
    case 2: sketch = sketch.with("use-regex: 'true'")
    case 3: sketch = sketch.with("ssl-redirect: 'false'")
    case 4:
      sketch = sketch.with("proxy-read-timeout: '7'", "proxy-connect-timeout: '\(dice.roll(3))'")
    default: break
    }
    return sketch
  }
}
