package import Kubernetes
package import YAMLText

/// An EnvoyFilter (networking.istio.io/v1alpha3): patches of what Istio tells Envoy, as far as they
/// are understood.
package struct EnvoyFilter: Manifest {
  package static let apiVersion = "networking.istio.io/v1alpha3"
  package static let kind = "EnvoyFilter"

  /// One entry of `configPatches`.
  package struct Patch: Hashable, Sendable {
    /// What is done.
    package enum Change: Hashable, Sendable {
      /// Routes are changed.
      case routes(RouteSelection, RouteChange)
      /// A filter is put into the chain.
      case filter(FilterInsertion)
      /// Something else; the text names it.
      case unknown(String)
    }

    package var change: Change
    /// `match.proxy.proxyVersion`; nil for every version.
    package var proxyVersion: String?
    /// Where the patch stands in the object.
    package var field: String
    /// Comment lines above the patch.
    package var comments: [String]

    package init(
      _ change: Change, proxyVersion: String? = nil, field: String = "", comments: [String] = []
    ) {
      self.change = change
      self.proxyVersion = proxyVersion
      self.field = field
      self.comments = comments
    }
  }

  package var metadata: Metadata
  package var target: PolicyTarget
  package var priority: Int
  /// The patches that are meant for gateways.
  package var patches: [Patch]
  package var comments: [String]

  /// Makes a filter for one Gateway of its namespace.
  package init(
    metadata: Metadata, gateway: String, priority: Int = 0, patches: [Patch],
    comments: [String] = []
  ) {
    self.metadata = metadata
    target = PolicyTarget(
      references: [
        PolicyTarget.Reference(group: "gateway.networking.k8s.io", kind: "Gateway", name: gateway)
      ], labels: [])
    self.priority = priority
    self.patches = patches
    self.comments = comments
  }

  package init(decoding object: Object) throws(Refusal) {
    let spec = Field(object.body["spec"], path: "spec")
    metadata = object.metadata
    target = try PolicyTarget(decoding: spec, selector: "workloadSelector")
    priority = try spec["priority"].integer() ?? 0
    patches = try spec["configPatches"].items { (field) throws(Refusal) in field }
      .filter { ["ANY", "GATEWAY"].contains($0["match"]["context"].plain ?? "ANY") }
      .map { Patch($0) }
    comments = []
  }

  package var spec: Node {
    var fields = Fields()
    fields.put("targetRefs", target.references.map(\.filterNode))
    if !target.labels.isEmpty {
      var selector = Fields()
      selector.put("labels", target.labels)
      fields.put("workloadSelector", selector.node)
    }
    fields.put("priority", priority == 0 ? nil : priority)
    fields.put("configPatches", patches.compactMap(\.node))
    return fields.node
  }
}

extension EnvoyFilter.Patch {
  fileprivate init(_ field: Field) {
    let match = field["match"]
    self.field = field.path
    comments = []
    proxyVersion = match["proxy"]["proxyVersion"].plain
    let target = field["applyTo"].plain ?? ""
    let operation = field["patch"]["operation"].plain ?? ""
    let value = field["patch"]["value"]
    let unknown = Change.unknown("\(operation) of \(target)")
    guard match["proxy"].holdsOnly("proxyVersion") else {
      change = unknown
      return
    }
    switch (target, operation) {
    case ("HTTP_ROUTE", "MERGE"):
      change =
        EnvoyFilter.RouteSelection(match).map { .routes($0, EnvoyFilter.RouteChange(value)) }
        ?? unknown
    case ("HTTP_FILTER", "INSERT_BEFORE"), ("HTTP_FILTER", "INSERT_AFTER"),
      ("HTTP_FILTER", "INSERT_FIRST"), ("HTTP_FILTER", "ADD"):
      change = EnvoyFilter.FilterInsertion(match, operation, value).map { .filter($0) } ?? unknown
    case _: change = unknown
    }
  }
}

extension Field {
  /// The text of a scalar of any type; nil for anything else.
  var plain: String? {
    guard case .scalar(let scalar)? = node?.content else { return nil }
    return scalar.text
  }

  /// The keys of a mapping, as written.
  var keys: [String] { entries(except: []).map(\.key) }

  /// Whether a mapping has no other keys than these.
  func holdsOnly(_ keys: String...) -> Bool { self.keys.allSatisfy(keys.contains) }

  /// The number of a scalar; nil for anything else.
  var number: Int? { plain.flatMap { Int($0) } }

  /// The elements of a list; nil where it is none.
  var list: [Field]? { try? items { $0 } }
}
