import Testing
import YAMLText

@Suite("scalar types of the API server")
struct ScalarTests {
  @Test("plain text becomes what go-yaml v2 makes of it")
  func plain() {
    let table: [(Scalar.Kind, String)] = [
      (.bool, "y Y yes Yes YES n N no No NO true True TRUE false False FALSE on On ON off Off OFF"),
      (.null, "~ null Null NULL"),
      (.integer, "0 1 -1 +1 007 0777 0x1F 0X1f -0x8 0b101 -0b1 0o17 1_000 1__0 +_1 0_7"),
      (.integer, "9223372036854775807 -9223372036854775808 18446744073709551615"),
      (.decimal, "1.5 1. .5 -.5 +.5 1e3 1E-3 1.5e+3 08 09.5 1_0.5 18446744073709551616"),
      (.decimal, ".inf .Inf .INF +.inf -.INF .nan .NaN .NAN"),
      (.string, "yEs tRue nULL trues y1 nginx of non ~x oN tru"),
      (.string, "1:30 1:30.5 2001-12-14 0xG 0b2 0o8 0x -- + +a 1.2.3 10.0.0.1 1e 1e+ 500m 8m"),
      (.string, ".Nan +.nan .infinity . .. .x 1e999 0b 0o -_ 1-2 1+2 08x _1 = é"),
    ]
    for (kind, texts) in table {
      for text in texts.split(separator: " ").map(String.init) {
        #expect(Reading("k: \(text)").root?["k"]?.scalar == Scalar(text, kind), "\(text)")
      }
    }
  }

  @Test("quotes and blocks make strings", arguments: ["'1'", "\"true\"", "|-\n  1", ">-\n  no"])
  func quoted(_ text: String) {
    #expect(Reading("k: \(text)").root?["k"]?.scalar?.kind == .string)
  }

  @Test("a missing value is null")
  func missing() {
    #expect(Reading("k:\nl: 1").root?["k"]?.scalar == Scalar("", .null))
  }

  @Test(
    "tags decide the type",
    arguments: [
      ("!!str 1", Scalar("1")), ("!!int '3'", Scalar("3", .integer)),
      ("!!float 3", Scalar("3", .integer)), ("!!float '1.5'", Scalar("1.5", .decimal)),
      ("!!bool 'yes'", Scalar("yes", .bool)), ("!!null ''", Scalar("", .null)),
      ("!!binary aGVsbG8=", Scalar("hello")), ("!!binary |\n  aGVs\n  bG8=\n", Scalar("hello")),
      ("!!timestamp 2001-12-14", Scalar("2001-12-14")), ("!mine 1", Scalar("1")),
      ("! 1", Scalar("1")),
    ])
  func tagged(_ text: String, _ scalar: Scalar) {
    #expect(Reading("k: \(text)").root?["k"]?.scalar == scalar)
  }

  @Test(
    "keys become the text that JSON has for them",
    arguments: [
      ("1", "1"), ("0x10", "16"), ("-010", "-8"), ("1_000", "1000"), ("true", "true"),
      ("yes", "true"), ("on", "true"), ("off", "false"), ("No", "false"), ("n", "false"),
      ("1.50", "1.5"), ("2.0", "2"), ("+.inf", ".inf"), ("'yes'", "yes"), ("plain", "plain"),
    ])
  func key(_ written: String, _ key: String) {
    guard case .mapping(let entries) = Reading("\(written): v").root?.content else {
      Issue.record("no mapping")
      return
    }
    #expect(entries.map(\.key) == [key])
  }
}
