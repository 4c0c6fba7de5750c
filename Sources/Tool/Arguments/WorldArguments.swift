public import ArgumentParser
public import Gatewright

/// The options about what is outside the proxies and their objects.
struct WorldArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The status that backends are taken to answer, for error pages.", valueName: "status"))
  var backendStatus: Int?

  @Option(
    help: ArgumentHelp(
      "A header that backends are taken to send; repeatable.", valueName: "'name: value'"))
  var backendHeader: [HeaderLine] = []

  @Option(
    help: ArgumentHelp(
      "The certificate that backends show over TLS: its names, and after a semicolon the common "
        + "name of the authority unless every system trusts it.", valueName: "'names; authority'"))
  var backendCertificate: ServerCertificate?

  @Option(
    help: ArgumentHelp(
      "What an authentication service answers: its address or its provider's name, a blank, the status, and headers "
        + "after semicolons; repeatable.", valueName: "'url status; name: value'"))
  var authAnswer: [AuthenticationAnswer] = []

  func validate() throws {
    guard let backendStatus, !(100...599).contains(backendStatus) else { return }
    throw ValidationError("'--backend-status \(backendStatus)' is no status; write for example 503")
  }

  /// The request with what was said; what the request itself says wins.
  func applied(to probe: RequestProbe) -> RequestProbe {
    var probe = probe
    if probe.backendAnswer == nil, backendStatus != nil || !backendHeader.isEmpty {
      probe.backendAnswer = ServerAnswer(status: backendStatus ?? 200, headers: backendHeader)
    }
    probe.backendCertificate = backendCertificate
    for answer in authAnswer { probe.authenticationAnswers[answer.url] = answer.answer }
    return probe
  }
}

/// What one authentication service answers, as written on the command line.
struct AuthenticationAnswer: ExpressibleByArgument {
  var url: String
  var answer: ServerAnswer

  init?(argument: String) {
    let parts = argument.split(separator: ";").map { $0.drop { $0 == " " } }
    let words = parts.first?.split(separator: " ") ?? []
    guard words.count == 2, let status = Int(words[1]), (100...599).contains(status) else {
      return nil
    }
    url = String(words[0])
    let headers = parts.dropFirst().map { HeaderLine(argument: String($0)) }
    guard !headers.contains(nil) else { return nil }
    answer = ServerAnswer(status: status, headers: headers.compactMap { $0 })
  }
}

extension ServerCertificate: ExpressibleByArgument {
  /// Reads `name, name; authority`.
  public init?(argument: String) {
    let parts = argument.split(separator: ";", omittingEmptySubsequences: false).map { part in
      part.drop { $0 == " " }
    }
    let names = (parts.first ?? "").split(separator: ",").map { $0.filter { $0 != " " } }
    guard parts.count <= 2, !names.contains("") else { return nil }
    self.init(names: names, authority: parts.count == 2 ? String(parts[1]) : nil)
  }
}
