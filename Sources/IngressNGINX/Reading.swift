package import Evidence
package import Routing

/// What ingress-nginx makes of a cluster.
package struct Reading: Sendable {
  package var site: Site
  package var findings: [Finding]
  /// Every Ingress of the input and what became of it, oldest first.
  package var ingresses: [IngressState]

  package init(site: Site, findings: [Finding], ingresses: [IngressState]) {
    self.site = site
    self.findings = findings
    self.ingresses = ingresses
  }
}

/// One Ingress and what the controller does with it.
package struct IngressState: Sendable {
  /// What the controller does with an Ingress.
  package enum State: Sendable, Hashable {
    /// Served.
    case accepted
    /// Every path answers 503; the text says why.
    case denied(String)
    /// Not served at all; the text says why.
    case dropped(String)
    /// Of another class.
    case ignored
  }

  package var reference: ObjectReference
  package var place: Place
  package var state: State

  package init(reference: ObjectReference, place: Place, state: State) {
    self.reference = reference
    self.place = place
    self.state = state
  }
}
