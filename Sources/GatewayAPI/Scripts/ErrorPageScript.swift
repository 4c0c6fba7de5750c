extension EnvoyFilter {
  /// A script that shows the page of ingress-nginx's own default backend in place of error statuses,
  /// whoever answers them.
  package struct ErrorPageScript: LuaScript {
    /// The name of its filter, which stands before all others, and so gets answers last.
    package static let filter = "gatewright.error-pages"

    /// The statuses in whose place the page is shown.
    package var statuses: [Int]

    package init(statuses: [Int]) { self.statuses = statuses }
  }
}

extension EnvoyFilter.ErrorPageScript {
  init?(constants: LuaConstants) {
    guard let words = constants["pages"]?["statuses"]?.split(separator: " ") else { return nil }
    let statuses = words.compactMap { Int($0) }
    guard !statuses.isEmpty, statuses.count == words.count else { return nil }
    self.init(statuses: statuses)
  }

  package var source: String {
    let list = statuses.map(String.init).joined(separator: " ")
    return """
      -- Shows the page of ingress-nginx's own default backend in place of these statuses.
      \(LuaConstants.line("pages", ["statuses": list]))

      local page = table.concat({
        "<html>", "<head><title>404 Not Found</title></head>", "<body>",
        "<center><h1>404 Not Found</h1></center>", "<hr><center>nginx</center>",
        "</body>", "</html>", "",
      }, "\\r\\n")

      function envoy_on_request(handle)
        local method = handle:headers():get(":method")
        handle:streamInfo():dynamicMetadata():set("\(Self.filter)", "method", method)
      end

      function envoy_on_response(handle)
        local status = handle:headers():get(":status")
        if not (" " .. pages.statuses .. " "):find(" " .. status .. " ", 1, true) then return end
        local noted = handle:streamInfo():dynamicMetadata():get("\(Self.filter)")
        -- An answer to HEAD has no body; any other one is waited for, before its headers go on.
        local body = not (noted and noted.method == "HEAD") and handle:body(true)
        local headers, names = handle:headers(), {}
        for name in pairs(headers) do names[#names + 1] = name end
        for _, name in ipairs(names) do
          if name ~= ":status" then headers:remove(name) end
        end
        headers:replace(":status", "404")
        headers:replace("content-type", "text/html")
        headers:replace("content-length", tostring(#page))
        if body then body:setBytes(page) end
      end

      """
  }
}
