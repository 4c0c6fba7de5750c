package import Evidence

/// Every rule about reading input.
package enum ImportRules {
  package static let all: [Rule] = [
    .yamlSyntax, .duplicateKey, .notAnObject, .emptyFile, .missingFile, .unreadableFile, .noObjects,
    .wrongType, .unknownField, .missingField, .invalidValue, .apiServerWouldRefuse,
    .unsupportedVersion, .duplicateObject, .secretUnreadable,
  ]
}

/// Rules about files and documents.
extension Rule {
  package static let yamlSyntax = Rule(
    "yaml-syntax", .error, .unreadable, title: "The text is not valid YAML",
    remedy: "Correct the text and run again.")
  package static let duplicateKey = Rule(
    "duplicate-key", .error, .unreadable, title: "A key stands twice in one mapping",
    remedy: "Keep one of the two.")
  package static let notAnObject = Rule(
    "not-an-object", .note, .unreadable, title: "A document is not a Kubernetes object",
    remedy: "Nothing to do unless it should be one; then add `apiVersion` and `kind`.")
  package static let emptyFile = Rule(
    "empty-file", .note, .unreadable, title: "A file holds no document",
    remedy: "Nothing to do unless it should hold one.")
  package static let missingFile = Rule(
    "missing-file", .error, .unreadable, title: "A file or folder does not exist",
    remedy: "Correct the path.")
  package static let unreadableFile = Rule(
    "unreadable-file", .error, .unreadable, title: "A file or folder cannot be read",
    remedy: "Make it readable and run again.")
  package static let noObjects = Rule(
    "no-objects", .error, .unreadable, title: "The input holds no Kubernetes object",
    remedy: "Name files or folders with manifests.")
}

/// Rules about objects, as an API server applies them.
extension Rule {
  package static let wrongType = Rule(
    "wrong-type", .error, .unreadable, title: "A value has the wrong type",
    remedy: "Write a value of the expected type.")
  package static let unknownField = Rule(
    "unknown-field", .error, .unreadable, title: "A field does not exist in the API",
    remedy: "Correct the spelling or remove the field.")
  package static let missingField = Rule(
    "missing-field", .error, .unreadable, title: "A required field is missing",
    remedy: "Add the field.")
  package static let invalidValue = Rule(
    "invalid-value", .error, .unreadable, title: "A value is not allowed",
    remedy: "Write an allowed value.")
  package static let apiServerWouldRefuse = Rule(
    "api-server-would-refuse", .warning, .unreadable,
    title: "An API server refuses this value, yet ingress-nginx can serve it",
    remedy: "Correct the value; the object is read as it is written.")
  package static let unsupportedVersion = Rule(
    "unsupported-version", .error, .unreadable, title: "The version of the kind is not known",
    remedy: "Write the object in a version that a current API server serves.")
  package static let duplicateObject = Rule(
    "duplicate-object", .warning, .unreadable, title: "An object stands twice in the input",
    remedy: "Keep one of the two; the last one counts, as when both are applied in this order.")
  package static let secretUnreadable = Rule(
    "secret-unreadable", .warning, .unreadable, title: "A certificate cannot be read",
    remedy: "Put a PEM certificate, encoded in base64, under `tls.crt`.")
}
