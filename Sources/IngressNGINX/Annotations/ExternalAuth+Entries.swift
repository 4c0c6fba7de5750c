import Routing

extension ExternalAuth {
  static func entry(of key: Key) -> AnnotationEntry {
    switch key {
    case .url, .method, .signin, .signinRedirectParameter, .snippet: questionEntry(of: key)
    case .responseHeaders, .proxySetHeaders, .requestRedirect, .alwaysSetCookie:
      headerEntry(of: key)
    case .cacheKey, .cacheDuration: cacheEntry(of: key)
    case .keepalive, .keepaliveRequests, .keepaliveTimeout, .keepaliveShareVariables:
      keepaliveEntry(of: key)
    }
  }

  private static func questionEntry(of key: Key) -> AnnotationEntry {
    var entry = AnnotationEntry(
      syntax: .characters(.urlWithVariables, ignoringBlanks: true), failure: .dropped, risk: .high,
      meaning: "asks this address about each request, and lets in what it answers with 2xx",
      notes: [
        "401 and 403 of the service reach the client; every other answer becomes 500.",
        "The service gets the request's headers without its body.",
        "An address without scheme or host makes every path answer 503.",
        "An empty value asks nobody.",
      ], fate: .lost(.protection), failsOpen: true)
    switch key {
    case .method:
      entry.syntax = .expression(
        "GET|HEAD|POST|PUT|PATCH|DELETE|CONNECT|OPTIONS|TRACE", "a method in upper case",
        ignoringBlanks: true)
      (entry.failure, entry.risk, entry.failsOpen) = (.denied, .low, false)
      entry.meaning = "asks the authentication service with this method"
      (entry.notes, entry.fate) = (["Without it the method is the client's."], .lost(.answer))
    case .signin:
      (entry.failure, entry.failsOpen) = (.ignored, false)
      entry.meaning = "redirects clients here with 302 where the authentication service says 401"
      entry.notes = ["The original address is appended as rd.", "A 403 stays a 403."]
      entry.fate = .lost(.answer)
    case .signinRedirectParameter:
      (entry.syntax, entry.fallback) = (.characters(.url, ignoringBlanks: true), .fixed("rd"))
      (entry.failure, entry.risk, entry.failsOpen) = (.ignored, .medium, false)
      entry.meaning = "names the parameter of auth-signin that holds the original address so"
      (entry.notes, entry.fate) = ([], .lost(.answer))
    case .snippet:
      (entry.syntax, entry.risk, entry.failsOpen) = (.anything, .critical, false)
      entry.meaning = "adds this nginx configuration to the question to the authentication service"
      entry.notes = ["It is ignored without auth-url."]
    case .url, .responseHeaders, .proxySetHeaders, .requestRedirect, .alwaysSetCookie, .cacheKey,
      .cacheDuration, .keepalive, .keepaliveRequests, .keepaliveTimeout, .keepaliveShareVariables:
      break
    }
    return entry
  }

  private static func headerEntry(of key: Key) -> AnnotationEntry {
    var entry = AnnotationEntry(
      syntax: .characters(.headers, ignoringBlanks: true), failure: .denied, risk: .medium,
      meaning: "hands these headers of the authentication service's answer to the backend",
      notes: [
        "A header that the service did not send is removed from the request to the backend."
      ], fate: .lost(.answer))
    let open = "Another value switches the authentication off."
    switch key {
    case .proxySetHeaders:
      (entry.syntax, entry.failure) = (.characters(.basic, ignoringBlanks: true), .ignored)
      entry.meaning = "sends the headers of this ConfigMap to the authentication service"
      entry.notes = [
        "The name has to be namespace/name.",
        "A ConfigMap that does not exist, or of another namespace, makes every path answer 503.",
      ]
    case .requestRedirect:
      (entry.syntax, entry.failure) = (.characters(.url, ignoringBlanks: true), .groupLost)
      entry.meaning = "sends this as X-Auth-Request-Redirect to the authentication service"
      (entry.notes, entry.failsOpen) = ([open], true)
    case .alwaysSetCookie:
      (entry.syntax, entry.fallback, entry.failure) = (.flag, .fixed("false"), .groupLost)
      (entry.risk, entry.failsOpen) = (.low, true)
      entry.meaning = "sets the authentication service's cookies on every status"
      (entry.notes, entry.fate) = ([open], .lost(.answer, unless: "false"))
    case .url, .method, .signin, .signinRedirectParameter, .snippet, .responseHeaders, .cacheKey,
      .cacheDuration, .keepalive, .keepaliveRequests, .keepaliveTimeout, .keepaliveShareVariables:
      break
    }
    return entry
  }

  private static func cacheEntry(of key: Key) -> AnnotationEntry {
    guard key == .cacheDuration else {
      return AnnotationEntry(
        syntax: .characters(.variable, ignoringBlanks: true), risk: .medium,
        meaning: "keeps the authentication service's answers by this key",
        notes: ["The key counts for one server and location."], fate: .lost(.tuning))
    }
    return AnnotationEntry(
      syntax: .characters(.extended), fallback: .fixed("200 202 401 5m"), failure: .groupLost,
      risk: .medium, meaning: "keeps the authentication service's answers for this long",
      notes: [
        "Other characters, such as a semicolon, switch the authentication off.",
        "An entry without a time makes every path answer 503.",
      ], fate: .lost(.tuning), failsOpen: true)
  }

  private static func keepaliveEntry(of key: Key) -> AnnotationEntry {
    var entry = AnnotationEntry(
      syntax: .integer, fallback: .fixed("0"),
      meaning: "keeps this many idle connections to the authentication service",
      notes: [
        "It does nothing while HTTP/2 is on, or where the address has variables in its host."
      ], fate: .lost(.invisible))
    switch key {
    case .keepaliveRequests:
      entry.fallback = .fixed("1000")
      entry.meaning = "uses one connection to the authentication service for this many requests"
      entry.notes = ["0 and less keep no connections."]
    case .keepaliveTimeout:
      entry.fallback = .fixed("60")
      entry.meaning = "closes connections to the authentication service after these idle seconds"
      entry.notes = ["0 and less keep no connections."]
    case .keepaliveShareVariables:
      (entry.syntax, entry.fallback) = (.flag, .fixed("false"))
      entry.meaning = "shares nginx's variables with the question to the authentication service"
      entry.notes = []
    case .url, .method, .signin, .signinRedirectParameter, .snippet, .responseHeaders,
      .proxySetHeaders, .requestRedirect, .alwaysSetCookie, .cacheKey, .cacheDuration, .keepalive:
      break
    }
    return entry
  }
}
