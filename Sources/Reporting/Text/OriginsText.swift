import Evidence
import Gatewright

/// The longest value that a table shows.
private let longest = 40

/// Where the fields of an object came from, for a terminal: a table with a line for each source.
func text(_ origins: ObjectOrigins, _ style: TextStyle) -> String {
  var page = Page(style)
  page.line(page.painted(origins.reference.description, .bold) + "  \(origins.apiVersion)")
  page.space()
  let rows = origins.rows
  let field = rows.map(\.field.count).max() ?? 0
  let value = rows.map(\.value.count).max() ?? 0
  for row in rows {
    let line =
      padded(row.field, field) + "  " + page.painted(padded(row.value, value), .cyan) + "  "
      + row.source.toldWords
    page.line(line + page.painted(row.source.placeWords, .faint))
  }
  return page.text
}

extension ObjectOrigins {
  /// One line of a table.
  struct Row {
    /// Empty where the line before is about the same field.
    var field: String
    /// The value, cut where it is long; empty likewise.
    var value: String
    var source: ValueSource
  }

  /// A line for each source of each field.
  var rows: [Row] {
    fields.flatMap { field in
      field.sources.enumerated().map { index, source in
        Row(
          field: index == 0 ? field.path : "", value: index == 0 ? cut(field.value) : "",
          source: source)
      }
    }
  }

  private func cut(_ value: String) -> String {
    value.count > longest ? value.prefix(longest - 1) + "…" : value
  }
}

extension ValueSource {
  /// The source with what kind of thing it is, where its own words do not say that.
  var toldWords: String {
    switch kind {
    case .field, .annotation, .configMap, .optionDefault: words
    case .nginxDefault: "default of ingress-nginx: \(words)"
    case .option: place == nil ? "option \(words)" : "settings, \(words)"
    case .choice: "Gatewright: \(words)"
    }
  }

  /// The place in brackets, with a space before it; empty where there is none.
  var placeWords: String {
    guard let place else { return "" }
    return "  (\(Place(file: place.file, line: place.line)))"
  }
}

private func padded(_ text: String, _ width: Int) -> String {
  text + String(repeating: " ", count: max(0, width - text.count))
}
