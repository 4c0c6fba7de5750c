/// Annotations without which requests no longer reach what they reach today.
let trafficKeys: [(String, Uncarried)] =
  rows(.traffic, "speaks this protocol to the backend", defaults: [("backend-protocol", "HTTP")])
  + rows(
    .traffic,
    [
      ("replaces the path on the way to the backend", ["rewrite-target"]),
      ("serves the host under more names", ["server-alias"]),
      ("redirects between the host and its www name", ["from-to-www-redirect"]),
      ("redirects every request elsewhere", ["permanent-redirect", "temporal-redirect"]),
      ("passes TLS on to the backend unopened", ["ssl-passthrough"]),
      ("sends another Host header to the backend", ["upstream-vhost"]),
      ("speaks FastCGI to the backend", ["fastcgi-index", "fastcgi-params-configmap"]),
    ])
