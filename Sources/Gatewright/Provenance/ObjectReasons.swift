/// Why there are objects of a kind whose fields have no origins of their own.
func reason(for kind: String) -> ValueSource {
  let words =
    switch kind {
    case "ServiceEntry": "Istio reaches hosts outside the mesh where a ServiceEntry names them"
    case "Role", "RoleBinding":
      "The gateway has to read the Secret with its certificate for backends"
    case "Telemetry": "enable-access-log of an Ingress is off"
    case "DestinationRule": "The provider of an authentication service is reached so"
    default: "Other objects need it"
    }
  return ValueSource(.choice, words)
}
