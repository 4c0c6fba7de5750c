package import Certificates
package import Evidence

/// Everything that was read from the input, by kind.
package struct Cluster: Sendable {
  package var ingresses: [Ingress] = []
  package var services: [ObjectName: Service] = [:]
  package var endpointSlices: [EndpointSlice] = []
  package var ingressClasses: [String: IngressClass] = [:]
  package var secrets: [ObjectName: Secret] = [:]
  package var configMaps: [ObjectName: ConfigMap] = [:]
  package var namespaces: [String: Namespace] = [:]
  package var referenceGrants: [ReferenceGrant] = []
  /// What runs the ingress-nginx controller, in input order.
  package var controllers: [ControllerWorkload] = []
  /// Objects of other kinds that the caller asked to keep (`Importer.keeping`), in input order.
  package var others: [Object] = []
  /// How many objects of each other kind were skipped, for example `apps/v1 Deployment`.
  package var skipped: [String: Int] = [:]
  /// What could not be read, and what was read with a doubt.
  package var findings: [Finding] = []
  /// How many documents and objects were seen.
  package var objectCount = 0

  package init() {}
}

/// An IngressClass.
package struct IngressClass: Sendable {
  package var name: String
  package var controller: String
  package var isDefault: Bool

  package init(name: String, controller: String, isDefault: Bool) {
    self.name = name
    self.controller = controller
    self.isDefault = isDefault
  }
}

/// A Secret without most of its data: the type, the keys, the names on its certificate, and the
/// hashes of a password file.
package struct Secret: Sendable {
  package var metadata: Metadata
  package var type: String
  /// The keys of `data` and `stringData`, sorted; never the values.
  package var keys: [String]
  /// The leaf certificate of `tls.crt`; nil where there is none or it cannot be read.
  package var certificate: CertificateSummary?
  /// The common names of the authorities under `ca.crt` or `cacert`.
  package var authorities: [String] = []
  /// The password file under `auth`; nil where there is none.
  package var passwordFile: PasswordFile?
  /// The same where each key is a user; values that mark themselves as no password are hidden.
  package var passwordMap: PasswordFile?

  package init(
    metadata: Metadata, type: String, keys: [String], certificate: CertificateSummary? = nil,
    passwordFile: PasswordFile? = nil
  ) {
    self.metadata = metadata
    self.type = type
    self.keys = keys
    self.certificate = certificate
    self.passwordFile = passwordFile
  }
}

/// A password file as nginx's `auth_basic_user_file` has it; descriptions do not show it.
package struct PasswordFile: Hashable, Sendable, CustomStringConvertible,
  CustomDebugStringConvertible
{
  /// The lines, `user:hash`.
  package var lines: [String]

  package init(lines: [String]) { self.lines = lines }

  package var description: String { "\(lines.count) users" }
  package var debugDescription: String { description }
}

/// A ConfigMap's text entries, each with the place of its key.
package struct ConfigMap: Sendable {
  package var metadata: Metadata
  package var data: [Annotation]

  package init(metadata: Metadata, data: [Annotation]) {
    self.metadata = metadata
    self.data = data
  }
}

extension ConfigMap {
  /// The common names of the authorities under `ca.crt`.
  package var authorities: [String] {
    let entry = data.last { $0.key == "ca.crt" }
    return entry.map { CertificateSummary.commonNames(pem: Array($0.value.utf8)) } ?? []
  }
}

/// A Namespace and its labels.
package struct Namespace: Sendable {
  package var name: String
  package var labels: [String: String]

  package init(name: String, labels: [String: String]) {
    self.name = name
    self.labels = labels
  }
}

/// A ReferenceGrant: who may point at what in its namespace.
package struct ReferenceGrant: Sendable {
  /// One entry of `spec.from`.
  package struct From: Hashable, Sendable {
    package var group: String
    package var kind: String
    package var namespace: String

    package init(group: String, kind: String, namespace: String) {
      self.group = group
      self.kind = kind
      self.namespace = namespace
    }
  }

  /// One entry of `spec.to`; a nil name means every object of the kind.
  package struct To: Hashable, Sendable {
    package var group: String
    package var kind: String
    package var name: String?

    package init(group: String, kind: String, name: String?) {
      self.group = group
      self.kind = kind
      self.name = name
    }
  }

  package var metadata: Metadata
  package var from: [From]
  package var to: [To]

  package init(metadata: Metadata, from: [From], to: [To]) {
    self.metadata = metadata
    self.from = from
    self.to = to
  }
}
