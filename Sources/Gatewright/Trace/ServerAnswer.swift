import Routing

/// What a server beside the proxy is taken to answer: a backend, or an authentication service.
public struct ServerAnswer: Hashable, Sendable {
  /// The status.
  public var status: Int
  /// The header lines.
  public var headers: [HeaderLine]

  /// Describes an answer.
  public init(status: Int, headers: [HeaderLine] = []) {
    self.status = status
    self.headers = headers
  }
}

/// The certificate that backends are taken to show.
public struct ServerCertificate: Hashable, Sendable {
  /// The host names on it.
  public var names: [String]
  /// The common name of the authority that signed it; nil for one that every system trusts.
  public var authority: String?

  /// Describes a certificate.
  public init(names: [String], authority: String? = nil) {
    self.names = names
    self.authority = authority
  }
}

extension ServerAnswer {
  /// An answer in public words.
  init(_ answer: WorldAnswer) {
    self.init(
      status: answer.status, headers: answer.headers.map { HeaderLine($0.name, $0.value) })
  }

  /// The answer in the words of the routing floor.
  var routed: WorldAnswer {
    WorldAnswer(status: status, headers: headers.map { Header($0.name, $0.value ?? "") })
  }
}

extension RequestProbe {
  /// What backends are taken to answer: as told, or as the request itself asks of a test server.
  ///
  /// `X-Test-Status: 503` stands for a backend that answers 503; `X-Test-Header: Name: value`,
  /// `X-Test-Location` and `X-Test-Set-Cookie` for one that sends these headers.
  var takenBackendAnswer: ServerAnswer? {
    if let backendAnswer { return backendAnswer }
    var answer = ServerAnswer(status: 200)
    var asks = false
    for header in headers {
      guard let value = header.value else { continue }
      switch header.name.lowercased() {
      case "x-test-status": answer.status = Int(value) ?? 200
      case "x-test-location": answer.headers.append(HeaderLine("Location", value))
      case "x-test-set-cookie": answer.headers.append(HeaderLine("Set-Cookie", value))
      case "x-test-header":
        let parts = value.split(separator: ":", maxSplits: 1)
        guard parts.count == 2 else { continue }
        let text = String(parts[1].drop { $0 == " " })
        answer.headers.append(HeaderLine(String(parts[0]), text))
      default: continue
      }
      asks = true
    }
    return asks ? answer : nil
  }
}
