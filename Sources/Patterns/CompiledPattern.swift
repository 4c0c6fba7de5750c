import CPCRE2

/// One PCRE2 code block, freed with its owner; the only place where C is spoken.
@safe
struct CompiledPattern: ~Copyable {
  private let code: OpaquePointer

  init(_ source: String, _ options: Pattern.Options) throws(PatternError) {
    let bytes = Array(source.utf8)
    var failure: Int32 = 0
    var offset = 0
    let context = unsafe pcre2_compile_context_create_8(nil)
    defer { unsafe pcre2_compile_context_free_8(context) }
    _ = unsafe pcre2_set_newline_8(context, UInt32(PCRE2_NEWLINE_LF))
    let compiled = unsafe pcre2_compile_8(
      bytes, bytes.count, options.compileFlags, &failure, &offset, context)
    guard let compiled = unsafe compiled else {
      throw PatternError(message: Self.message(of: failure), offset: offset)
    }
    unsafe code = compiled
  }

  /// Takes code back from its bytes; nil for bytes that are none.
  init?(bytes: [UInt8]) {
    var codes: [OpaquePointer?] = unsafe [nil]
    let count = unsafe pcre2_serialize_decode_8(&codes, 1, bytes, nil)
    guard count == 1, let code = unsafe codes[0] else { return nil }
    unsafe self.code = code
  }

  /// The code as bytes that this process can take back.
  borrowing func bytes() -> [UInt8] {
    var codes: [OpaquePointer?] = unsafe [code]
    var start: UnsafeMutablePointer<UInt8>?
    var count = 0
    let result = unsafe pcre2_serialize_encode_8(&codes, 1, &start, &count, nil)
    guard result == 1, let start = unsafe start else { return [] }
    defer { unsafe pcre2_serialize_free_8(start) }
    return unsafe Array(UnsafeBufferPointer(start: start, count: count))
  }

  deinit { unsafe pcre2_code_free_8(code) }

  /// The steps after which a search is given up, so that no pattern can hang the program.
  private static var stepLimit: UInt32 { 1_000_000 }

  borrowing func search(_ subject: [UInt8], from offset: Int) -> Search {
    guard (0...subject.count).contains(offset) else { return .absent }
    let context = unsafe pcre2_match_context_create_8(nil)
    defer { unsafe pcre2_match_context_free_8(context) }
    _ = unsafe pcre2_set_match_limit_8(context, Self.stepLimit)
    _ = unsafe pcre2_set_heap_limit_8(context, 64 * 1024)
    let data = unsafe pcre2_match_data_create_from_pattern_8(code, nil)
    defer { unsafe pcre2_match_data_free_8(data) }
    let count = unsafe pcre2_match_8(code, subject, subject.count, offset, 0, data, context)
    if count == PCRE2_ERROR_NOMATCH { return .absent }
    guard count > 0, let data = unsafe data else { return .givenUp }
    return unsafe .found(Self.match(data, groups: Self.groupCount(code), in: subject))
  }

  private static func match(_ data: OpaquePointer, groups: Int, in subject: [UInt8]) -> Match {
    guard let ends = unsafe pcre2_get_ovector_pointer_8(data) else {
      return Match(range: 0..<0, groups: [])
    }
    let ranges = (0...groups).map { group -> Range<Int>? in
      let start = unsafe ends[2 * group]
      let end = unsafe ends[2 * group + 1]
      // PCRE2_UNSET is all ones; `\K` in a look-ahead may even put the start behind the end.
      return start >= 0 && start <= end && end <= subject.count ? start..<end : nil
    }
    return Match(
      range: (ranges.first ?? nil) ?? 0..<0, groups: ranges.map { $0.map { Array(subject[$0]) } })
  }

  private static func groupCount(_ code: OpaquePointer) -> Int {
    var count: UInt32 = 0
    _ = unsafe pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_CAPTURECOUNT), &count)
    return Int(count)
  }

  private static func message(of failure: Int32) -> String {
    var text = [UInt8](repeating: 0, count: 256)
    let length = unsafe pcre2_get_error_message_8(failure, &text, text.count)
    return String(decoding: text.prefix(max(0, Int(length))), as: UTF8.self)
  }
}

extension Pattern.Options {
  /// The same options in PCRE2's bits.
  var compileFlags: UInt32 {
    let table: [(Pattern.Options, UInt32)] = [
      (.caseless, PCRE2_CASELESS), (.anchored, PCRE2_ANCHORED),
      (.whole, PCRE2_ANCHORED | PCRE2_ENDANCHORED), (.dotAll, PCRE2_DOTALL),
      (
        .re2,
        PCRE2_UTF | PCRE2_MATCH_INVALID_UTF | PCRE2_DOLLAR_ENDONLY | PCRE2_ALT_CIRCUMFLEX
      ),
    ]
    return table.reduce(0) { contains($1.0) ? $0 | $1.1 : $0 }
  }
}
