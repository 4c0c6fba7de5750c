/// Where something stands in the input: file, line and column, as editors count them.
public struct Place: Hashable, Sendable {
  /// The file as the user named it; `-` for standard input.
  public var file: String
  /// The line, counted from 1; 0 when only the file is known.
  public var line: Int
  /// The column in characters, counted from 1; 0 when only the line is known.
  public var column: Int

  /// Names a place; leave out what is not known.
  public init(file: String, line: Int = 0, column: Int = 0) {
    self.file = file
    self.line = line
    self.column = column
  }
}

extension Place: Comparable {
  /// Orders by file, then line, then column.
  public static func < (left: Place, right: Place) -> Bool {
    (left.file, left.line, left.column) < (right.file, right.line, right.column)
  }
}

extension Place: CustomStringConvertible {
  /// The place as compilers print it, for example `shop.yaml:12:5`.
  public var description: String {
    switch (line, column) {
    case (0, _): file
    case (_, 0): "\(file):\(line)"
    default: "\(file):\(line):\(column)"
    }
  }
}
