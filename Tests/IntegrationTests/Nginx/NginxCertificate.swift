import Routing

/// What is asked of a client's certificate, of one authority for all cases.
struct NginxCertificate {
  let check: ClientCertificateCheck

  func lines() throws(Unsaid) -> NginxLines {
    guard check.secret != nil, !check.acceptsUntrusted, check.errorPage.isEmpty else {
      throw Unsaid("client certificates that nobody has signed, and pages for others")
    }
    var lines = [
      "ssl_client_certificate authority.pem;",
      "ssl_verify_client \(check.isOptional ? "optional" : "on");",
    ]
    if !check.subject.isEmpty {
      // As `nginx.tmpl` writes it, without quotes.
      lines += ["if ( $ssl_client_s_dn !~ \(check.subject) ) {", "  return 403;", "}"]
    }
    return NginxLines(block: lines)
  }
}
