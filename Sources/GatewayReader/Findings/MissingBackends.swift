import Evidence
import Routing

/// The backends that answer with 500, each named once for each rule that points at it.
func missingBackends(of site: Site) -> [Finding] {
  var seen: Set<MissingBackend> = []
  return site.listeners.flatMap(\.hosts).flatMap(\.routes).flatMap { route in
    route.destination.backends.filter { $0.state == .missing }
      .map { MissingBackend(backend: $0, origin: route.origin) }
      .filter { seen.insert($0).inserted }
  }.map(\.finding)
}

private struct MissingBackend: Hashable {
  let backend: Backend
  let origin: Origin

  var finding: Finding {
    Finding(
      .backendMissing, of: origin.object, at: origin.place, field: origin.part,
      message: "It is \(backend).")
  }
}
