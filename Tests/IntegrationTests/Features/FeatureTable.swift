extension FeatureCase {
  /// Every feature.
  static let all =
    ofHeaders + ofAddresses + ofLimits + ofPasswords + ofCertificates + ofBackends + ofAnswers
}
