package import Evidence

/// A Deployment, DaemonSet or Pod that runs the ingress-nginx controller: how it is started.
package struct ControllerWorkload: Sendable {
  /// One word of the command line, with its place.
  package struct Word: Hashable, Sendable {
    package var text: String
    package var place: Place

    package init(_ text: String, place: Place = Place(file: "")) {
      self.text = text
      self.place = place
    }
  }

  package var kind: String
  package var metadata: Metadata
  /// The controller's image, for example `registry.k8s.io/ingress-nginx/controller:v1.11.3`.
  package var image: String
  /// `command`, then `args`; `$(NAME)` is replaced where the value is known.
  package var words: [Word]

  package init(kind: String, metadata: Metadata, image: String, words: [Word]) {
    self.kind = kind
    self.metadata = metadata
    self.image = image
    self.words = words
  }

  package var reference: ObjectReference {
    ObjectReference(kind: kind, namespace: metadata.namespace, name: metadata.name)
  }
}
