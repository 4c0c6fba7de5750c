import Routing

extension Pair {
  /// Expressions that are written differently.
  static let ofPatterns: [Pair] = [
    Pair("/a(b|c)", "/a[bc]", .equal), Pair("/a+", "/aa*", .equal),
    Pair("/a?b", "/(ab|b)", .equal), Pair("/(a|b)*", "/(a*b*)*", .equal),
    Pair("/a{2,3}", "/aaa?", .equal), Pair("/(?:a|ab)c?", "/ab?c?", .equal),
    Pair("/[0-9]+", "/\\d\\d*", .equal), Pair("/(a|a)", "/a", .equal),
    Pair("/a*?b", "/a*b", .equal), Pair("/(ab)+", "/ab(ab)*", .equal),
    Pair("/x{0}", "/", .equal), Pair("(?i)/ab", "/[aA][bB]", .equal),
    Pair("/a\\.b", "/a[.]b", .equal), Pair("/a|/b", "/[ab]", .equal),
    Pair("/.*c?b", "/.*b", .equal), Pair("/(a|b|)c", "/[ab]?c", .equal),
    Pair("/[^/]+/x", "/[^/][^/]*/x", .equal), Pair("/(?i:a)b", "/(A|a)b", .equal),
    Pair("/a(?:b(?:c)?)?", "/(a|ab|abc)", .equal), Pair("/.{3}", "/...", .equal),
    Pair("/(a*)*b", "/a*b", .equal), Pair("/\\w", "/[A-Za-z0-9_]", .equal),
    Pair("/a[^b]", "/a([^bc]|c)", .equal), Pair("^/a$", "/a", .equal),
    // Both take paths that no client can send as they stand.
    Pair("/a(//b)?", "/a", .equal), Pair("/a/(\\.\\./)?b", "/a/b", .equal),
    Pair("/a(%2F)?", "/a", .equal), Pair("a?/b", "/b", .equal),

    Pair("/a+", "/a*", .differs("/")), Pair("/a{2,3}", "/a{2,4}", .differs("/aaaa")),
    Pair("/a.*", "/a[^x]*", .differs("/ax")), Pair("/[a-y]", "/[a-z]", .differs("/z")),
    Pair("/api/.*", "/api.*", .differs("/api")), Pair("/a", "/b", .differsAfter(2)),
    Pair("(?i)/ab", "/ab", .differsAfter(3)), Pair("/\\d{3}", "/\\d{3,4}", .differsAfter(5)),
    Pair("/a\\.b", "/a.b", .differsAfter(4)), Pair("/(ab)*", "/(a|b)*", .differsAfter(2)),
    Pair("/(a|b)*abb", "/(a|b)*ab+", .differs("/ab")), Pair("/[^/]+", "/.+", .differsAfter(3)),
    Pair("/a(b|c)?d", "/a(b|c)d", .differs("/ad")), Pair("/.*a..", "/.*a...?", .differsAfter(5)),
    Pair("(aa)+/?", "/(aa)+", .differs("/aa")), Pair("/(aa)+", "/(aaa)+", .differs("/aa")),
    Pair("/(aa|aaa)+", "/a+", .differs("/a")), Pair("/(a{6})*", "/((aa)*|(aaa)*)", .differs("/aa")),
    Pair("/shop/v\\d{2}", "/shop/v(0\\d|1[1-9]|[2-9]\\d)", .differs("/shop/v10")),
    Pair("/x/(ab|cd)+", "/x/((ab|cd)+|cdabc)", .differs("/x/cdabc")),
    Pair("/.*abcdefg.*", "/.*(abcdef[^g]|abcdefg).*", .differsAfter(8)),
  ].flatMap { [$0, $0.reversed] }
}
