import Foundation
import Gatewright
import Running
import Testing

/// The folders with what other converters wrote, where they lie beside the package.
struct PeerOutput: Sendable, CustomTestStringConvertible {
  private static let root =
    packageFolder.appendingPathComponent("../shared/peer-cases").standardizedFileURL

  let folder: URL
  var testDescription: String { folder.lastPathComponent }

  init(_ name: String) { folder = Self.root.appendingPathComponent(name) }

  /// Every folder; says loudly that there is none.
  static let all: [PeerOutput] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: root.path)) ?? []
    let folders = names.sorted().map { PeerOutput($0) }.filter {
      FileManager.default.fileExists(atPath: $0.folder.appendingPathComponent("input.yaml").path)
    }
    if folders.isEmpty { print("SKIPPED: no peer-cases: no other converter's output is compared") }
    return folders
  }()

  /// The Ingresses of the case.
  func inputs() throws -> [Input] { [try input("input.yaml")] }

  /// What the converter wrote, nothing where it failed; its classes are taken to be Istio's.
  func gateway() throws -> [Input] {
    let hasOutput = FileManager.default.fileExists(
      atPath: folder.appendingPathComponent("peer-output.yaml").path)
    return hasOutput ? [try input("peer-output.yaml"), istioClass("nginx")] : []
  }

  private func input(_ name: String) throws -> Input {
    let data = try Data(contentsOf: folder.appendingPathComponent(name))
    return Input(name: name, bytes: Array(data))
  }
}

/// A GatewayClass of Istio by that name, whatever the converter had in mind.
func istioClass(_ name: String) -> Input {
  Input(
    name: "class.yaml",
    text: """
      apiVersion: gateway.networking.k8s.io/v1
      kind: GatewayClass
      metadata: {name: \(name)}
      spec: {controllerName: istio.io/gateway-controller}
      """)
}
