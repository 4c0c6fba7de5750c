/// What Istio writes into the status of one object.
public struct ObjectStatus: Hashable, Sendable {
  /// The object.
  public var object: ObjectReference
  /// The conditions of the object as a whole; those of routes and policies stand at their parents.
  public var conditions: [StatusCondition]
  /// The listeners of a Gateway or ListenerSet, in order.
  public var listeners: [ListenerStatus]
  /// The parents of a route, or the ancestors of a policy, in order.
  public var relations: [RelationStatus]

  /// Describes the status of an object.
  public init(
    _ object: ObjectReference, conditions: [StatusCondition] = [],
    listeners: [ListenerStatus] = [], relations: [RelationStatus] = []
  ) {
    self.object = object
    self.conditions = conditions
    self.listeners = listeners
    self.relations = relations
  }
}

/// One condition of a status.
public struct StatusCondition: Hashable, Sendable {
  /// For example `Accepted`.
  public var type: String
  /// Whether the status is `True`; otherwise it is `False`.
  public var isTrue: Bool
  /// For example `NoMatchingParent`.
  public var reason: String
  /// What is wrong, one sentence; empty where nothing is.
  public var message: String

  /// Describes a condition.
  public init(_ type: String, _ isTrue: Bool, reason: String, message: String = "") {
    self.type = type
    self.isTrue = isTrue
    self.reason = reason
    self.message = message
  }
}

/// The status of one listener.
public struct ListenerStatus: Hashable, Sendable {
  /// The listener's name.
  public var name: String
  /// How many routes it admits.
  public var attachedRoutes: Int
  /// The kinds of routes that it can admit.
  public var supportedKinds: [String]
  /// The conditions, sorted by type.
  public var conditions: [StatusCondition]

  /// Describes the status of a listener.
  public init(
    name: String, attachedRoutes: Int, supportedKinds: [String], conditions: [StatusCondition]
  ) {
    self.name = name
    self.attachedRoutes = attachedRoutes
    self.supportedKinds = supportedKinds
    self.conditions = conditions
  }
}

/// The status of a route at one parent, or of a policy at one ancestor.
public struct RelationStatus: Hashable, Sendable {
  /// The parent or ancestor; its namespace is empty where the reference names none.
  public var object: ObjectReference
  /// The listener that the reference names; nil for none.
  public var sectionName: String?
  /// The port that the reference names; nil for none.
  public var port: Int?
  /// The conditions, sorted by type.
  public var conditions: [StatusCondition]

  /// Describes the status at a parent.
  public init(
    _ object: ObjectReference, sectionName: String? = nil, port: Int? = nil,
    conditions: [StatusCondition]
  ) {
    self.object = object
    self.sectionName = sectionName
    self.port = port
    self.conditions = conditions
  }
}
