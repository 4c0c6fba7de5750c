import Evidence
import Kubernetes

/// The controllers that the input holds, and which of them is read.
struct RunningControllers: Sendable {
  /// In input order; a Pod that is started like its Deployment does not count again.
  private let different: [ControllerWorkload]

  init(_ workloads: [ControllerWorkload]) {
    var seen: Set<[String]> = []
    different = workloads.filter { workload in
      let words = workload.words.map(\.text)
      return seen.insert([workload.metadata.namespace, workload.image] + words).inserted
    }
  }

  /// The first whose class is what the user says; the first of all where none is, or nothing said.
  func chosen(by said: [ControllerFlag]) -> ControllerWorkload? {
    different.first { fits($0, said) } ?? different.first
  }

  /// What is to be said where the choice is not the only one.
  func doubt(about chosen: ControllerWorkload, _ said: [ControllerFlag]) -> [Finding] {
    let saysClass = said.contains { classFlags.contains($0.name) }
    let fitting = different.filter { fits($0, said) }.count
    guard different.count > 1, !saysClass || fitting != 1 else { return [] }
    let names = different.map(\.reference.description).joined(separator: ", ")
    return [
      Finding(
        .controllersSeveral, of: chosen.reference, at: chosen.metadata.place, message: names)
    ]
  }

  /// Whether each class that the user says is the controller's.
  private func fits(_ workload: ControllerWorkload, _ said: [ControllerFlag]) -> Bool {
    var options = ControllerOptions()
    for flag in workload.flags {
      guard let known = ServingFlag(rawValue: flag.name) else { continue }
      _ = options.take(known, flag.value)
    }
    return said.allSatisfy { flag in
      switch flag.name {
      case ServingFlag.ingressClass.rawValue: options.ingressClass == flag.value
      case ServingFlag.controllerClass.rawValue: options.controllerClass == flag.value
      default: true
      }
    }
  }
}

/// The flags that tell controllers apart.
private let classFlags: Set<String> = [
  ServingFlag.ingressClass.rawValue, ServingFlag.controllerClass.rawValue,
]

extension Rule {
  static let controllersSeveral = Rule(
    "controllers-several", .warning, .changed,
    title: "The input holds several controllers, and the flags of one are read",
    before: "Each controller serves the Ingresses of its own class.",
    after: "They are made for this controller alone.",
    remedy: "Name the class with --ingress-class or --controller-class, and migrate once for each.")
}
