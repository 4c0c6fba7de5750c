import Automata
import Testing

/// Patterns over the same texts, walked together.
@Suite("joint walks")
struct JointSpaceTests {
  /// The lists of patterns that take the first lane's paths, with the shortest path of each class.
  private func classes(_ space: JointSpace, budget: Int = 10_000) -> [[Int]: String] {
    space.classes(budget: budget).classes.reduce(into: [:]) { classes, found in
      classes[found.matched.lanes[0]] = found.samples.first.map {
        String(decoding: $0, as: UTF8.self)
      }
    }
  }

  private func tag(_ rank: Int, lane: Int = 0, isFinal: Bool = false) -> Automata.Tag {
    Automata.Tag(lane: lane, rank: rank, isFinal: isFinal)
  }

  private func automaton(_ text: String) throws -> Automaton {
    try Automaton(try ExpressionParser.parse(text, isCaseless: false), isFound: false)
  }

  @Test("find every class, and the shortest path of each")
  func literals() {
    var space = JointSpace(.path, lanes: 1)
    space.add(exact: "/ab".utf8, tag(0))
    space.add(beginning: "/a".utf8, tag(1))
    space.add(beginning: "/".utf8, tag(2))
    #expect(classes(space) == [[2]: "/", [1, 2]: "/a", [0, 1, 2]: "/ab"])
  }

  @Test("find the classes of expressions and literals together")
  func expressions() throws {
    var space = JointSpace(.path, lanes: 1)
    space.add(try automaton("/[0-9]+"), tag(0))
    space.add(try automaton("/.*1"), tag(1))
    space.add(exact: "/21".utf8, tag(2))
    #expect(
      classes(space) == [
        []: "/", [0]: "/2", [1]: "/x1", [0, 1]: "/1", [0, 1, 2]: "/21",
      ])
  }

  @Test("leave out what a match before hides")
  func final() throws {
    var space = JointSpace(.path, lanes: 2)
    space.add(beginning: "/a".utf8, tag(0, isFinal: true))
    space.add(try automaton("/.*b"), tag(1))
    space.add(exact: "/ab".utf8, tag(2))
    space.add(exact: "/ab".utf8, tag(0, lane: 1))
    let found = space.classes(budget: 1000).classes
    #expect(Set(found.map(\.matched.lanes)) == [[[], []], [[0], []], [[0], [0]], [[1], []]])
    // A condition may keep a route from answering, so that those behind it still count.
    var open = JointSpace(.path, lanes: 1)
    open.add(beginning: "/a".utf8, tag(0))
    open.add(exact: "/ab".utf8, tag(1, isFinal: true))
    open.add(beginning: "/".utf8, tag(2))
    #expect(classes(open) == [[2]: "/", [0, 2]: "/a", [0, 1]: "/ab"])
  }

  @Test("say which classes have one path only")
  func single() throws {
    var space = JointSpace(.path, lanes: 1)
    space.add(exact: "/a".utf8, tag(0))
    space.add(try automaton("/[bc]"), tag(1))
    space.add(try automaton("/d(x|yz)?"), tag(2))
    space.add(exact: "/e".utf8, tag(3))
    space.add(exact: "/ee".utf8, tag(3))
    space.add(try automaton("/f+"), tag(4))
    let found = space.classes(budget: 10_000).classes
    let single = found.filter(\.isSingle).map { $0.matched.lanes[0] }
    #expect(single == [[0]])
  }

  @Test("keep more samples where they are asked for")
  func samples() throws {
    var space = JointSpace(.path, lanes: 1)
    space.add(try automaton("/a{1,5}"), tag(0))
    let found = space.classes(budget: 1000, samples: 3).classes.first { $0.matched.lanes[0] == [0] }
    let texts = found?.samples.map { String(decoding: $0, as: UTF8.self) }
    #expect(texts == ["/a", "/aa", "/aaa"])
  }

  @Test("stop where the budget ends, and say how far they came", arguments: [10, 100, 1000])
  func budget(_ budget: Int) throws {
    var space = JointSpace(.path, lanes: 1)
    space.add(try automaton("/.*a.{12}b"), tag(0))
    let found = space.classes(budget: budget)
    let length = try #require(found.coveredLength)
    #expect(found.states <= budget)
    #expect((1...14).contains(length))
    #expect(space.classes(budget: 1_000_000).coveredLength == nil)
  }

  @Test("say of no shorter path than the covered ones that it was not looked at")
  func covered() throws {
    var space = JointSpace(.path, lanes: 1)
    space.add(try automaton("/.*a.{3}b"), tag(0))
    space.add(exact: "/abcdefg".utf8, tag(1))
    for budget in 2...60 {
      let found = space.classes(budget: budget)
      let length = found.coveredLength ?? Int.max
      let texts = found.classes.flatMap(\.samples)
      #expect(length < 6 || texts.contains { $0.count == 6 && $0.last == UInt8(ascii: "b") })
      #expect(length < 8 || texts.contains(Array("/abcdefg".utf8)))
    }
  }
}
