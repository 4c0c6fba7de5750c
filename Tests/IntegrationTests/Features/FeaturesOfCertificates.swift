extension FeatureCase {
  private static let app = FeatureInput.service("app") + FeatureInput.certificate
  private static let authority =
    FeatureInput.secret("authority", ["ca.crt": "its certificate"])
    + FeatureInput.secret("cert-cacert", ["ca.crt": "its certificate"])

  /// What clients show of themselves: `C=DE, O=Müller, Söhne "& Co.", CN=trusted.test` and more.
  static let ofCertificates = [
    subject("subject", "CN=trusted\\.test", fits: true),
    subject("subject-start", "CN=(trusted|other)[.]test,emailAddress=a@b", fits: true),
    subject(
      "subject-escaped", "CN=[^,]*,[^=]*=a@b.test,OU=.*O=M.C3.BCller.,.S.C3.B6hne", fits: true),
    subject("subject-other", "CN=other", fits: false),
    subject("subject-whole", "CN=trusted$", fits: false),
    subject("subject-caseless", "CN=(?i)TRUSTED", fits: true),
  ]

  private static func subject(_ name: String, _ expression: String, fits: Bool) -> FeatureCase {
    FeatureCase(
      name: name, about: "auth-tls-match-cn: \(expression)",
      input: FeatureInput.ingress(
        "secure.example.com",
        ["auth-tls-secret": "default/authority", "auth-tls-match-cn": expression], path: "/app",
        tls: true) + app + authority,
      options: ["--allow-envoy-filter"],
      probes: [
        // Whether the subject fits is what `trace` cannot know.
        Probe.both(
          ProbeRequest("https://secure.example.com/app", certificate: "trusted"),
          .status(fits ? 200 : 403)
        ).afterOthers,
        Probe.both(
          ProbeRequest("https://secure.example.com/elsewhere", certificate: "trusted"),
          .status(fits ? 404 : 403)
        ).afterOthers,
        .each(
          ProbeRequest("https://secure.example.com/app"), nginx: .status(400),
          envoy: Sight(error: "connection closed")),
        .each(
          ProbeRequest("https://secure.example.com/app", certificate: "untrusted"),
          nginx: .status(400), envoy: Sight(error: "connection closed")),
        .both(ProbeRequest("http://secure.example.com/app"), .status(403)),
      ])
  }
}
