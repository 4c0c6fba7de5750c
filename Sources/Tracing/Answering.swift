package import Routing

/// Answers requests as a site would: the hosts indexed, the patterns compiled once.
package struct Answering {
  package init(_ site: Site) {}

  /// What the site does with a request, and why.
  package func answer(to request: Request) -> Answer {
    Answer(outcome: .failed("no listener"))
  }
}
