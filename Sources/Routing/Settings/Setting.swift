/// One thing that somebody wrote: an annotation, or a key of the controller's ConfigMap.
package struct Setting: Hashable, Sendable {
  /// What it decides.
  package var topic: Topic
  /// Where it is written; the part is the annotation's key, or the field.
  package var origin: Origin
  /// What is done because of it; completes "ingress-nginx …".
  package var meaning: String
  /// What its lack costs.
  package var loss: Loss

  package init(topic: Topic, origin: Origin, meaning: String, loss: Loss) {
    self.topic = topic
    self.origin = origin
    self.meaning = meaning
    self.loss = loss
  }
}
