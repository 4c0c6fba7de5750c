import Evidence
import Gatewright
import Testing

@Suite("Fidelity of annotations")
struct FidelityTests {
  @Test("is promised by the catalogue as it is claimed")
  func catalogue() {
    let promised = Set(AnnotationDescription.all.map { Claim(key: $0.key, fidelity: $0.fidelity) })
    #expect(promised.subtracting(Claim.all).map(\.testDescription).sorted() == [])
    #expect(Set(Claim.all).subtracting(promised).map(\.testDescription).sorted() == [])
    #expect(Claim.all.count == AnnotationDescription.all.count)
  }

  @Test("is what findings and the verifier say", arguments: Claim.all)
  func held(_ claim: Claim) {
    let cases = FidelityCase.all(of: claim.key)
    #expect(!cases.isEmpty)
    for one in cases {
      let outcome = FidelityOutcome(of: claim.key, in: one)
      let faults = outcome.faults(claim, allowing: StatedClass.codes(of: one.keys))
      #expect(faults == [], "\(claim.key)/\(one.name)")
    }
  }

  @Test(
    "is told where nothing is promised", arguments: Claim.all.filter { $0.fidelity == .none })
  func told(_ claim: Claim) {
    let outcomes = FidelityCase.all(of: claim.key).map { FidelityOutcome(of: claim.key, in: $0) }
    #expect(outcomes.contains { !$0.told.isEmpty })
  }

  @Test(
    "is not less than a part where a part is promised",
    arguments: Claim.all.filter { $0.fidelity == .partial })
  func part(_ claim: Claim) {
    let outcomes = FidelityCase.all(of: claim.key).map { FidelityOutcome(of: claim.key, in: $0) }
    #expect(outcomes.contains { !$0.isLost })
  }
}

/// What becomes of one value of an annotation.
struct FidelityOutcome {
  /// The codes of the findings about the annotation itself.
  var told: Set<String>
  /// Whether one of them says that the annotation, or a part of it, is lost.
  var isLost: Bool
  /// The codes of the findings that explain differences.
  var causes: Set<String>
  /// The differences that nothing explains.
  var unexplained: [String]

  init(of key: String, in one: FidelityCase) {
    var options = MigrationOptions()
    options.allowsEnvoyFilter = true
    let report = migrate(one.inputs, options: options).report
    let own = report.groups.filter { group in
      group.occurrences.contains { $0.field.hasSuffix("/\(key)") }
    }
    told = Set(own.map(\.rule.code))
    isLost = own.contains { $0.rule.effect == .lost }
    let differences = report.verification?.differences ?? []
    causes = Set(differences.flatMap { $0.causes.map(\.code) })
    unexplained = differences.filter { !$0.isExplained }.map(\.curl)
  }

  /// What contradicts a claim; `codes` are the findings that may be there for other reasons.
  func faults(_ claim: Claim, allowing codes: Set<String>) -> [String] {
    let stated = StatedClass.codes[claim.key] ?? []
    var faults = unexplained.map { "unexplained: \($0)" }
    faults += causes.subtracting(codes).subtracting(stated).sorted().map { "differs by \($0)" }
    switch claim.fidelity {
    case .exact, .caveat:
      faults += told.subtracting(stated).sorted().map { "told \($0)" }
    case .partial: break
    case .none: break
    case .needless:
      if isLost && told != ["annotation-not-carried-over"] { faults.append("lost") }
    }
    return faults
  }
}
