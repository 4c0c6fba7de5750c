extension EnvoyFilter.AnswerScript {
  package var source: String {
    let parts = [
      constants, Self.replacing, Self.changing, completing, cookies, Self.noting, changes,
    ]
    return parts.compactMap(\.self).joined(separator: "\n\n") + "\n"
  }

  private var hasCookies: Bool { cookieDomain != nil || cookiePath != nil }

  private var constants: String {
    var lines = ["-- Changes addresses in the backend's answers, as nginx does."]
    if let location {
      let (from, to) = (location.from, location.to)
      lines += [
        "-- proxy_redirect",
        completesPaths
          ? LuaConstants.line("location", ["from": from, "to": to, "paths": "completed"])
          : LuaConstants.line("location", ["from": from, "to": to]),
      ]
    }
    if let cookieDomain { lines += ["-- proxy_cookie_domain", cookieDomain.line("domain")] }
    if let cookiePath { lines += ["-- proxy_cookie_path", cookiePath.line("path")] }
    return lines.joined(separator: "\n")
  }

  private static let replacing = """
    -- The text with another beginning; nil where it begins otherwise.
    local function replaced(text, pair)
      if text:sub(1, #pair.from) == pair.from then
        return pair.to .. text:sub(#pair.from + 1)
      end
    end
    """

  private static let changing = """
    -- Puts what becomes of them in place of the lines of a header; nil leaves a line as it is.
    local function change(headers, name, become)
      local lines, differs = {}, false
      for index = 0, headers:getNumValues(name) - 1 do
        local old = headers:getAtIndex(name, index)
        local new = become(old)
        lines[#lines + 1] = new or old
        differs = differs or new ~= nil
      end
      if differs then
        headers:remove(name)
        for _, line in ipairs(lines) do headers:add(name, line) end
      end
    end
    """

  private var completing: String? {
    guard location != nil, completesPaths else { return nil }
    return """
      -- A path as an address of the host that was asked for.
      local function completed(text, handle, host)
        if text:sub(1, 1) ~= "/" then return text end
        local scheme = handle:connection():ssl() and "https" or "http"
        return scheme .. "://" .. host:lower():gsub(":%d*$", ""):gsub("%.$", "") .. text
      end
      """
  }

  private var cookies: String? {
    guard hasCookies else { return nil }
    var attributes: [String] = []
    if cookieDomain != nil {
      attributes.append("if name == \"domain\" then return replacedDomain(value) end")
    }
    if cookiePath != nil {
      attributes.append("if name == \"path\" then return replaced(value, path) end")
    }
    let parts = [cookieDomain.map { _ in Self.domains }, Self.trimming, Self.cookies(attributes)]
    return parts.compactMap(\.self).joined(separator: "\n\n")
  }

  private static let domains = """
    -- The domain that takes another's place, whatever its letter case; a dot in front stays.
    local function replacedDomain(value)
      local dot, bare = value:match("^(%.?)(.*)$")
      if bare:lower() == domain.from:lower() then return dot .. domain.to end
    end
    """

  private static let trimming = """
    local function trimmed(text)
      return text:match("^ *(.-) *$")
    end
    """

  private static func cookies(_ attributes: [String]) -> String {
    """
    -- What becomes of an attribute of a cookie; nil where it stays.
    local function attribute(name, value)
    \(attributes.map { "  \($0)" }.joined(separator: "\n"))
    end

    -- The cookie with changed attributes; nil where none changes, or where it has no value.
    local function cookie(line)
      local parts, differs = {}, false
      for part in (line .. ";"):gmatch("([^;]*);") do
        local name, value = part:match("^([^=]*)=(.*)$")
        name, value = trimmed(name or part), value and trimmed(value)
        if #parts == 0 and not value then return nil end
        local new = #parts > 0 and value and attribute(name:lower(), value)
        differs = differs or (new and true)
        value = new or value
        parts[#parts + 1] = value and name .. "=" .. value or name
      end
      return differs and table.concat(parts, "; ") or nil
    end
    """
  }

  private static let noting = """
    -- What is answered before a request comes here is no backend's.
    function envoy_on_request(handle)
      local host = handle:headers():get(":authority") or ""
      handle:streamInfo():dynamicMetadata():set("\(filter)", "host", host)
    end
    """

  private var changes: String {
    var lines = [
      "function envoy_on_response(handle)",
      "  local noted = handle:streamInfo():dynamicMetadata():get(\"\(Self.filter)\")",
      "  if not noted then return end",
      "  local headers = handle:headers()",
    ]
    if location != nil { lines += redirects }
    if hasCookies { lines.append("  change(headers, \"set-cookie\", cookie)") }
    return (lines + ["end"]).joined(separator: "\n")
  }

  private var redirects: [String] {
    let new =
      completesPaths ? "new and completed(new, handle, noted.host)" : "new"
    return [
      "  change(headers, \"location\", function(text)",
      "    local new = replaced(text, location)",
      "    return \(new)",
      "  end)",
      "  change(headers, \"refresh\", function(text)",
      "    local _, place = text:lower():find(\"url=\", 1, true)",
      "    local new = place and replaced(text:sub(place + 1), location)",
      "    return new and text:sub(1, place) .. new",
      "  end)",
    ]
  }
}
