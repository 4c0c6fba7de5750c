/// A kind of finding: its stable code and the texts that are the same wherever it occurs.
///
/// Each rule is a static constant in an extension beside the logic that reports it; the targets'
/// `rules` lists are the catalogue.
public struct Rule: Hashable, Sendable {
  /// The stable code, kebab-case, for example `canary-weight-total-ignored`.
  public var code: String
  /// The severity unless a finding says otherwise.
  public var severity: Severity
  /// What this kind of finding means for the Ingress it is about.
  public var effect: Effect
  /// One line that names the problem, without a full stop.
  public var title: String
  /// What ingress-nginx does, one sentence.
  public var before: String
  /// What the new routes do, one sentence.
  public var after: String
  /// What to do next, one sentence in the imperative.
  public var remedy: String

  /// Describes a kind of finding.
  public init(
    _ code: String, _ severity: Severity, _ effect: Effect, title: String,
    before: String = "", after: String = "", remedy: String = ""
  ) {
    self.code = code
    self.severity = severity
    self.effect = effect
    self.title = title
    self.before = before
    self.after = after
    self.remedy = remedy
  }

  /// Two rules are the same when their codes are.
  public static func == (left: Rule, right: Rule) -> Bool { left.code == right.code }

  /// Hashes the code, which identifies the rule.
  public func hash(into hasher: inout Hasher) { hasher.combine(code) }
}

/// What a finding means for the comparison of before and after.
public enum Effect: String, CaseIterable, Sendable, Hashable {
  /// Requests are answered as before; the text says how or why.
  case equivalent
  /// Some requests are answered differently.
  case changed
  /// A behaviour or a whole object is not carried over.
  case lost
  /// ingress-nginx does not serve this either.
  case notServed
  /// The input could not be read; says nothing about routes.
  case unreadable
}
