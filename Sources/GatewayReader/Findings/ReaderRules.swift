package import Evidence

/// Every rule about reading Gateway API objects.
package enum ReaderRules {
  package static let all: [Rule] = [
    .refusedByServer, .foreignGateway, .gatewaysClash, .listenerNotServed, .routeDropped,
    .routeDetached, .routeTableRefused, .rulesUnreachable, .filterNotRead, .backendMissing,
    .policyNotRead, .sharesNotRead, .patchNotUnderstood, .policyTargetMissing,
  ]
}

/// Rules about whole objects.
extension Rule {
  package static let refusedByServer = Rule(
    "gateway-object-refused", .error, .unreadable,
    title: "An API server refuses the object",
    after: "The object does not exist for Istio.", remedy: "Correct the field and run again.")
  package static let foreignGateway = Rule(
    "gateway-of-another-class", .note, .notServed, title: "The Gateway is not Istio's",
    after: "Istio does not look at it.",
    remedy: "Add its GatewayClass, or name the class with --gateway-class, if it is Istio's.")
  package static let gatewaysClash = Rule(
    "gateways-clash", .warning, .changed,
    title: "Two Gateways serve the same host on the same port",
    after: "They are different proxies; only the first one by name is looked at here.",
    remedy: "Choose one Gateway.")
  package static let listenerNotServed = Rule(
    "gateway-listener-not-served", .error, .lost, title: "A listener is not served",
    after: "Istio leaves the listener out.", remedy: "Correct the listener or remove it.")
}

/// Rules about policies.
extension Rule {
  package static let policyTargetMissing = Rule(
    "gateway-policy-target-missing", .warning, .lost,
    title: "A policy names a Gateway that is not there",
    after: "Nothing is kept out, let in or changed by it.",
    remedy: "Name a Gateway of the policy's own namespace.")
}

/// Rules about what is not understood here.
extension Rule {
  package static let policyNotRead = Rule(
    "gateway-policy-not-read", .warning, .changed,
    title: "An object changes answers and is not looked at here",
    after: "Requests that it covers may be answered differently than said here.",
    remedy: "Test the requests that it covers.")
  package static let patchNotUnderstood = Rule(
    "gateway-patch-not-understood", .warning, .changed,
    title: "An EnvoyFilter does something that is not understood here",
    after: "Envoy is changed in a way that answers are not followed through.",
    remedy: "Test the requests that it covers.")
  package static let filterNotRead = Rule(
    "gateway-filter-not-read", .note, .equivalent, title: "A filter is not looked at here",
    after: "Requests are routed the same with or without it.", remedy: "Nothing to do.")
  package static let sharesNotRead = Rule(
    "gateway-share-filters-not-read", .note, .changed,
    title: "Backends of one rule have different filters",
    after: "Headers depend on the backend that is drawn; they are left out here.",
    remedy: "Test the headers of each backend.")
}

/// Rules about routes.
extension Rule {
  package static let routeDropped = Rule(
    "gateway-route-dropped", .error, .lost, title: "Istio drops the whole route object",
    after: "None of its rules is served.", remedy: "Correct or remove what it does not take.")
  package static let routeDetached = Rule(
    "gateway-route-detached", .warning, .lost, title: "No listener serves the route",
    after: "Nothing of it is served.",
    remedy: "Compare its parents and hostnames with the listeners.")
  package static let routeTableRefused = Rule(
    "gateway-route-table-refused", .error, .lost, title: "Envoy refuses the whole route table",
    after: "Every host of the port answers 404.", remedy: "Correct the text.")
  package static let rulesUnreachable = Rule(
    "gateway-rules-unreachable", .warning, .lost,
    title: "Rules stand behind one that takes every request",
    after: "Istio leaves them out in silence.",
    remedy: "Write `/` as the regular expression `/.*` on this host.")
  package static let backendMissing = Rule(
    "gateway-backend-missing", .warning, .lost, title: "A backend cannot be used",
    after: "Its share of the requests is answered with 500.",
    remedy: "Correct the reference, or add the Service or ReferenceGrant.")
}
