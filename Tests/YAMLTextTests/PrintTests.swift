import Testing
import YAMLText

@Suite("print")
struct PrintTests {
  @Test("writes lists at the column of their key, as kubectl does")
  func style() {
    let text = """
      apiVersion: v1
      metadata:
        annotations:
          a: "true"
          b: '*'
        labels: {}
      spec:
        rules:
        - host: a.example
          http:
            paths:
            - path: /
            - path: /b
        - - 1
          - 2.5
        - []
        none:
      """
    #expect(Reading(text).root.map(printed) == text + "\n")
  }

  @Test("quotes only what some reader would take for something else")
  func quotes() {
    let table: [(String, String)] = [
      ("%", "abc a/b --flag -x a:b a#b 500m 10.0.0.0/8 v1.2 5b é x=y https://a.b/c?d=e&f=*"),
      ("%", "/(.*) ^a$ $1 a{b} a,b 12ab <a> (a) ~a =a 2001-1 1-2 nullx 😀 ./x ../x"),
      ("\"%\"", "y N yes No ON off True FALSE tRUE null ~ nULL 1 -1 +1 0x1F 0o7 0b1 1_000 1.5"),
      ("\"%\"", "1e3 1E+3 .5 . 1. .inf -.INF .nan 1:30 190:20:30.15 2001-12-14 2001-1-1T1:1:1Z"),
      ("\"%\"", "= << 10.0.0.1 1,000 - +"),
      ("'%'", "*a &a !a |a >a @a `a %a ?a :a ,a [a] ]a {a} }a #a \"a --- ---a a: ..."),
      ("\"%\"", "'a"),
    ]
    for (quotes, texts) in table {
      for text in texts.split(separator: " ").map(String.init) {
        // three dots are also the outline of a number
        let quotes = text == "..." ? "\"%\"" : quotes
        #expect(printed(.string(text)) == quotes.replacing("%", with: text) + "\n")
      }
    }
  }

  @Test(
    "escapes and quotes blanks and marks",
    arguments: [
      ("", "\"\""), (" a", "' a'"), ("a ", "'a '"), ("a: b", "'a: b'"), ("a #b", "'a #b'"),
      ("a: 'b'", "\"a: 'b'\""), ("'\\", "'''\\'"), ("a\tb", "\"a\\tb\""), ("a\r", "\"a\\r\""),
      ("\u{0}\u{7F}\u{85}", "\"\\x00\\x7F\\x85\""), ("\u{FEFF}\u{2028}", "\"\\uFEFF\\u2028\""),
      ("\u{1B}[\"\\", "\"\\x1B[\\\"\\\\\""), ("a\nb", "\"a\\nb\""),
    ])
  func escapes(_ text: String, _ expected: String) {
    #expect(printed(.string(text)) == expected + "\n")
  }

  @Test(
    "writes text of several lines as a literal block",
    arguments: [
      ("a\nb\n", "|\n  a\n  b\n"), ("a\nb", "|-\n  a\n  b\n"), ("a\n\n", "|+\n  a\n\n"),
      (" a\nb\n", "|2\n   a\n  b\n"), ("\n a", "|2-\n\n   a\n"), ("\ta\n", "|2\n  \ta\n"),
      ("# a\n---\n", "|\n  # a\n  ---\n"), ("a \nb\n", "|\n  a \n  b\n"),
      ("\n", "\"\\n\"\n"), ("a\n \n", "\"a\\n \\n\"\n"), ("a\r\nb", "\"a\\r\\nb\"\n"),
      ("a\n\u{7}", "\"a\\n\\x07\"\n"),
    ])
  func literal(_ text: String, _ expected: String) {
    #expect(printed(.mapping([Entry("k", .string(text))])) == "k: " + expected)
  }

  @Test("quotes keys by the same rules, and marks long ones")
  func keys() {
    let long = String(repeating: "k", count: 2000)
    let root = Node.mapping([
      Entry("true", .integer(1)), Entry("a\nb", .integer(2)), Entry("", .integer(3)),
      Entry(long, .sequence([.mapping([Entry(long, .string("a\nb"))])])),
    ])
    let text = printed(root)
    #expect(text.hasPrefix("\"true\": 1\n\"a\\nb\": 2\n\"\": 3\n? k"))
    #expect(Reading(text).root == root)
  }

  @Test("writes comments above the key or the dash")
  func comments() {
    let root = Node.mapping([
      Entry(
        "a",
        .sequence([
          .mapping([
            Entry("b", .integer(1).commented(["on b"])),
            Entry("c", .integer(2).commented(["on c"])),
          ]).commented(["item", "two\nlines"]),
          .sequence([.sequence([.string("x").commented(["deep"])])]),
        ]).commented(["on a"]))
    ]).commented(["top", ""])
    let text = """
      # top
      #
      # on a
      a:
      # item
      # two
      # lines
      # on b
      - b: 1
        # on c
        c: 2
      # deep
      - - - x

      """
    #expect(printed(root) == text)
    #expect(Reading(text).root == root)
  }

  @Test(
    "comments never change the tree", arguments: ["\u{0}", "a\r\nb", "\u{85}- x", "---", "\t:"])
  func hostileComment(_ comment: String) {
    let root = Node.mapping([
      Entry("a", .string("x\n\n").commented([comment])), Entry("b", .integer(1)),
    ])
    #expect(Reading(printed(root)).root == root)
  }

  @Test("a type that the text cannot have is written as a string")
  func impossible() {
    #expect(printed(Node(.scalar(Scalar("a: b", .integer)))) == "'a: b'\n")
  }
}
