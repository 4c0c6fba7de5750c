import Kubernetes
import Routing

/// What a FastCGI backend is told beside the request (`fastcgi`).
enum FastCGI: AnnotationFamily {
  enum Key: String, CaseIterable {
    case index = "fastcgi-index"
    case parameters = "fastcgi-params-configmap"
  }

  struct Setting: FamilySetting {
    /// Empty where there is none.
    var index = ""
    /// `fastcgi_param`, by name.
    var parameters: [String: String] = [:]
  }

  static let heading: String? = nil

  static func entry(of key: Key) -> AnnotationEntry {
    let only = "It counts only with backend-protocol FCGI."
    return switch key {
    case .index:
      AnnotationEntry(
        syntax: ValueSyntax("the name of a file, letters, digits and .-_") { isName($0) },
        failure: .dropped, risk: .medium,
        meaning: "asks the FastCGI backend for this file where the path ends with a slash",
        notes: [only], fate: .lost(.traffic))
    case .parameters:
      AnnotationEntry(
        syntax: .characters(.basic, ignoringBlanks: true), failure: .dropped, risk: .medium,
        meaning: "passes the entries of this ConfigMap to the FastCGI backend",
        notes: [
          only,
          "The ConfigMap has to be in the Ingress's own namespace; another is ignored, and one that "
            + "does not exist makes every path answer 503.",
          "A name or value with other characters than letters, digits and -_. (values also ${}/) "
            + "makes the controller refuse the Ingress.",
        ], fate: .lost(.traffic))
    }
  }

  static func read(_ annotations: inout Annotations<Self>) throws(Refusal) -> Setting {
    let index = try annotations.text(.index) ?? ""
    guard let name = try annotations.text(.parameters) else { return Setting(index: index) }
    return Setting(index: index, parameters: try parameters(annotations, of: name))
  }

  private static func parameters(
    _ annotations: Annotations<Self>, of name: String
  ) throws(Refusal) -> [String: String] {
    let key = Key.parameters.rawValue
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count <= 2 else {
      throw .denied(key: key, reason: "its value is not the name of a ConfigMap")
    }
    let (namespace, surroundings) = (annotations.namespace, annotations.surroundings)
    let named = parts.count == 2 ? parts[0] : ""
    guard named.isEmpty || surroundings.allowsCrossNamespace || named == namespace else {
      throw .groupLost(key: key, reason: "a ConfigMap of the Ingress's own namespace")
    }
    // Also a ConfigMap that may be elsewhere is looked for in the Ingress's namespace.
    let object = ObjectName(namespace, String(parts.last ?? ""))
    guard let map = surroundings.configMaps[object] else {
      guard surroundings.configMaps.keys.contains(where: { $0.namespace == namespace }) else {
        // Manifests seldom hold all ConfigMaps: without any of the namespace each one exists.
        return [:]
      }
      throw .denied(key: key, reason: "the ConfigMap \(object) does not exist")
    }
    guard map.data.allSatisfy({ isName($0.key) && isValue($0.value) }) else {
      throw .dropped(key: key, reason: "the ConfigMap \(object) holds characters that are refused")
    }
    return Dictionary(map.data.map { ($0.key, $0.value) }) { _, last in last }
  }

  /// `regexValidIndexAnnotationAndKey`.
  private static func isName(_ text: String) -> Bool {
    !text.isEmpty && CharacterClass.basic.admits(text) && !text.contains { "/:~".contains($0) }
  }

  /// `validFCGIValue`.
  private static func isValue(_ text: String) -> Bool {
    CharacterClass.variable.admits(text.filter { $0 != "/" && $0 != "." })
  }
}

extension IngressSettings {
  var fastCGI: FastCGI.Setting { self[FastCGI.self] }
}
