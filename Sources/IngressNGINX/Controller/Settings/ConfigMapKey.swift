import Routing

/// One key of the controller's ConfigMap (`config.Configuration`).
struct ConfigMapKey: Sendable {
  /// How the value is read.
  enum Kind: Sendable, Hashable {
    case flag
    case integer
    case fraction
    case text
    /// Digits and one of `k m g`, or the directive is left out (`template.isValidByteSize`).
    case bodySize
    /// One of these; the proxy takes anything else for the default.
    case oneOf([String])
    /// A comma list.
    case texts
    /// A comma list that stays one text until it is used; blanks around entries do not count.
    case locations
    /// A comma list of addresses and ranges, which nginx reads.
    case addresses
    /// A comma list of statuses from 300 to 599; others are left out.
    case statuses
    /// A comma list of header names; others are left out.
    case headerNames
    /// 301, 302, 307 or 308.
    case redirectStatus
    /// A URL with scheme and host.
    case url
    /// A method in capitals.
    case method
    /// The name of a query parameter.
    case parameterName
    /// Statuses and times as in `200 202 10m`, joined with commas.
    case cacheDurations
    /// A time as Go writes it, for example `5s`.
    case duration
  }

  var name: String
  var kind: Kind
  /// The value where nothing is written, as one would write it.
  var fallback: String
  /// What its loss can do; nil where the new routes carry it.
  var risk: Loss?
  /// What it decides; completes "ingress-nginx …".
  var meaning: String

  /// Whether the key is found whatever its capitals: those that `mapstructure` decodes are, those
  /// that `template.ReadConfig` takes itself are not.
  var isFoundInAnyCase: Bool {
    switch kind {
    case .flag, .integer, .fraction, .text, .bodySize, .oneOf, .locations: true
    case .texts, .addresses, .statuses, .headerNames, .redirectStatus, .url, .method,
      .parameterName, .cacheDurations, .duration:
      false
    }
  }
}

extension ConfigMapKey {
  /// A line of the tables: name, kind, default and meaning.
  typealias Row = (name: String, kind: Kind, fallback: String, meaning: String)

  /// Every key of v1.15.1.
  static let all: [ConfigMapKey] =
    carriedOver + ofAnswers + ofHeaders + ofProtection + ofProxying + ofConnections + ofTLS
    + ofCompression + ofTelemetry + ofProcesses

  /// Every key by its name.
  static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })

  /// The keys of a table; a nil risk says that the new routes carry them.
  static func keys(_ risk: Loss?, _ rows: [Row]) -> [ConfigMapKey] {
    rows.map { row in
      ConfigMapKey(
        name: row.name, kind: row.kind, fallback: row.fallback, risk: risk, meaning: row.meaning)
    }
  }

  /// The default under a version of the controller (`config.NewDefault` of that version).
  func fallback(in version: ControllerVersion) -> String {
    switch name {
    case "annotations-risk-level" where version < .withValidation: "Critical"
    case "allow-cross-namespace-resources" where version < .withValidation: "true"
    case "strict-validate-path-type" where version < .withValidation: "false"
    case "allow-snippet-annotations" where version < .withoutSnippets: "true"
    default: fallback
    }
  }
}
