import Routing

extension ConfigMapKey {
  /// Keys about how requests reach backends.
  static let ofProxying =
    keys(
      .tuning,
      [
        ("proxy-read-timeout", .integer, "60", "waits so many seconds between two reads"),
        ("proxy-send-timeout", .integer, "60", "waits so many seconds between two writes"),
        ("proxy-next-upstream", .text, "error timeout", "tries another pod after these failures"),
        ("proxy-next-upstream-timeout", .integer, "0", "tries other pods for so many seconds"),
        ("proxy-next-upstream-tries", .integer, "3", "tries so many pods"),
        ("retry-non-idempotent", .flag, "false", "also repeats POST, LOCK and PATCH"),
        ("proxy-request-buffering", .text, "on", "reads the whole request before backends see it"),
        ("proxy-http-version", .text, "1.1", "speaks this version of HTTP to backends"),
        ("upstream-keepalive-connections", .integer, "320", "keeps so many idle connections open"),
        ("upstream-keepalive-time", .text, "1h", "uses a connection to a backend so long"),
        ("upstream-keepalive-timeout", .integer, "60", "keeps idle connections open so long"),
        ("upstream-keepalive-requests", .integer, "10000", "sends so many requests over one"),
        ("grpc-buffer-size-kb", .integer, "0", "reads gRPC responses with this buffer"),
        ("proxy-stream-timeout", .text, "600s", "ends silent TCP and UDP connections"),
        ("proxy-stream-next-upstream", .flag, "true", "tries another pod for TCP and UDP"),
        ("proxy-stream-next-upstream-timeout", .text, "600s", "tries other pods so long"),
        ("proxy-stream-next-upstream-tries", .integer, "3", "tries so many pods"),
        ("proxy-stream-responses", .integer, "1", "expects so many UDP datagrams"),
      ])
    + keys(
      .invisible,
      [
        ("proxy-buffering", .text, "off", "buffers responses"),
        ("proxy-buffer-size", .text, "4k", "reads response headers into this buffer"),
        ("proxy-buffers-number", .integer, "4", "buffers responses in so many buffers"),
        ("proxy-busy-buffers-size", .text, "", "sends buffers of this size at a time"),
        ("proxy-max-temp-file-size", .text, "1024m", "buffers responses in files up to this size"),
        ("proxy-headers-hash-max-size", .integer, "512", "stores header names in this table"),
        ("proxy-headers-hash-bucket-size", .integer, "64", "stores header names in this table"),
        ("upstream-hash-by", .text, "", "does nothing with it; the annotation counts"),
        ("upstream-hash-by-subset", .flag, "false", "does nothing with it; the annotation counts"),
        ("upstream-hash-by-subset-size", .integer, "0", "does nothing with it"),
      ])
}
