package import Evidence

/// Every rule about what the new routes cannot say, or say differently.
package enum WriterRules {
  package static let all: [Rule] =
    ofHosts + ofPaths + ofCanaries + ofBackends + Rule.ofCORS + Rule.ofRewrites + Rule.ofSnippets
    + Rule.ofProtection + ofGuards + Rule.ofPatches + Rule.ofStyle + ofEnvironment

  private static let ofHosts: [Rule] = [
    .aliasHidesWildcard, .defaultBodyLimitLost, .appRootKeepsQuery, .wwwRedirectNamesPort,
    .redirectWithoutCertificate,
    .hostWithoutCertificate,
    .hostInSeveralGateways,
    .certificateShared, .wildcardMatchesDeeper, .hostNotNameable,
  ]
  private static let ofPaths: [Rule] = [
    .patternNotPortable, .pathTooLong, .pathEncoded, .pathNeverMatches,
  ]
  private static let ofCanaries: [Rule] = [
    .canaryPatternNotPortable, .canarySessionNotCarriedOver, .canaryScopeLimited,
    .canarySharedUpstream, .canaryCookieRepeated,
  ]
  private static let ofBackends: [Rule] = [
    .endpointsChosenAnew, .sessionCookieDiffers, .sessionNotPersistent, .grpcKeepsHost,
    .backendRefusalDiffers, .backendSecretToCopy, .mirrorKeepsHost, .mirrorWithoutBackend,
    .mirrorKeepsPath, .mirrorPartChosen, .mirrorPartUnused, .accessLogDiffers,
  ]
  private static let ofGuards: [Rule] = [
    .guardCoversHost, .externalAuthDiffers, .externalAuthPathAppended, .severalProviders,
    .clientAddressBelieved, .clientAddressByHops,
    .clientCertificateHandshake, .preflightsGuarded,
  ]
  private static let ofEnvironment: [Rule] = [
    .strictTransportSecurityUnrouted, .refusalsWithoutHeaders, .requestPathsDiffer,
    .redirectKeepsSlash,
    .slashRedirectDiffers,
    .defaultServerDiffers, .trafficPolicyKept, .trafficPolicyUnused,
  ]
}
