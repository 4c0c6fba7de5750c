import Evidence
import Gatewright
import Reporting

/// Migrates one text, and tells the objects, the gravest findings and one request.
func lines(migrating text: String) -> [String] {
  let inputs = [Input(name: "shop.yaml", text: text)]
  var options = MigrationOptions()
  options.gateway.name = "public"

  let migration = migrate(inputs, options: options)
  var lines = migration.manifests.map { "wrote \($0.reference)" }

  for group in migration.report.groups where group.severity == .error {
    lines.append("\(group.rule.code): \(group.rule.remedy)")
  }
  if migration.report.hasUnreadableInput {
    lines.append(render(migration.report, as: .text(TextStyle(width: 80))))
  }

  var tracer = Tracer(inputs, options: options)
  let traced = tracer.trace(RequestProbe(scheme: .http, host: "shop.example.com", target: "/cart"))
  lines.append(
    traced.agree == true ? "/cart is answered as before" : "/cart is answered differently")
  return lines
}
