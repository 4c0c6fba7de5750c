package import Evidence
import Routing

/// Every rule about what ingress-nginx makes of its objects.
package enum SourceRules {
  package static let all: [Rule] =
    ofController + ofInput + ofAnnotations + ofServers + ofBackends + ofCanaries

  private static let ofController: [Rule] = [
    .controllerFlagsRead, .controllersSeveral, .controllerFlagUnknown, .controllerFlagUnusable,
    .controllerFlagNotCarriedOver, .configMapKeyNotCarriedOver, .configMapKeyUnknown,
    .configMapValueIgnored,
  ]
  private static let ofInput: [Rule] = [
    .ingressOfAnotherClass, .ingressWithoutClass, .ingressDropped, .ingressDenied,
    .configurationRefused,
    .servicesNotInInput, .secretsNotInInput, .namespacesNotInInput, .ingressNotWatched,
    .catchAllDisabled,
  ]
  private static let ofAnnotations: [Rule] = [
    .annotationNotCarriedOver, .annotationIgnored, .annotationFailsOpen,
    .annotationIgnoredOnCanary, .annotationUnknown, .annotationRemoved, .annotationNeverExisted,
    .annotationOfAnotherController, .snippetRemoved,
  ]
  private static let ofServers: [Rule] = [
    .aliasIsHost, .aliasesOfOlder, .pathOverlaid, .pathLostToCanary, .ingressUnserved,
    .hostInRegexMode, .backendResourceSkipped,
    .tlsWithoutHost, .passthroughNotEnabled,
  ]
  private static let ofBackends: [Rule] = [
    .serviceMissing, .servicePortMissing, .servicePortUnresolved, .serviceWithoutEndpoints,
    .defaultBackendStandsIn,
    .externalNameNotCarriedOver, .externalNameDisabled, .externalNameRefused,
    .connectionSettingsConflict,
  ]
  private static let ofCanaries: [Rule] = [
    .canaryIncomplete, .canaryHostNotServed, .canaryUnmatched, .canaryDeleted, .canarySameService,
    .canarySecondIgnored, .canaryPolicyOfAnother, .canaryServiceIsOrdinary,
    .canaryWithoutEndpoints, .canaryWeightTotalIgnored, .canaryWeightOutOfRange,
    .canaryHeaderMissing, .canaryPatternHidden, .canaryPatternInvalid, .canaryWithoutRule,
  ]
}
