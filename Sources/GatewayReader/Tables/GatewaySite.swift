import Evidence
import GatewayAPI
import Kubernetes
import Routing

/// What the proxy of one Gateway serves.
struct GatewaySite {
  private let gateway: Gateway
  private let inventory: Inventory
  private let listeners: Listeners
  private let patches: Patches
  /// The routes that Istio takes, oldest first, with where they are served.
  private let objects: [(object: RouteObject, attachments: [Attachment])]
  /// The routes that each listener serves, oldest first, by their positions.
  private let objectsOfListener: [[Int]]

  init(_ gateway: Gateway, _ routes: [RouteObject], _ inventory: Inventory) {
    let listeners = Listeners(of: gateway, inventory)
    self.gateway = gateway
    self.inventory = inventory
    self.listeners = listeners
    patches = Patches(inventory.envoyFilters, of: gateway)
    objects = routes.map {
      ($0, listeners.attachments(of: $0.attaching, inventory.namespaces))
    }
    objectsOfListener = objects.enumerated().reduce(
      into: Array(repeating: [], count: listeners.all.count)
    ) { lists, object in
      for listener in Set(object.element.attachments.map(\.listener)) {
        lists[listener].append(object.offset)
      }
    }
  }

  /// The positions, among the routes, of those that are served here.
  var served: Set<Int> { Set(objects.indices.filter { !objects[$0].attachments.isEmpty }) }

  func read() -> (listeners: [Listener], findings: [Finding]) {
    let plain = Set(listeners.all.filter { $0.isProgrammed && !$0.usesTLS }.map(\.spec.port))
    let parts =
      plain.sorted().map(plainListener)
      + listeners.all.indices.filter {
        listeners.all[$0].isProgrammed && listeners.all[$0].spec.protocolName == .https
      }.map(secureListener)
    let unserved = listeners.all.compactMap(\.finding)
    let passed = inventory.passthroughs(of: listeners)
    var gate = inventory.gate(of: gateway)
    gate.conditions = patches.conditions
    return (
      (parts.map(\.listener) + passed).map(gate.guarding),
      unserved + patches.findings + parts.flatMap(\.findings)
    )
  }

  private func plainListener(port: Int) -> (listener: Listener, findings: [Finding]) {
    let table = table(
      of: listeners.all.indices.filter {
        let listener = listeners.all[$0]
        return listener.isProgrammed && !listener.usesTLS && listener.spec.port == port
      }
    ).read(RouteTableName(plain: port), patches)
    let first = listeners.all.first { !$0.usesTLS && $0.spec.port == port }
    let listener = Listener(
      name: "http-\(port)", port: port, transport: .http, hosts: table.hosts,
      origin: first?.origin ?? Origin())
    return (listener, table.findings)
  }

  private func secureListener(index: Int) -> (listener: Listener, findings: [Finding]) {
    let bound = listeners.all[index]
    let table = table(
      of: listeners.positions(of: bound.owner).filter {
        listeners.all[$0].spec.name == bound.spec.name
      }
    ).read(RouteTableName(secure: bound), patches)
    var listener = Listener(
      name: bound.spec.name, port: bound.spec.port,
      transport: .https(CertificateTable(fallback: inventory.certificate(of: bound))),
      serverName: bound.hostname.pattern, hosts: table.hosts, origin: bound.origin)
    listener.clientCertificates = inventory.clientDemand(of: bound)
    let subjects = patches.subjects(of: bound)
    if !subjects.isEmpty {
      // Whom nobody asks for a certificate shows none.
      var demand = listener.clientCertificates ?? ClientCertificateDemand(isOptional: true)
      demand.subjects = subjects
      listener.clientCertificates = demand
    }
    return (listener, table.findings)
  }

  private func table(of positions: [Int]) -> RouteTable {
    var table = RouteTable()
    let included = Set(positions)
    for index in Set(positions.flatMap { objectsOfListener[$0] }).sorted() {
      let (object, attachments) = objects[index]
      for attachment in attachments where included.contains(attachment.listener) {
        table.add(index, of: object.age, at: attachment) {
          object.candidates(
            on: listeners.all[attachment.listener].spec.port, of: gateway, inventory)
        }
      }
    }
    return table
  }
}

extension BoundListener {
  fileprivate var finding: Finding? {
    guard case .unprogrammed(let reason) = state else { return nil }
    return Finding(
      .listenerNotServed, of: reference, at: place, field: "spec.listeners[\(spec.name)]",
      message: "Listener `\(spec.name)`: \(reason).")
  }
}
