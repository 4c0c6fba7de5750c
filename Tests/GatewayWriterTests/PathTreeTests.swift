import Testing

@testable import GatewayWriter

@Suite("paths of policies")
struct PathTreeTests {
  /// Locations with `+` covered, `-` free, `?` either; what each area is called and leaves out.
  @Test(
    "cover just the covered locations",
    arguments: [
      (["+ /"], ["*"]),
      (["+ /a", "- /"], ["/a,/a/*"]),
      (["+ /", "- /a"], ["* but /a,/a/*"]),
      (["+ /a", "- /a/b", "+ /a/b/c"], ["/a,/a/* but /a/b,/a/b/*", "/a/b/c,/a/b/c/*"]),
      (["+ =/a", "- /a"], ["/a"]),
      (["+ /a", "- =/a"], ["/a,/a/* but /a"]),
      (["+ /a", "+ /a/b", "- /"], ["/a,/a/*"]),
      (["+ /a", "? /a/b", "- /a/b/c"], ["/a,/a/* but /a/b/c,/a/b/c/*"]),
      (["? /", "+ /a"], ["/a,/a/*"]),
      (["- /", "? /a"], []),
      (["+ /ab", "- /a"], ["/ab,/ab/*"]),
      (["+ =/a/", "- =/a", "- /"], ["/a/"]),
    ])
  func areas(_ lines: [String], _ expected: [String]) {
    let tree = PathTree(lines.map(Self.location))
    let areas = tree.areas(lines.map(Self.cover)) { _ in false }
    #expect(areas?.map(Self.text) == expected)
  }

  @Test("cannot name a path that ends with a star", arguments: ["+ /a*", "+ =/a*", "- /a*"])
  func star(_ line: String) {
    let lines = ["+ /", line, "- /b"]
    let tree = PathTree(lines.map(Self.location))
    let areas = tree.areas(["- /", line, "- /b"].map(Self.cover)) { _ in false }
    #expect((areas == nil) == line.hasPrefix("+"))
    #expect(line.hasPrefix("+") || tree.areas(lines.map(Self.cover)) { _ in false } == nil)
  }

  @Test("cover what nginx takes for the same, where what is around them is open")
  func spellings() {
    let lines = ["- /", "+ /a/b"]
    let tree = PathTree(lines.map(Self.location))
    let paths = tree.areas(lines.map(Self.cover)) { $0 == 0 }?.first?.paths ?? []
    for request in ["//a/b", "///a", "/a//b", "/%2Fa/b", "/%2fa", "/a%2Fb", "/a/%2fb", "/a/b%2Fc"] {
      #expect(
        paths.contains { $0.hasSuffix("*") && request.hasPrefix($0.dropLast()) }, "\(request)")
    }
    for request in ["/", "/ab", "/b/a", "/a/c", "/a-b"] {
      #expect(
        !paths.contains {
          $0 == request || ($0.hasSuffix("*") && request.hasPrefix($0.dropLast()))
        }, "\(request)")
    }
  }

  @Test(
    "cover characters that Envoy leaves encoded",
    arguments: [("/a(b", "/a%28b"), ("/%C3%BC", "/%c3%bc"), ("/a;b/c", "/a%3bb/c")])
  func encoded(_ path: String, _ request: String) {
    #expect(oddSpellings(of: path).contains { request.hasPrefix($0.dropLast()) })
  }

  private static func location(_ line: String) -> PathTree.Location {
    let path = String(line.dropFirst(2))
    if path.hasPrefix("=") { return .exact(String(path.dropFirst())) }
    return .prefix(path == "/" ? "" : path)
  }

  private static func cover(_ line: String) -> PathTree.Cover {
    switch line.first {
    case "+": .covered
    case "-": .free
    case _: .either
    }
  }

  private static func text(_ area: PathTree.Area) -> String {
    let paths = area.paths?.joined(separator: ",") ?? "*"
    return area.notPaths.isEmpty ? paths : "\(paths) but \(area.notPaths.joined(separator: ","))"
  }
}
