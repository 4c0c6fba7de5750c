import Evidence

/// The path of an object's file below the output folder: `namespace/kind-name.yaml`.
func filePath(of reference: ObjectReference) -> String {
  let folder = reference.namespace.isEmpty ? "_cluster" : fileName(reference.namespace)
  return "\(folder)/\(fileName("\(reference.kind.lowercased())-\(reference.name)")).yaml"
}

/// A name that is safe in every file system: Kubernetes names are, unless they are very long.
private func fileName(_ name: String) -> String {
  let isSafe = name.utf8.allSatisfy { byte in
    (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D || byte == 0x2E
  }
  if isSafe, !name.hasPrefix("."), name.utf8.count <= 200 { return name }
  let start = name.unicodeScalars.prefix(150).map { scalar in
    ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) ? Character(scalar) : "_"
  }
  return "\(String(start))-\(Checksum(of: name.utf8))"
}
