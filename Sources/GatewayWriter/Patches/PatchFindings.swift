import Evidence
import GatewayAPI
import Kubernetes

extension PatchFilters {
  /// One finding for each object: nobody checks what it says but Envoy.
  var findings: [Finding] {
    written.map { written in
      let unit = written.kind == .clientSubjects ? "host" : "rule"
      let count = written.origins.count
      return Finding(
        .envoyFilterUsed, of: written.filter.reference,
        message: "It \(written.kind.meaning), on \(count) \(unit)\(count == 1 ? "" : "s").")
    }
  }

  /// What a person has to do about the objects.
  var steps: [RolloutStep] {
    guard let first = written.first?.filter else { return [] }
    let namespaces = Set(written.map(\.filter.metadata.namespace)).sorted()
    let gateway = first.target.references.first?.name ?? ""
    return passwordSteps + [
      RolloutStep(
        .prepare, title: "See that the gateways run Istio 1.30 or 1.31.",
        reason:
          "EnvoyFilters with proxyVersion do nothing on other versions, and what they limit is "
          + "open then; the others are not known to work there.",
        commands: namespaces.map { namespace in
          "istioctl proxy-status --namespace \(namespace)"
        }),
      RolloutStep(
        .cutOver, title: "Check the EnvoyFilters before each upgrade of Istio.",
        reason:
          "Their version range, where they have one, ends with 1.31, and Istio does not check "
          + "what they say.",
        commands: namespaces.map { namespace in
          "kubectl get envoyfilters --namespace \(namespace)  # those named \(gateway)-…"
        }),
    ]
  }
}

extension PatchFilters {
  /// Who may read EnvoyFilters, once for all namespaces that hold digests of passwords.
  private var passwordSteps: [RolloutStep] {
    let holding = written.filter { $0.kind == .basicAuth }.map(\.filter.metadata.namespace)
    guard !holding.isEmpty else { return [] }
    return [
      RolloutStep(
        .prepare, title: "Let only those read EnvoyFilters who may read the password files.",
        reason: "The EnvoyFilters of basic authentication hold digests of passwords, which no salt "
          + "protects, and are written anew only when gatewright runs again.",
        commands: Set(holding).sorted().map { namespace in
          "kubectl auth can-i get envoyfilters --namespace \(namespace) --as USER"
        })
    ]
  }
}

extension Rule {
  /// Every rule about what EnvoyFilters say, and say differently.
  static let ofPatches: [Rule] = [
    .envoyFilterUsed, .rateLimitByTokens, .bodyLimitBuffers, .idleTimeoutForBoth, .retriesDiffer,
    .errorPagesByScript, .basicAuthDiffers, .passwordHashesReadable, .clientSubjectNames,
  ]

  static let envoyFilterUsed = Rule(
    "envoy-filter-used", .warning, .equivalent,
    title: "An EnvoyFilter says what nothing else can, and has to be checked at each Istio upgrade",
    before: "ingress-nginx does it with a setting of its own.",
    after: "They rely on how Istio 1.30 and 1.31 tell Envoy about routes; on other versions an "
      + "EnvoyFilter with proxyVersion does nothing, and its limits are gone.",
    remedy:
      "Test it with the next Istio before upgrading, then widen proxyVersion where it is named.")
  static let rateLimitByTokens = Rule(
    "rate-limit-by-tokens", .warning, .changed,
    title: "The rate limit counts otherwise",
    before: "ingress-nginx counts all paths of the Ingress together, in each pod, and before it "
      + "asks for users.",
    after: "They count each path for itself, in each replica of the gateway, and only requests "
      + "that were let in.",
    remedy: "Lower the limit where clients use several paths of the Ingress.")
  static let bodyLimitBuffers = Rule(
    "body-limit-buffers", .warning, .changed,
    title: "The body limit makes Envoy buffer whole request bodies",
    before: "ingress-nginx refuses long bodies and lets websockets through.",
    after: "They wait for the whole body before the backend gets any of it, so websockets and "
      + "streams of requests no longer work, and the gateway needs memory for each body.",
    remedy: "Take proxy-body-size off paths with websockets, streams or large uploads.")
  static let idleTimeoutForBoth = Rule(
    "idle-timeout-for-both", .note, .changed,
    title: "One idle timeout stands for reading and writing",
    before: "ingress-nginx answers 504 after proxy-read-timeout without a byte of the answer, and "
      + "tries another endpoint first.",
    after: "They answer 504, or 408 while the request is still sent, after the longer of both "
      + "timeouts without a byte either way.",
    remedy: "Nothing, unless clients need the shorter one.")
  static let retriesDiffer = Rule(
    "retries-differ", .warning, .changed,
    title: "Further tries are made in other cases",
    before: "ingress-nginx tries the next endpoint after the failures that proxy-next-upstream "
      + "names, and repeats POST, LOCK and PATCH only where nothing was sent yet.",
    after: "They try again after the failures that the particulars name; a backend that is only "
      + "slow is not given up for another.",
    remedy: "Nothing, unless an application relies on a failure that is not among them.")
}
