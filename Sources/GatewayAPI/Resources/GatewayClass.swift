package import Kubernetes
import YAMLText

/// A GatewayClass: whose Gateways those of a class are.
package struct GatewayClass: Sendable {
  package var name: String
  package var controllerName: String

  package init(decoding object: Object) throws(Refusal) {
    name = object.metadata.name
    controllerName = try Field(object.body["spec"], path: "spec")["controllerName"].requiredText()
  }
}
