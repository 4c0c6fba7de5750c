import Routing

extension ConfigMapKey {
  /// Keys about request and response headers, and about who the client is.
  static let ofHeaders = keys(
    .answer,
    [
      ("ignore-invalid-headers", .flag, "true", "drops request headers with odd names"),
      ("use-forwarded-headers", .flag, "false", "believes the X-Forwarded headers of requests"),
      (
        "compute-full-forwarded-for", .flag, "false",
        "adds the client to X-Forwarded-For instead of replacing it"
      ),
      ("forwarded-for-header", .text, "X-Forwarded-For", "takes the client from this header"),
      (
        "forwarded-for-proxy-protocol-header", .text, "X-Forwarded-For-Proxy-Protocol",
        "tells backends the PROXY protocol's client in this header"
      ),
      ("forwarded-host-header", .text, "X-Forwarded-Host", "takes the host from this header"),
      ("enable-real-ip", .flag, "false", "takes the client's address from a header"),
      ("use-proxy-protocol", .flag, "false", "expects the PROXY protocol on connections"),
      (
        "proxy-real-ip-cidr", .texts, "0.0.0.0/0",
        "believes these addresses about who the client is"
      ),
      ("proxy-protocol-header-timeout", .duration, "5s", "waits this long for the PROXY protocol"),
      ("generate-request-id", .flag, "true", "makes up an X-Request-ID where there is none"),
      ("proxy-add-original-uri-header", .flag, "false", "tells backends the URI in X-Original-URI"),
      ("proxy-set-headers", .text, "", "sends the headers of a ConfigMap to backends"),
      ("add-headers", .text, "", "sends the headers of a ConfigMap to clients"),
      ("hide-headers", .texts, "", "hides these headers of backends"),
      ("allow-backend-server-header", .flag, "false", "passes the Server header of backends on"),
      ("server-tokens", .flag, "false", "names nginx and its version"),
      (
        "global-allowed-response-headers", .headerNames, "",
        "lets custom-headers set these headers"
      ),
    ])
}
