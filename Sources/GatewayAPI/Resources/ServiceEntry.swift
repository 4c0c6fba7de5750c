package import Kubernetes
import YAMLText

/// A ServiceEntry (networking.istio.io): hosts that are made known to the mesh.
package struct ServiceEntry: Sendable {
  package var hosts: [String]
  package var ports: [Int]

  package init(decoding object: Object) throws(Refusal) {
    let spec = Field(object.body["spec"], path: "spec")
    hosts = try spec["hosts"].texts()
    ports = try spec["ports"].items { (port) throws(Refusal) in
      try port["number"].requiredInteger()
    }
  }
}
