package import Evidence

/// An annotation under the controller's prefix that v1.15.1 does not read.
package struct ObsoleteAnnotation: Sendable {
  /// Whether there was a release that read it.
  package enum Past: Hashable, Sendable {
    /// Some releases did; completes "ingress-nginx read it …".
    case removed(until: String)
    /// None did.
    case neverRead
  }

  /// The key without the prefix; a star at its end stands for any rest.
  package var key: String
  package var past: Past
  /// The annotation that took its place, without the prefix; nil for none.
  package var successor: String?
  /// What to do, one sentence.
  package var remedy: String
  /// Whether who writes it may think that it keeps requests out.
  package var seemsToProtect = false

  /// What ingress-nginx did and does with it, one sentence.
  package var history: String {
    switch past {
    case .removed(let until):
      "ingress-nginx read it \(until), and ignores it without a word today."
    case .neverRead: "ingress-nginx ignores it without a word, as it always did."
    }
  }

  /// The kind of finding that reports it.
  package var rule: Rule {
    switch past {
    case .removed: .annotationRemoved
    case .neverRead: .annotationNeverExisted
    }
  }

  /// How much it matters where it is written.
  package var severity: Severity { seemsToProtect ? .warning : .note }

  /// Whether a key without its prefix is this one.
  func isMeant(by key: String) -> Bool {
    self.key.hasSuffix("*") ? key.hasPrefix(self.key.dropLast()) : key == self.key
  }
}

extension ObsoleteAnnotation {
  /// What is known of a key without its prefix, if v1.15.1 does not read it; the exact one first.
  package static func named(_ key: String) -> ObsoleteAnnotation? {
    all.first { $0.key == key } ?? all.first { $0.isMeant(by: key) }
  }

  /// A key that a release read, and the annotation to write instead.
  static func removed(
    _ key: String, until: String, to successor: String, protects: Bool = false
  ) -> ObsoleteAnnotation {
    ObsoleteAnnotation(
      key: key, past: .removed(until: until), successor: successor,
      remedy: "Write \(successor) instead, or remove it.", seemsToProtect: protects)
  }

  /// A key that a release read and that nothing replaces.
  static func removed(
    _ key: String, until: String, _ remedy: String = "Remove it; nothing took its place.",
    protects: Bool = false
  ) -> ObsoleteAnnotation {
    ObsoleteAnnotation(
      key: key, past: .removed(until: until), remedy: remedy, seemsToProtect: protects)
  }

  /// A key that no release read.
  static func neverRead(
    _ key: String, to successor: String? = nil, _ remedy: String
  ) -> ObsoleteAnnotation {
    ObsoleteAnnotation(key: key, past: .neverRead, successor: successor, remedy: remedy)
  }
}
