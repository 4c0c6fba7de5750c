/// Why a site cannot be said in plain nginx configuration.
struct Unsaid: Error {
  let reason: String

  init(_ reason: String) { self.reason = reason }
}
