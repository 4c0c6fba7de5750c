import Automata
import Routing
import Testing
import Tracing

/// The automaton of a cookie, held against what the traced nginx reads.
@Suite("cookie automata")
struct CookieMachineTests {
  /// All headers of up to five of these bytes, without blanks at the ends, which nobody keeps.
  private static let headers: [String] = {
    var last = [""]
    var all: [String] = []
    for _ in 0..<5 {
      last = last.flatMap { text in "tTa=; ".map { text + String($0) } }
      all += last.filter { $0.first != " " && $0.last != " " }
    }
    return all + [
      "a=1, t=a", "a=1,t=a", "t=a,b", "ta=a; t=a", "t=t; t=a", "t = a ; b=1", "t=a; t=b",
    ]
  }()

  @Test(
    "fit the headers in which nginx finds the value",
    arguments: [("t", "a"), ("T", "a"), ("ta", "t"), ("t", ""), ("t", "ta")])
  func agreement(_ name: String, _ value: String) {
    var automaton = Automaton(cookie: name, value: value)
    let cookie = Sites.route(
      .prefix("/"), to: "next", when: [.cookie(name: name, value: value)])
    let site = Answering(Sites.nginx([cookie, Sites.route(.prefix("/"))]))
    let next = Answer.Outcome.forwarded([Fraction(.backend(Sites.backend("next")), 1, of: 1)])
    let wrong = Self.headers.filter { header in
      let request = Request(host: Sites.name, headers: [Header("Cookie", header)])
      return automaton.fits(header.utf8) != (site.answer(to: request).outcome == next)
    }
    #expect(wrong.isEmpty, "\(wrong.prefix(5))")
  }
}
