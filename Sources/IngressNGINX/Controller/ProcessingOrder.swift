import Kubernetes

/// The Ingresses oldest first (`store.sortIngressSlice`): on equal times the greater
/// `namespace/name` comes first; where a time is missing, the order of the input stands for age.
func oldestFirst(_ ingresses: [Ingress]) -> [Ingress] {
  ingresses.sorted { left, right in
    switch (left.metadata.created, right.metadata.created) {
    case (let leftTime?, let rightTime?) where leftTime != rightTime: leftTime < rightTime
    case (.some, .some): isFirst(left, right)
    case (.some, .none): true
    case (.none, .some): false
    case (.none, .none): left.metadata.index < right.metadata.index
    }
  }
}

private func isFirst(_ left: Ingress, _ right: Ingress) -> Bool {
  left.metadata.objectName.description > right.metadata.objectName.description
}
