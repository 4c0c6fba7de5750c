import Evidence
import GatewayAPI
import Routing

/// Where the fields of an AuthorizationPolicy came from.
///
/// - Parameters:
///   - guarding: what the policy does.
///   - owner: the Ingress whose locations it guards.
///   - origins: the locations.
///   - options: what the user chose.
/// - Returns: the origins of all its fields.
func policyOrigins(
  _ guarding: Guard, of owner: ObjectReference, _ origins: [Origin], _ options: WriteOptions
) -> [FieldOrigin] {
  let written = origins.map { FieldSource.written($0) }
  let decided = FieldSource.settings(guarding.topics, of: owner)
  let gateway = gatewayOrigins(of: owner.namespace, at: "spec.targetRefs[0]", options)
  let place = gatewayOrigins(of: owner.namespace, at: "metadata", options)
  return FieldOrigin.ofEveryObject + gateway + place.filter { $0.path == "metadata.namespace" } + [
    FieldOrigin("", written),
    FieldOrigin(
      "metadata.name", .written(Origin(object: owner, place: origins.first?.start)),
      .choice("The name says which Ingress it guards, and how")),
    FieldOrigin(
      "spec.targetRefs", .choice("Istio decides at the Gateway, before it chooses a route")),
    FieldOrigin("spec.action", [decided] + written),
    FieldOrigin("spec.provider", [decided] + written),
    FieldOrigin("spec.rules", [decided] + written),
  ]
}

extension Guard {
  /// The settings that ask for the guard.
  fileprivate var topics: [Topic] {
    switch self {
    case .closed: Protection.allCases.flatMap(\.topics)
    case .addresses: [.addresses, .satisfy]
    case .service:
      [
        .externalAuth, .authMethod, .authSignIn, .authAnswerHeaders, .authQuestionHeaders,
        .addresses, .satisfy,
      ]
    }
  }
}
