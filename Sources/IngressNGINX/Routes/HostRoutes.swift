import Evidence
import Kubernetes
import Patterns
import Routing

/// Says what one server does with requests, as routes in the order in which they are tried.
struct HostRoutes {
  let configuration: Configuration
  let defaultBackend: Backend?
  let server: Server
  /// Whether plain HTTP requests for the host are sent to https.
  let hasCertificate: Bool

  var ingresses: [ServedIngress] { configuration.ingresses }
  var upstreams: Upstreams { configuration.upstreams }
  var controller: ControllerSettings { configuration.controller }
  var services: ServiceResolution { configuration.services }

  /// The routes of the server, in the order in which they are tried.
  var routes: [Route] {
    let blocks = server.blocks(ingresses)
    let routes =
      server.isRegexHost(ingresses)
      ? blocks.map { patternRoute(for: $0) } + controllerRoutes
      : plainRoutes(blocks)
    return appRoot(blocks).map { [$0] + routes } ?? routes
  }

  /// What the default server answers by itself (`nginx.tmpl`).
  private var controllerRoutes: [Route] {
    guard server.name == Server.defaultName else { return [] }
    return [("/nginx_status", 403), ("/healthz", 200)].map { path, status in
      Route(
        path: .text(path), destination: .respond(status: status), isImplicit: true,
        isServerLevel: true)
    }
  }

  /// Exact paths, then the redirects that add a final `/`, then prefixes, longest first.
  private func plainRoutes(_ blocks: [LocationBlock]) -> [Route] {
    let exact = blocks.filter { $0.modifier == .exact && !$0.isTwin }
    let taken = Set(blocks.filter { $0.modifier == .exact }.map(\.path))
    let prefixes = blocks.filter { $0.modifier == .prefix }
    var redirected: Set<String> = []
    let slashes = blocks.compactMap { block -> Route? in
      guard let path = block.path.withoutFinalSlash, !taken.contains(path),
        redirected.insert(path).inserted, ingress(block)?.settings.denial == nil
      else { return nil }
      return slashRedirect(from: path, to: block)
    }
    return exact.map { route(for: $0, .exact($0.path)) } + slashes
      + (prefixes.map { route(for: $0, plainMatch($0)) } + controllerRoutes)
      .sorted { $0.path.prefixLength > $1.path.prefixLength }
  }

  /// A Prefix path takes whole elements; one that ends with `/` does not take the path before it.
  private func plainMatch(_ block: LocationBlock) -> PathMatch {
    guard let bare = block.path.withoutFinalSlash else { return .prefix("/") }
    return block.location.path == bare ? .prefix(bare) : .text(block.path)
  }

  /// A location of a host on which every path is a regular expression.
  private func patternRoute(for block: LocationBlock) -> Route {
    var route = route(for: block, .pattern(PathPattern(block.path, .start)))
    route.written =
      switch block.location.type {
      case .exact: .exact(block.location.path)
      case .prefix: .prefix(block.location.path)
      }
    return route
  }

  private func route(for block: LocationBlock, _ path: PathMatch) -> Route {
    let location = block.location
    let end = destination(block)
    var route = Route(
      path: path, behaviours: behaviours(block, isServed: end.isServed),
      destination: end.destination, origin: location.origin, isImplicit: location.isImplicit)
    route.patience = patience(block)
    route.isLogged =
      controller.writesAccessLog && ingress(block)?.settings.logging.logsAccess ?? true
    return route
  }

  /// nginx's own redirect from `/foo` to `/foo/` where only `/foo/` is a location.
  private func slashRedirect(from path: String, to block: LocationBlock) -> Route {
    var parts = RedirectParts(path: .full(block.path))
    parts.isRelative = ingress(block)?.settings.redirect.isRelative ?? controller.relativeRedirects
    return Route(
      path: .exact(path),
      destination: .redirect(Routing.Redirect(status: 301, target: .parts(parts))),
      origin: block.location.origin, isImplicit: true)
  }

  /// `app-root` of the first location that has one, before everything else of the server.
  private func appRoot(_ blocks: [LocationBlock]) -> Route? {
    let first = blocks.first { block in
      block.location.appliesRedirects
        && !(ingress(block)?.settings.rewrite.appRoot.isEmpty ?? true)
    }
    guard let first, let root = ingress(first)?.settings.rewrite.appRoot else { return nil }
    let parts = RedirectParts(port: .kept, path: .full(root), keepsQuery: false)
    return Route(
      path: .exact("/"),
      destination: .redirect(Routing.Redirect(status: 302, target: .parts(parts))),
      origin: first.location.origin, isImplicit: true, isServerLevel: true)
  }

  func ingress(_ block: LocationBlock) -> ServedIngress? {
    block.location.owner.map { ingresses[$0] }
  }
}

extension PathMatch {
  /// The length by which nginx compares prefixes.
  fileprivate var prefixLength: Int {
    switch self {
    case .exact(let path), .text(let path): path.utf8.count
    case .prefix(let path): path == "/" ? 1 : path.utf8.count + 1
    case .pattern: 0
    }
  }
}

extension String {
  /// The text without one final `/`; nil where there is none, or nothing else.
  fileprivate var withoutFinalSlash: String? {
    hasSuffix("/") && utf8.count > 1 ? String(dropLast()) : nil
  }
}
