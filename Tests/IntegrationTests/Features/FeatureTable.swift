extension FeatureCase {
  /// Every feature.
  static let all = ofHeaders + ofAddresses + ofLimits + ofBackends + ofAnswers
}
