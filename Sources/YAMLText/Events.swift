import CYAML
import Evidence

/// What libyaml found next; the particulars are asked of `Events`.
enum Event {
  case documentStart
  case documentEnd
  case sequenceStart
  case mappingStart
  case collectionEnd
  case scalar
  case alias
  case streamStart
  case streamEnd
}

/// Reads libyaml's events from one chunk of text, and frees what libyaml allocates.
///
/// The parser points into itself, so it lives on the heap.
@safe
struct Events: ~Copyable {
  let parser: UnsafeMutablePointer<yaml_parser_t>
  private let event: UnsafeMutablePointer<yaml_event_t>
  let bytes: UnsafeBufferPointer<UInt8>
  private let isReady: Bool
  let file: String
  private let firstLine: Int

  /// The buffer must outlive these events.
  @unsafe
  init(_ bytes: UnsafeBufferPointer<UInt8>, file: String, firstLine: Int) {
    unsafe self.bytes = bytes
    self.file = file
    self.firstLine = firstLine
    unsafe parser = UnsafeMutablePointer.allocate(capacity: 1)
    unsafe event = UnsafeMutablePointer.allocate(capacity: 1)
    unsafe event.initialize(to: yaml_event_t())
    isReady = unsafe yaml_parser_initialize(parser) == 1
    if isReady {
      unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
      unsafe yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
    }
  }

  deinit {
    unsafe yaml_event_delete(event)
    if isReady { unsafe yaml_parser_delete(parser) }
    unsafe event.deallocate()
    unsafe parser.deallocate()
  }

  /// Goes on to the next event.
  borrowing func next() throws(SyntaxError) -> Event {
    unsafe yaml_event_delete(event)
    guard isReady, unsafe yaml_parser_parse(parser, event) == 1 else { throw failure }
    return switch unsafe event.pointee.type {
    case YAML_SCALAR_EVENT: .scalar
    case YAML_MAPPING_START_EVENT: .mappingStart
    case YAML_MAPPING_END_EVENT, YAML_SEQUENCE_END_EVENT: .collectionEnd
    case YAML_SEQUENCE_START_EVENT: .sequenceStart
    case YAML_ALIAS_EVENT: .alias
    case YAML_DOCUMENT_START_EVENT: .documentStart
    case YAML_DOCUMENT_END_EVENT: .documentEnd
    case YAML_STREAM_START_EVENT: .streamStart
    default: .streamEnd
    }
  }

  /// Where the current event starts.
  var mark: Mark { unsafe mark(event.pointee.start_mark) }

  /// The name after `&` at the current event, or after `*` when it is an alias.
  var anchor: String? { unsafe anchorName.map { unsafe String(cString: $0) } }

  private var anchorName: UnsafeMutablePointer<yaml_char_t>? {
    switch unsafe event.pointee.type {
    case YAML_SCALAR_EVENT: unsafe event.pointee.data.scalar.anchor
    case YAML_MAPPING_START_EVENT: unsafe event.pointee.data.mapping_start.anchor
    case YAML_SEQUENCE_START_EVENT: unsafe event.pointee.data.sequence_start.anchor
    case YAML_ALIAS_EVENT: unsafe event.pointee.data.alias.anchor
    default: nil
    }
  }

  /// The current event's text with the type the API server gives it.
  borrowing func scalar() throws(SyntaxError) -> Scalar {
    let scalar = unsafe event.pointee.data.scalar
    let bytes = unsafe UnsafeBufferPointer(start: scalar.value, count: scalar.length)
    let text = unsafe String(decoding: bytes, as: UTF8.self)
    if let tag = unsafe scalar.tag {
      return try tagged(text, unsafe String(cString: tag))
    }
    guard unsafe scalar.plain_implicit == 1 else { return Scalar(text) }
    let kind = unsafe resolve(bytes.span)
    return Scalar(text, kind)
  }

  /// Whether the current event is the key `<<` that merges other mappings, and not a string.
  var isMergeKey: Bool {
    let scalar = unsafe event.pointee.data.scalar
    guard unsafe scalar.length == 2, unsafe scalar.value[0] == UInt8(ascii: "<"),
      unsafe scalar.value[1] == UInt8(ascii: "<")
    else { return false }
    guard let tag = unsafe scalar.tag else { return unsafe scalar.plain_implicit == 1 }
    return unsafe String(cString: tag) == Tag.merge.rawValue
  }

  private borrowing func tagged(_ text: String, _ tag: String) throws(SyntaxError) -> Scalar {
    guard let known = Tag(rawValue: tag) else { return Scalar(text) }
    guard let scalar = known.scalar(text) else {
      throw error(
        at: mark, "The value does not fit its tag `\(known.name)`.",
        "Correct the value, or remove the tag.")
    }
    return scalar
  }

  /// An error in this chunk's file.
  borrowing func error(at mark: Mark, _ message: String, _ remedy: String) -> SyntaxError {
    SyntaxError(place: mark.place(in: file), message: message, remedy: remedy)
  }

  /// A place that libyaml counts from zero in this chunk.
  func mark(_ mark: yaml_mark_t) -> Mark { self.mark(line: mark.line, column: mark.column) }

  /// A place counted from zero in this chunk.
  func mark(line: Int, column: Int) -> Mark {
    Mark(line: UInt32(clamping: line &+ firstLine), column: UInt32(clamping: column &+ 1))
  }
}
