import Evidence

extension TreeBuilder {
  /// Takes a scalar as the key of the value that follows.
  mutating func addKey(
    _ scalar: Scalar, at mark: Mark, _ events: borrowing Events
  ) throws(SyntaxError) {
    guard let last = frames.indices.last else { return }
    guard scalar.kind != .null else {
      throw events.error(
        at: mark, "A key is missing or null.", "Write the key before the colon, or quote it.")
    }
    let isMerge = events.isMergeKey
    frames[last].key = Key(text: scalar.keyText, mark: mark, isMerge: isMerge)
    anchors.define(events.anchor, Node(.scalar(scalar), mark: mark), written: 1, height: 0)
  }

  /// Adds the waiting key with this value to a mapping.
  ///
  /// Of equal keys the last counts, as in go-yaml; with strict field validation, the default of
  /// kubectl, the API server refuses the object instead.
  mutating func addValue(_ node: Node, toFrame last: Int, _ events: borrowing Events) {
    guard let key = frames[last].key else { return }
    frames[last].key = nil
    guard !key.isMerge else {
      let keysBefore = entries.count - frames[last].start
      return frames[last].merges.append(Merge(node: node, keysBefore: keysBefore))
    }
    let entry = Entry(key.text, node, keyMark: key.mark)
    if let first = place(of: key.text, inFrame: last) {
      warnings.append(duplicate(of: entries[first], key, events))
      entries[first] = entry
    } else {
      entries.append(entry)
    }
  }

  /// Where this key already stands on the stack; searches few keys one by one, many by an index.
  private mutating func place(of key: String, inFrame last: Int) -> Int? {
    let start = frames[last].start
    guard entries.count - start > 16 else {
      return entries[start...].firstIndex { $0.key == key }
    }
    if frames[last].index.isEmpty {
      for place in start..<entries.count { frames[last].index[entries[place].key] = place }
    }
    if let place = frames[last].index[key] { return place }
    frames[last].index[key] = entries.count
    return nil
  }

  private func duplicate(
    of first: Entry, _ second: Key, _ events: borrowing Events
  ) -> SyntaxError {
    events.error(
      at: second.mark,
      "The key `\(second.text)` already stands on line \(first.keyMark.line); the last value counts.",
      "Keep one of the two; the API server refuses the object under strict field validation.")
  }
}
