/// Patterns for two readers of RE2's syntax to agree on.
enum PatternTable {
  /// Every operand with every quantifier, in every surrounding, and whole patterns.
  static let patterns: [String] = {
    let quantified = operands.flatMap { operand in quantifiers.map { operand + $0 } }
    return whole + quantified + operands.flatMap { operand in around.map { $0.0 + operand + $0.1 } }
  }()

  /// Matches known to differ: RE2 folds `\w` and its kin to two letters beyond ASCII, takes both
  /// cases out of `\P{Lu}`, and lets `\C` split a character.
  static let known: Set<String> = [
    "\\C??", "(?s)\\C.*", "(?i)[[:alpha:]]", "(?i)[[:^word:]]", "(?i)\\w", "(?i)\\W", "(?i)\\P{Lu}",
    "(?is)(?:^/\\P{Lu}).*",
  ]

  static let subjects = [
    "", "a", "A", "b", "aa", "ab", "aab", "abc", "a b", "a.b", "a\n", "\n", "0", "7a", "_", "-",
    "é",
    "É", "α", "/", "/a", "/a/", "/a/b", "/api/v2", "/API/v10/x", "a{2}", "a{", "{", "]", "[", "^",
    "aaa", "\t", " ", "K", "\u{212A}", "ſ", "S", "ß", "x=1;canary=always", "canary=always",
  ]

  private static let operands = [
    "a", "(a)", "(?:a|b)", "(?P<n>a)", "(?<n>b)", "[ab]", "[^a]", "[[:alpha:]]", "[[:^word:]]",
    "\\d", "\\D", "\\s", "\\S", "\\w", "\\W", "\\pL", "\\p{Greek}", "\\P{Lu}", "\\x41", "\\x{e9}",
    "\\101", "\\Qa.b\\E", "\\.", ".", "^", "$", "\\b", "\\B", "\\A", "\\z", "\\C", "(?i:a)",
    "(?s:.)", "(?i)k", "[\\d/]", "[a-c]", "é",
  ]

  private static let quantifiers = [
    "", "*", "+", "?", "*?", "+?", "??", "{2}", "{1,2}", "{0,}", "{,2}", "{2,1}", "{1001}", "*+",
    "**", "{2}{2}", "{2}?", "{a}", "{",
  ]

  private static let around = [
    ("(?i)", ""), ("(?s)", ".*"), ("(?U)", "*"), ("(?-i)", ""), ("(", ")"), ("(?:", ")*"),
    ("/", "/b"),
    ("(?is)(?:^/", ").*"), ("(?m)^", "$"), ("a|", ""), ("", "|"), ("[", "]"), ("[^", "]"),
  ]

  private static let whole = [
    "", "(", ")", "a)", "(a", "[a", "]", "[]", "[]a]", "[^]a]", "[a-]", "[-a]", "[b-a]", "[a-\\d]",
    "[[:foo:]]", "[[a]", "[[.a.]]", "\\", "\\8", "(a)\\1", "\\g1", "\\k<n>", "(?=a)a", "(?!b)a",
    "(?<=a)b", "(?<!a)b", "(?>a)", "(?|a|b)", "(?#x)", "(?x)a b", "(?R)", "(?1)", "(*UTF8)a", "\\K",
    "\\G", "\\Z", "\\R", "\\h", "\\H", "\\N", "\\X", "\\cA", "\\e", "\\u0041", "\\pQ", "\\p{Nope}",
    "\\p{^Lu}", "\\p{Any}", "\\x4", "\\x{110000}", "\\07", "\\0", "(?P<n>a)(?P<n>b)", "(?P<>a)",
    "(?P<1>a)", "(?P=n)", "(?'n'a)", "(a{40}){40}", "((a{10}){10}){11}", "(a{30}){33}", "x{1000}",
    "x{1000,}", "*", "+a", "?", "|a", "a||b", "()", "(|a)*", "(?i-s)a", "(?-)", "(?i-)", "(?)a",
    "(?:",
    "\\Q", "\\Qa", "\\E", "a\\E", "\\Q\\E*", "^*", "$+",
    "(?i)(?:.*[;,] *)?canary *= *always(?:;.*)?",
    "(?is)(?:^/api/v[0-9]+).*(?:)", "/api(/|$)(.*)", "[[:word:][:space:]]", "[^[:ascii:]]",
    "[\\pL\\PN]", "\\a\\f\\t\\n\\r\\v", "\\_", "\\-", "\\é", "\\<", "a{2", "a{2,", "a{2,3", "a{ 2}",
    "a{00002}", "{2}", "(?i)\\x{212A}", "(?i)ſ", "(?i)[k]", "(?i)[^k]", "(?i)ß",
  ]
}
