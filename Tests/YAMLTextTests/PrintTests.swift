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
}
