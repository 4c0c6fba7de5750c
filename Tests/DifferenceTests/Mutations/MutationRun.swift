import Gatewright
import YAMLText

/// The mutants of one subject, each held against requests and against the verification.
struct MutationRun {
  /// What became of the mutants of one kind.
  struct Count {
    var mutants = 0
    /// A request is answered otherwise than by both the routes as written and ingress-nginx.
    var harmful = 0
    /// Verification names such a request.
    var caught = 0

    static func + (left: Self, right: Self) -> Self {
      Count(
        mutants: left.mutants + right.mutants, harmful: left.harmful + right.harmful,
        caught: left.caught + right.caught)
    }
  }

  /// What became of all mutants of a subject.
  struct Outcome {
    var counts: [String: Count] = [:]
    var faults: [String] = []
  }

  let subject: MutationSubject
  private(set) var outcome = Outcome()
  private let objects: [Node]
  private let surroundings: [Input]
  /// What is told of the routes without any change.
  private var told: [AnswerDifference] = []
  /// What ingress-nginx and the unchanged routes answer.
  private var known: [RequestProbe: [TraceAnswer]] = [:]
  private var original: Tracer

  init(_ subject: MutationSubject) {
    self.subject = subject
    objects = subject.objects
    surroundings = subject.secrets(objects)
    original = Tracer(subject.inputs, gateway: [MutationSubject.input(objects)] + surroundings)
  }

  /// Tries at most so many mutants of each kind.
  mutating func run(_ mutations: [Mutation], each count: Int, seed: Int) {
    var dice = Dice(seed: seed)
    told = faults(of: report(on: objects))
    if subject.isMigrated, let first = told.first {
      outcome.faults.append("\(subject), unchanged: \(first.curl) \(first.aspects)")
    }
    let names = subject.surroundings(objects)
    var pool = ProbePool(subject.probes)
    pool.add(objects)
    let common = dice.some(40, of: subject.probes) + pool.requests(60, &dice)
    for mutation in mutations {
      for mutant in dice.some(count, of: mutation.mutants(of: objects, names)) {
        pool = ProbePool(subject.probes.first.map { [$0] } ?? [])
        pool.add(objects.filter { !mutant.contains($0) })
        pool.add(mutant.filter { !objects.contains($0) })
        check(mutant, mutation.name, common + pool.requests(120, &dice))
      }
    }
  }

  private func report(on objects: [Node]) -> VerificationReport {
    verify(subject.inputs, gateway: [MutationSubject.input(objects)] + surroundings)
  }

  /// What would be told as a fault; of routes that the migration did not write all differences.
  private func faults(of report: VerificationReport) -> [AnswerDifference] {
    subject.isMigrated ? report.unexplained : report.differences
  }

  private mutating func check(_ mutant: [Node], _ kind: String, _ probes: [RequestProbe]) {
    let report = report(on: mutant)
    var tracer = Tracer(
      subject.inputs, gateway: [MutationSubject.input(mutant)] + surroundings, side: .gateway)
    let harmed = probes.first { isHarmed($0, &tracer) }
    outcome.counts[kind, default: Count()].mutants += 1
    for difference in report.differences where !isReal(difference, &tracer) {
      outcome.faults.append("\(subject), \(kind): no difference in \(difference.curl)")
    }
    let isCaught = faults(of: report).contains { isNew($0) }
    guard isCaught || harmed != nil else { return }
    outcome.counts[kind, default: Count()].harmful += 1
    if isCaught {
      outcome.counts[kind, default: Count()].caught += 1
    } else if let harmed {
      outcome.faults.append("\(subject), \(kind): not caught: \(harmed.curl)")
    }
  }

  /// Whether a difference was not told before the change, or not of as many classes of requests.
  private func isNew(_ difference: AnswerDifference) -> Bool {
    !told.contains {
      $0.request == difference.request && !$0.after.differs(from: difference.after)
        && $0.classes == difference.classes
    }
  }

  /// Whether a request is answered as by neither of the others.
  private mutating func isHarmed(_ probe: RequestProbe, _ tracer: inout Tracer) -> Bool {
    guard let after = tracer.trace(probe).gateway else { return false }
    return answers(to: probe).allSatisfy { after.differs(from: $0) }
  }

  private mutating func answers(to probe: RequestProbe) -> [TraceAnswer] {
    if let known = known[probe] { return known }
    let traced = original.trace(probe)
    let answers = [traced.ingress, traced.gateway].compactMap { $0 }
    known[probe] = answers
    return answers
  }

  /// Whether the request that stands for a difference is answered as it says, and differently.
  private mutating func isReal(_ difference: AnswerDifference, _ tracer: inout Tracer) -> Bool {
    guard let before = answers(to: difference.request).first,
      let after = tracer.trace(difference.request).gateway
    else { return false }
    return before.differs(from: after) && !before.differs(from: difference.before)
      && !after.differs(from: difference.after)
  }
}
