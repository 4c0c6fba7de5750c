extension EnvoyFilter {
  /// A script that sends clients to sign in whom an authentication service answers 401.
  ///
  /// It stands before the service is asked, so that it can note what is asked for. A 401 of the
  /// backend is told apart by the mark of `AdmissionScript`.
  package struct SignInScript: LuaScript {
    /// The name of its filter, which stands before all others.
    package static let filter = "gatewright.sign-in"

    /// nginx's variables that the script knows.
    package static let variables: Set<String> = [
      "escaped_request_uri", "host", "http_host", "pass_access_scheme", "request_uri", "scheme",
    ]

    /// The address, in which variables stand for parts of the request.
    package var address: String

    package init(address: String) { self.address = address }
  }

  /// A script that marks the requests that were let in.
  package struct AdmissionScript: LuaScript {
    /// The name of its filter, which stands before the router.
    package static let filter = "gatewright.admission"

    package init() {}
  }
}

extension EnvoyFilter.SignInScript {
  init?(constants: LuaConstants) {
    guard let address = constants["signin"]?["address"] else { return nil }
    self.init(address: address)
  }

  package var source: String {
    """
    -- Sends clients to sign in whom the authentication service answers 401, as nginx does.
    \(LuaConstants.line("signin", ["address": address]))

    -- The text as a part of a query.
    local function escaped(text)
      return (text:gsub("[^%w._~-]", function(byte) return ("%%%02X"):format(byte:byte()) end))
    end

    function envoy_on_request(handle)
      local headers, noted = handle:headers(), handle:streamInfo():dynamicMetadata()
      for name, header in pairs({host = ":authority", target = ":path", scheme = "x-forwarded-proto"}) do
        noted:set("\(Self.filter)", name, headers:get(header) or "")
      end
    end

    function envoy_on_response(handle)
      if handle:headers():get(":status") ~= "401" then return end
      local noted = handle:streamInfo():dynamicMetadata():get("\(Self.filter)")
      -- What was let in is answered by the backend itself.
      if not noted or noted.admitted then return end
      local variables = {
        host = noted.host:lower():gsub(":%d*$", ""):gsub("%.$", ""),
        http_host = noted.host,
        request_uri = noted.target,
        escaped_request_uri = escaped(noted.target),
        pass_access_scheme = noted.scheme,
        scheme = handle:connection():ssl() and "https" or "http",
      }
      handle:body(true):setBytes("")
      local headers = handle:headers()
      headers:remove("content-type")
      headers:replace("location", (signin.address:gsub("%$([%w_]+)", variables)))
      headers:replace(":status", "302")
    end

    """
  }
}

extension EnvoyFilter.AdmissionScript {
  init?(constants: LuaConstants) {}

  package var source: String {
    """
    -- Marks what was let in, so that a 401 of the backend sends nobody to sign in.
    function envoy_on_request(handle)
      handle:streamInfo():dynamicMetadata():set("\(EnvoyFilter.SignInScript.filter)", "admitted", true)
    end

    """
  }
}
