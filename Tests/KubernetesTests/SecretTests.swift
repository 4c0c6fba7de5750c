import Certificates
import Evidence
import Kubernetes
import Testing

@Suite("Secrets")
struct SecretTests {
  private let summary = CertificateSummary(
    dnsNames: ["shop.example.com", "*.shop.example.com"], commonName: "shop.example.com",
    notBefore: 1_714_979_289, notAfter: 2_682_471_845)

  @Test("are read without their values")
  func opaque() throws {
    let secret = try #require(imported(Sample.secret).secrets[ObjectName("default", "login")])
    #expect(secret.type == "Opaque")
    #expect(secret.keys == ["auth", "word"])
    #expect(secret.certificate == nil)
    #expect(!"\(secret)".contains("hunter2"))
    #expect(!"\(secret)".contains("aHVudGVyMg"))
  }

  @Test("leave out the copy that kubectl keeps of them")
  func lastApplied() throws {
    let annotations = """
      metadata:
        annotations:
          kubectl.kubernetes.io/last-applied-configuration: '{"data":{"auth":"aHVudGVyMg=="}}'
          team: shop
      """
    let text = Sample.secret.replacing("metadata:", with: annotations)
    let secret = try #require(imported(text).secrets[ObjectName("default", "login")])
    #expect(secret.metadata.annotations.map(\.key) == ["team"])
  }

  @Test("give the names and validity of their certificate, from text or base64")
  func certificates() {
    #expect(read(text: Sample.certificate) == summary)
    #expect(read(data: base64(Sample.certificate)) == summary)
    #expect(read(data: base64(Sample.certificate).replacing("LS0tL", with: "LS0t\\nL")) == summary)
  }

  @Test("give the first certificate of a chain, whatever stands around it")
  func chain() {
    let key = "-----BEGIN PRIVATE KEY-----\nnonsense\n-----END PRIVATE KEY-----"
    let broken = "-----BEGIN CERTIFICATE-----\nnonsense\n-----END CERTIFICATE-----"
    #expect(read(text: "Subject: shop\n" + Sample.certificate + "\n" + broken) == summary)
    #expect(read(text: Sample.certificate.replacing("\n", with: "\r\n")) == summary)
    #expect(read(text: key + "\n" + Sample.certificate) == summary)
    #expect(read(text: broken + "\n" + Sample.certificate) == nil)
    #expect(read(text: String(Sample.certificate.prefix(300))) == nil)
  }

  @Test(
    "with a broken certificate stay, with a warning",
    arguments: ["", "A", "AB=", "A===", "QUJD!", "QQ==QQ==", "QUJD", "LS0tLS1CRUdJTg=="])
  func unreadable(_ data: String) throws {
    let cluster = imported(manifest("data", data))
    #expect(cluster.findings.map(mark) == ["secret-unreadable 6"])
    #expect(cluster.secrets.count == 1)
  }

  @Test(
    "never show a value in a finding",
    arguments: [
      "data: {key: 20771}", "data: 20771", "stringData: {a: [20771]}", "type: 20771",
      "data: {tls.crt: x20771}", "metadata: {labels: {a: '!20771'}}", "data: {a: x20771",
      "data: {a: 'x20771}", "data: {a: \"x20771\\q\"}", "data: {a: @20771}",
      "data: {a: !!int x20771}",
      "data: {a: !!bool x20771}",
    ])
  func silence(_ line: String) {
    let cluster = imported("apiVersion: v1\nkind: Secret\nmetadata: {name: a}\n\(line)\n")
    #expect(!cluster.findings.isEmpty)
    #expect(!"\(cluster.findings)".contains("20771"))
  }

  @Test("keep the lines of a password file as they stand, but for comments")
  func passwordFile() {
    let text = "ann:{SHA}x\\r\\n #bob:y\\n\\n#cat:z\\n:u\\nnothing\\ndan:e:f"
    let cluster = imported(
      "apiVersion: v1\nkind: Secret\nmetadata: {name: a}\nstringData: {auth: \"\(text)\"}\n")
    let file = cluster.secrets.values.first?.passwordFile
    #expect(file?.lines == ["ann:{SHA}x\r", " #bob:y", ":u", "dan:e:f"])
  }

  @Test("keep of a map of users what marks itself as a password, and hide the rest")
  func passwordMap() {
    let cluster = imported(
      """
      apiVersion: v1
      kind: Secret
      metadata: {name: a}
      data: {bob: e1BMQUlOfXg=, token: MjA3NzE=, cat: YQpkYW46Yg==}
      stringData: {ann: "{SHA}x", bob: "{PLAIN}y"}
      """)
    let secret = cluster.secrets.values.first
    #expect(
      secret?.passwordMap?.lines == ["ann:{SHA}x", "bob:{PLAIN}y", "cat:*", "dan:*", "token:*"])
    #expect(!"\(cluster)".contains("20771") && !"\(cluster)".contains("PLAIN"))
  }

  private func read(text: String) -> CertificateSummary? {
    let cluster = imported(manifest("stringData", escaped(text)))
    return cluster.secrets.values.first?.certificate
  }

  private func read(data: String) -> CertificateSummary? {
    imported(manifest("data", data)).secrets.values.first?.certificate
  }

  private func manifest(_ field: String, _ value: String) -> String {
    """
    apiVersion: v1
    kind: Secret
    metadata: {name: cert}
    type: kubernetes.io/tls
    \(field):
      tls.crt: "\(value)"
      tls.key: ""
    """
  }

  private func escaped(_ text: String) -> String {
    text.replacing("\r\n", with: "\\r\\n").replacing("\n", with: "\\n")
  }

  private func base64(_ text: String) -> String {
    let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    var encoded = ""
    let bytes = Array(text.utf8)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let part = bytes[start..<min(start + 3, bytes.count)]
      let group = part.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - part.count))
      for place in 0..<4 {
        encoded.append(place <= part.count ? digits[group >> (18 - 6 * place) & 63] : "=")
      }
    }
    return encoded
  }
}
