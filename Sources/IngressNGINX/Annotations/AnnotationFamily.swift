/// Annotations that are read together and say one thing.
protocol AnnotationFamily: Sendable {
  /// The keys of the family, without the prefix.
  associatedtype Key: RawRepresentable, CaseIterable, Sendable where Key.RawValue == String
  /// What the family says; its plain initialiser is "nothing written".
  associatedtype Setting: Sendable

  /// Reads the family as the controller does.
  ///
  /// - Parameters:
  ///   - annotations: the family's view of what is written.
  ///   - doubts: takes values that the controller ignores.
  /// - Returns: what the family says.
  /// - Throws: where the controller refuses the Ingress or its locations.
  static func read(
    _ annotations: Annotations<Key>, doubts: inout [Doubt]
  ) throws(Refusal) -> Setting
}

/// A value that the controller ignores without a word.
struct Doubt: Sendable {
  var key: String
  /// What the controller would have taken, for example `a whole number`.
  var expected: String
  /// What it does instead, for example `uses the default 100`.
  var consequence: String
}

/// What one bad annotation does to more than itself.
enum Refusal: Error, Sendable {
  /// The controller refuses the whole Ingress.
  case dropped(key: String, reason: String)
  /// Every path of the Ingress answers 503.
  case denied(key: String, reason: String)
}

extension AnnotationFamily {
  /// The value, or nil and a doubt where the controller ignores it.
  static func lenient<Value>(
    _ key: Key, _ expected: String, else consequence: String, _ doubts: inout [Doubt],
    _ value: () throws(ValueFault) -> Value?
  ) -> Value? {
    do {
      return try value()
    } catch {
      doubts.append(Doubt(key: key.rawValue, expected: expected, consequence: consequence))
      return nil
    }
  }

  /// A boolean, or nil and a doubt.
  static func lenientFlag(
    _ annotations: Annotations<Key>, _ key: Key, default fallback: String, _ doubts: inout [Doubt]
  ) -> Bool? {
    lenient(key, "true or false", else: "acts as if it said \(fallback)", &doubts) {
      () throws(ValueFault) in try annotations.bool(key)
    }
  }

  /// An integer, or nil and a doubt.
  static func lenientInteger(
    _ annotations: Annotations<Key>, _ key: Key, default fallback: String, _ doubts: inout [Doubt]
  ) -> Int? {
    lenient(key, "a whole number", else: "uses \(fallback)", &doubts) {
      () throws(ValueFault) in try annotations.integer(key)
    }
  }

  /// A text of allowed characters, or nil and a doubt.
  static func lenientText(
    _ annotations: Annotations<Key>, _ key: Key, _ allowed: CharacterClass,
    else consequence: String, _ doubts: inout [Doubt]
  ) -> String? {
    lenient(key, allowed.expectation, else: consequence, &doubts) {
      () throws(ValueFault) in try annotations.text(key, allowed)
    }
  }

  /// A value that must be good, or the whole Ingress is refused.
  static func strict<Value>(
    _ key: Key, _ expected: String, _ value: () throws(ValueFault) -> Value?
  ) throws(Refusal) -> Value? {
    do {
      return try value()
    } catch {
      throw .dropped(key: key.rawValue, reason: "its value is not \(expected)")
    }
  }
}

extension CharacterClass {
  /// The class in words.
  var expectation: String {
    switch self {
    case .basic: "letters, digits and -._~/: only"
    case .basicWithBlanks: "letters, digits, blanks and -._~/: only"
    case .url: "letters, digits and -._~/:,?&= only"
    case .target: "letters, digits and -._~/:$ only"
    case .regex: "a regular expression of letters, digits and -._~/:^$[](){}*+?|&=\\ only"
    }
  }
}
