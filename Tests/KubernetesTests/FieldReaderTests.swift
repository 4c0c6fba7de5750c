import Evidence
import Kubernetes
import Testing
import YAMLText

@Suite("FieldReader")
struct FieldReaderTests {
  private let subject = ObjectReference(kind: "Thing", namespace: "shop", name: "a")

  @Test("reads typed values and hands out no finding for them")
  func values() {
    var fields = FieldReader(
      .mapping([
        Entry("name", .string("web")), Entry("weight", .integer(5)), Entry("on", .bool(true)),
        Entry("off", Node(.scalar(Scalar("NO", .bool)))),
        Entry("hosts", .sequence([.string("a"), .string("b")])),
        Entry("port", .integer(80)), Entry("named", .string("http")),
        Entry("nothing", Node(.scalar(Scalar("~", .null)))),
      ]), file: "a.yaml")
    #expect(fields.string("name") == "web")
    #expect(fields.integer("weight", in: 0...10) == 5)
    #expect(fields.bool("on") == true)
    #expect(fields.bool("off") == false)
    #expect(fields.strings("hosts") == ["a", "b"])
    #expect(fields.port("port") == .number(80))
    #expect(fields.port("named") == .name("http"))
    #expect(fields.string("nothing") == nil)
    #expect(fields.string("missing") == nil)
    #expect(fields.finish(about: subject).isEmpty)
  }

  @Test("collects every mistake with its path, and the object")
  func mistakes() {
    let rules = Node.sequence([
      .mapping([Entry("host", .integer(1)), Entry("hots", .string("x"))]), .string("y"),
    ])
    var fields = FieldReader(.mapping([Entry("rules", rules)]), file: "a.yaml")
    fields.require("name")
    let hosts = fields.list("rules") { $0.string("host") }
    let findings = fields.finish(about: subject)
    #expect(hosts == [nil])
    #expect(findings.map(\.field) == ["name", "rules[0].host", "rules[0].hots", "rules[1]"])
    #expect(findings.map(\.rule) == [.missingField, .wrongType, .unknownField, .wrongType])
    #expect(findings.allSatisfy { $0.subject == subject })
  }

  @Test("notes the unknown field of a mapping with very many fields")
  func manyFields() {
    let keys = (0..<100).map { "f\($0)" }
    var fields = FieldReader(.mapping(keys.map { Entry($0, .integer(1)) }), file: "a.yaml")
    for key in keys where key != "f70" { _ = fields.integer(key, in: 0...1) }
    #expect(fields.finish(about: subject).map(\.field) == ["f70"])
  }

  @Test("lets other fields pass where that is said")
  func ignored() {
    let body = Node.mapping([Entry("spec", .mapping([Entry("x", .integer(1))]))])
    var fields = FieldReader(body, file: "a.yaml")
    _ = fields.mapping("spec") { $0.ignoreOthers() }
    #expect(fields.finish(about: subject).isEmpty)
  }

  @Test(
    "reads whole numbers as YAML 1.1 writes them",
    arguments: [
      ("8_0", 80), ("0x1F", 31), ("0b11", 3), ("0o17", 15), ("017", 15), ("+7", 7), ("-7", -7),
      ("0", 0), ("-0", 0), ("0x", nil), ("--1", nil), ("0x-1", nil), ("", nil), ("08", nil),
      ("9223372036854775808", nil),
    ] as [(String, Int?)])
  func numbers(_ text: String, _ value: Int?) {
    let node = Node(.scalar(Scalar(text, .integer)))
    var fields = FieldReader(.mapping([Entry("n", node)]), file: "a.yaml")
    #expect(fields.integer("n", in: Int.min...Int.max) == value)
    #expect(fields.finish(about: subject).isEmpty == (value != nil))
  }
}
