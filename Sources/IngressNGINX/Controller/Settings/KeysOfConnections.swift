import Routing

extension ConfigMapKey {
  /// Keys about connections with clients.
  static let ofConnections =
    keys(
      .tuning,
      [
        ("client-header-buffer-size", .text, "1k", "reads request headers into this buffer"),
        ("large-client-header-buffers", .text, "4 8k", "refuses longer request headers"),
        ("client-header-timeout", .integer, "60", "waits so long for request headers"),
        ("client-body-timeout", .integer, "60", "waits so long for more of a request body"),
        ("keep-alive", .integer, "75", "keeps idle connections open so long"),
        ("keep-alive-requests", .integer, "1000", "answers so many requests on one connection"),
        ("use-http2", .flag, "true", "speaks HTTP/2"),
        ("http2-max-concurrent-streams", .integer, "128", "answers so many requests at a time"),
        ("http2-max-field-size", .text, "", "does nothing with it any more"),
        ("http2-max-header-size", .text, "", "does nothing with it any more"),
        ("http2-max-requests", .integer, "0", "does nothing with it any more"),
        ("bind-address", .texts, "", "listens on these addresses"),
        ("disable-ipv6", .flag, "false", "does not listen on IPv6"),
      ])
    + keys(
      .invisible,
      [
        ("client-body-buffer-size", .text, "8k", "buffers request bodies in memory"),
        ("disable-ipv6-dns", .flag, "false", "asks name servers for IPv4 only"),
        ("reuse-port", .flag, "true", "gives each worker a socket of its own"),
        ("nginx-status-ipv4-whitelist", .texts, "127.0.0.1", "shows its status to these"),
        ("nginx-status-ipv6-whitelist", .texts, "::1", "shows its status to these"),
      ])

  /// Keys about TLS with clients.
  static let ofTLS = keys(
    .tuning,
    [
      ("ssl-protocols", .text, "TLSv1.2 TLSv1.3", "speaks these versions of TLS"),
      (
        "ssl-ciphers", .text,
        "ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES256-GCM-SHA384:"
          + "ECDHE-RSA-AES256-GCM-SHA384:ECDHE-ECDSA-CHACHA20-POLY1305:"
          + "ECDHE-RSA-CHACHA20-POLY1305:DHE-RSA-AES128-GCM-SHA256:DHE-RSA-AES256-GCM-SHA384",
        "accepts these ciphers"
      ),
      ("ssl-ecdh-curve", .text, "auto", "uses these curves"),
      ("ssl-dh-param", .text, "", "uses the parameters of a Secret"),
      ("ssl-early-data", .flag, "false", "takes early data of TLS 1.3"),
      ("ssl-session-cache", .flag, "true", "remembers TLS sessions"),
      ("ssl-session-cache-size", .text, "10m", "remembers so many TLS sessions"),
      ("ssl-session-tickets", .flag, "false", "hands out session tickets"),
      ("ssl-session-ticket-key", .text, "", "encrypts session tickets with this key"),
      ("ssl-session-timeout", .text, "10m", "remembers TLS sessions so long"),
      ("ssl-buffer-size", .text, "4k", "sends TLS records of this size"),
      ("enable-ocsp", .flag, "false", "staples OCSP answers"),
    ])

  /// Keys about compressed responses.
  static let ofCompression =
    keys(
      .answer,
      [
        ("use-gzip", .flag, "false", "compresses responses with gzip"),
        ("enable-brotli", .flag, "false", "compresses responses with brotli"),
      ])
    + keys(
      .invisible,
      [
        ("gzip-level", .integer, "1", "compresses so hard"),
        ("gzip-min-length", .integer, "256", "compresses from this length on"),
        ("gzip-types", .text, gzipTypes, "compresses these types"),
        ("gzip-disable", .text, "", "does not compress for these user agents"),
        ("brotli-level", .integer, "4", "compresses so hard"),
        ("brotli-min-length", .integer, "20", "compresses from this length on"),
        ("brotli-types", .text, "application/xml+rss " + gzipTypes, "compresses these types"),
      ])

  private static let gzipTypes =
    "application/atom+xml application/javascript application/x-javascript application/json "
    + "application/rss+xml application/vnd.ms-fontobject application/x-font-ttf "
    + "application/x-web-app-manifest+json application/xhtml+xml application/xml font/opentype "
    + "image/svg+xml image/x-icon text/css text/javascript text/plain text/x-component"
}
