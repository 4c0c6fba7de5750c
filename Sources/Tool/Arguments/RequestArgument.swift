public import ArgumentParser
public import Gatewright

/// The request behind `--`: `[METHOD] URL [-H 'Name: value']...`.
struct RequestArgument {
  /// The request as a client would send it.
  private(set) var probe: RequestProbe

  init(_ words: [String], headers: [HeaderLine]) throws {
    var headers = headers
    var plain: [String] = []
    var rest = words[...]
    while let word = rest.popFirst() {
      if word == "-H" || word == "--header" {
        headers.append(try Self.header(rest.popFirst()))
      } else if word.hasPrefix("-") {
        throw ValidationError("'\(word)' stands behind '--'; options but -H go before it")
      } else {
        plain.append(word)
      }
    }
    guard let url = plain.popLast(), plain.count < 2 else {
      throw ValidationError("write one request behind '--': [METHOD] URL")
    }
    probe = try Self.probe(method: plain.first ?? "GET", url)
    add(headers)
  }

  private static func header(_ word: String?) throws -> HeaderLine {
    guard let header = word.flatMap({ HeaderLine(argument: $0) }) else {
      throw ValidationError("-H needs a header, for example -H 'X-Canary: always'")
    }
    return header
  }

  private static func probe(method: String, _ url: String) throws -> RequestProbe {
    guard method.utf8.allSatisfy({ (0x41...0x5A).contains($0) || $0 == 0x2D }) else {
      throw ValidationError("'\(method)' is no method; write it in capitals, for example POST")
    }
    guard let address = RequestAddress(url) else {
      throw ValidationError("'\(url)' is no address; write for example https://shop.example/cart")
    }
    return RequestProbe(
      method: method, scheme: address.scheme, host: address.host, target: address.target,
      port: address.port, serverName: address.serverName)
  }

  /// A Host header replaces the URL's host, as curl has it; the TLS server name stays.
  private mutating func add(_ headers: [HeaderLine]) {
    for header in headers {
      if header.name.lowercased() == "host" {
        probe.host = header.value ?? ""
      } else {
        probe.headers.append(header)
      }
    }
  }
}

extension HeaderLine: ExpressibleByArgument {
  /// Reads `Name: value`.
  public init?(argument: String) {
    guard let colon = argument.firstIndex(of: ":"), colon != argument.startIndex,
      !argument.contains(where: \.isNewline)
    else { return nil }
    let value = argument[argument.index(after: colon)...]
    let spaces: Set<Character> = [" ", "\t"]
    self.init(
      String(argument[..<colon]),
      String(value.drop { spaces.contains($0) }.reversed().drop { spaces.contains($0) }.reversed()))
  }
}
