/// What is known of nginx's directives that no filter says.
///
/// A directive that does not stand here may refuse requests or send them elsewhere, for all that is
/// known: `if`, `auth_basic`, `auth_request`, `limit_req`, `satisfy`, `proxy_pass`, `try_files`,
/// `internal`, `access_by_lua_block`, `real_ip_header` and others. Where one is lost, the paths are
/// closed.
enum SnippetDirectives {
  /// Directives whose loss lets nothing through, with what is lost.
  static let harmless: [(reason: String, names: [String])] = [
    (
      "which only writes logs",
      ["access_log", "error_log", "log_format", "log_not_found", "log_subrequest", "rewrite_log"]
    ),
    (
      "which only compresses or encodes",
      [
        "brotli", "brotli_comp_level", "brotli_min_length", "brotli_types",
        "chunked_transfer_encoding", "charset", "charset_types", "default_type", "gunzip", "gzip",
        "gzip_buffers", "gzip_comp_level", "gzip_disable", "gzip_http_version", "gzip_min_length",
        "gzip_proxied", "gzip_static", "gzip_types", "gzip_vary", "types",
      ]
    ),
    (
      "which only changes the answer",
      [
        "add_trailer", "body_filter_by_lua_block", "error_page", "etag", "expires",
        "header_filter_by_lua_block", "if_modified_since", "more_set_headers", "override_charset",
        "proxy_cookie_domain", "proxy_cookie_flags", "proxy_cookie_path", "proxy_ignore_headers",
        "proxy_intercept_errors", "proxy_pass_header", "proxy_redirect", "server_tokens",
        "sub_filter", "sub_filter_last_modified", "sub_filter_once", "sub_filter_types",
      ]
    ),
    (
      "which only buffers",
      [
        "client_body_buffer_size", "client_body_in_single_buffer", "client_body_temp_path",
        "client_header_buffer_size", "large_client_header_buffers", "output_buffers",
        "postpone_output", "proxy_buffer_size", "proxy_buffering", "proxy_buffers",
        "proxy_busy_buffers_size", "proxy_max_temp_file_size", "proxy_request_buffering",
        "proxy_temp_file_write_size", "proxy_temp_path", "sendfile", "grpc_buffer_size",
      ]
    ),
    (
      "which only waits or keeps connections",
      [
        "client_body_timeout", "client_header_timeout", "grpc_connect_timeout",
        "grpc_read_timeout", "grpc_send_timeout", "keepalive_requests", "keepalive_timeout",
        "lingering_close", "lingering_time", "lingering_timeout", "proxy_connect_timeout",
        "proxy_ignore_client_abort", "proxy_read_timeout", "proxy_send_timeout",
        "proxy_socket_keepalive", "reset_timedout_connection", "resolver", "resolver_timeout",
        "send_timeout", "tcp_nodelay", "tcp_nopush",
      ]
    ),
    (
      "which only decides how the backend is spoken to",
      [
        "proxy_force_ranges", "proxy_headers_hash_bucket_size", "proxy_headers_hash_max_size",
        "proxy_http_version", "proxy_next_upstream", "proxy_next_upstream_timeout",
        "proxy_next_upstream_tries", "proxy_ssl_ciphers", "proxy_ssl_name", "proxy_ssl_protocols",
        "proxy_ssl_server_name", "proxy_ssl_session_reuse", "grpc_set_header",
      ]
    ),
    (
      "which only keeps copies of answers",
      [
        "proxy_cache", "proxy_cache_background_update", "proxy_cache_bypass", "proxy_cache_key",
        "proxy_cache_lock", "proxy_cache_methods", "proxy_cache_min_uses", "proxy_cache_path",
        "proxy_cache_revalidate", "proxy_cache_use_stale", "proxy_cache_valid", "proxy_no_cache",
      ]
    ),
    (
      "which only gives names to what other lines use",
      [
        "geo", "limit_conn_log_level", "limit_conn_zone", "limit_req_log_level", "limit_req_zone",
        "log_by_lua_block", "lua_shared_dict", "map", "map_hash_bucket_size", "map_hash_max_size",
        "server_names_hash_bucket_size", "split_clients", "underscores_in_headers", "upstream",
        "variables_hash_bucket_size", "variables_hash_max_size",
      ]
    ),
    (
      "which only decides how TLS and HTTP/2 are spoken",
      [
        "http2", "http2_max_concurrent_streams", "http2_push", "http2_push_preload",
        "ssl_buffer_size",
        "ssl_early_data", "ssl_ecdh_curve", "ssl_prefer_server_ciphers", "ssl_session_cache",
        "ssl_session_tickets", "ssl_session_timeout", "ssl_stapling", "ssl_stapling_verify",
      ]
    ),
    (
      "which only traces or counts",
      [
        "opentelemetry", "opentelemetry_attribute", "opentelemetry_operation_name",
        "opentelemetry_propagate", "opentelemetry_trust_incoming_spans", "opentracing",
        "opentracing_tag", "vhost_traffic_status",
      ]
    ),
  ]

  /// What the loss of a directive costs, where that lets nothing through; nil otherwise.
  static func reason(for name: String) -> String? { reasons[name] }

  private static let reasons: [String: String] = harmless.reduce(into: [:]) { reasons, group in
    for name in group.names { reasons[name] = group.reason }
  }
}
