import Evidence
import Gatewright

/// Where the fields of an object came from, as a table.
func markdown(_ origins: ObjectOrigins) -> String {
  let rows = origins.rows.map { row in
    [
      code(row.field), code(row.value), escaped(row.source.toldWords),
      code(row.source.place?.description ?? ""),
    ]
  }
  return "# \(escaped(origins.reference.description))\n\n\(code(origins.apiVersion))\n\n"
    + table(["field", "value", "from", "place"], rows)
}
