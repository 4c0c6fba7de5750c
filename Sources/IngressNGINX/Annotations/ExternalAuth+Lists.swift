import Kubernetes
import Routing

extension ExternalAuth {
  /// No connections are kept where one of the numbers, or the address, makes that impossible.
  static func readKeepalive(
    _ annotations: inout Annotations<Self>, _ host: AddressHost, _ setting: inout Setting
  ) throws(Refusal) {
    setting.keepalive = try annotations.integer(.keepalive) ?? 0
    setting.sharesVariables = try annotations.flag(.keepaliveShareVariables) ?? false
    setting.keepaliveRequests = try annotations.integer(.keepaliveRequests) ?? 1000
    setting.keepaliveTimeout = try annotations.integer(.keepaliveTimeout) ?? 60
    let isPossible =
      setting.keepalive >= 0 && setting.keepaliveRequests > 0 && setting.keepaliveTimeout > 0
      && !host.text.contains("$")
    guard setting.keepalive != 0, !isPossible else { return }
    setting.keepalive = 0
    annotations.ignore(
      .keepalive, expected: "numbers above 0, and an auth-url without variables in its host",
      instead: "keeps no connections")
  }

  /// `200 202 5m, 401 1m` (`authreq.ParseStringToCacheDurations`).
  static func cacheDurations(
    _ annotations: inout Annotations<Self>
  ) throws(Refusal) -> [String] {
    let durations = addressEntries(try annotations.text(.cacheDuration) ?? "")
    guard durations.allSatisfy(isCacheDuration) else {
      throw .denied(
        key: Key.cacheDuration.rawValue, reason: "its value is not statuses and then a time")
    }
    return durations.isEmpty ? Setting().cacheDurations : durations
  }

  /// Statuses, then at least one time; other words are not looked at (`ValidCacheDuration`).
  private static func isCacheDuration(_ text: String) -> Bool {
    let words = text.split(separator: " ").map(String.init)
    guard let firstTime = words.firstIndex(where: isTime) else { return false }
    return !words[firstTime...].contains(where: isStatus)
  }

  private static func isStatus(_ word: String) -> Bool {
    word.utf8.count == 3 && word.utf8.allSatisfy(isDigit)
  }

  private static func isTime(_ word: String) -> Bool {
    let number = word.prefix { $0.isASCII && $0.isNumber }
    return !number.isEmpty
      && ["ms", "s", "m", "h", "d", "w", "M", "y"].contains(String(word[number.endIndex...]))
  }

  static func responseHeaders(
    _ annotations: inout Annotations<Self>
  ) throws(Refusal) -> [String] {
    let names = addressEntries(try annotations.text(.responseHeaders) ?? "")
    guard names.allSatisfy(isHeaderName) else {
      throw .denied(
        key: Key.responseHeaders.rawValue, reason: "its value is not a list of headers")
    }
    return names
  }

  /// The entries of the ConfigMap; its name is looked up as written, so it needs its namespace.
  static func proxySetHeaders(
    _ annotations: inout Annotations<Self>
  ) throws(Refusal) -> [Header] {
    guard let text = try annotations.text(.proxySetHeaders) else { return [] }
    let surroundings = annotations.surroundings
    guard let name = qualifiedName(text) else { throw denied("its value is not namespace/name") }
    guard surroundings.allowsCrossNamespace || name.namespace == annotations.namespace else {
      throw denied("it names a ConfigMap of another namespace")
    }
    guard let map = surroundings.configMaps[name] else {
      throw denied("the ConfigMap \(name) does not exist")
    }
    guard map.data.allSatisfy({ isHeaderName($0.key) }) else {
      throw denied("the ConfigMap \(text) has a key that is no header")
    }
    return map.headers
  }

  private static func denied(_ reason: String) -> Refusal {
    .denied(key: Key.proxySetHeaders.rawValue, reason: reason)
  }
}
