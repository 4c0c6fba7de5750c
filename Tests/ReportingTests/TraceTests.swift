import Gatewright
import Reporting
import Testing

@Suite("trace")
struct TraceTests {
  @Test("is told as text, step by step")
  func text() {
    #expect(
      render(Sample.traced, as: .text(TextStyle())) == """
        GET http://shop.example/a?b=c
          X: 1

        ingress-nginx
          1. server shop.example  (Ingress shop/web, a.yaml:2)
          backend         shop/web:80, 75 % (3/4)
          backend         status:500, 25 % (1/4)
          upstream path   /a?b=c
          upstream host   shop.example
          to the backend  no X-Gone
          to the client   Set-Cookie: a=b; X-Up: 1; x-up: 2
          certificate     shop/tls
          depends on      auth

        new routes
          status          308
          location        https://shop.example/

        differ

        """)
  }

  @Test("is told as one line of JSON")
  func json() {
    #expect(
      render(Sample.traced, as: .json) == """
        {"request": {"method": "GET", "scheme": "http", "host": "shop.example", \
        "target": "/a?b=c", "headers": [["X", "1"]]}, \
        "ingress": {"status": null, "backend": null, \
        "distribution": {"shop/web:80": 0.75, "status:500": 0.25}, \
        "upstreamPath": "/a?b=c", "upstreamHost": "shop.example", "upstreamScheme": null, \
        "location": null, \
        "responseHeaders": {"set-cookie": ["a=b"], "x-up": "1, 2"}, \
        "upstreamHeaders": {"x-gone": null}, "conditions": ["auth"], "certificate": "shop/tls"}, \
        "gateway": {"status": 308, "backend": null, "upstreamPath": null, "upstreamHost": null, \
        "upstreamScheme": null, "location": "https://shop.example/", "responseHeaders": {}, "upstreamHeaders": {}, \
        "conditions": []}, "agree": false}

        """)
  }

  @Test("repeats the request as it was given")
  func request() {
    let given = JSON.object([JSON.Member("host", .string("x")), JSON.Member("own", .integer(1))])
    let traced = Traced(request: RequestProbe(host: "x"))
    #expect(
      render(traced, request: given, as: .json) == """
        {"request": {"host": "x", "own": 1}, "ingress": null, "gateway": null, "agree": null}

        """)
  }

  @Test("names the only receiver as the backend, and why there is no answer")
  func outcomes() {
    let share = TraceShare(receiver: "a/b:80", numerator: 5, denominator: 5)
    let traced = Traced(
      request: RequestProbe(host: "x"), ingress: TraceAnswer(outcome: .forwarded([share])),
      gateway: TraceAnswer(outcome: .failed("no listener")))
    let line = render(traced, as: .json)
    #expect(line.contains(#""backend": "a/b:80", "distribution": {"a/b:80": 1}"#))
    #expect(line.contains(#""status": null, "backend": null, "error": "no listener""#))
    let text = render(traced, as: .text(TextStyle()))
    #expect(text.contains("a/b:80, always"))
    #expect(text.contains("no answer       no listener"))
  }
}
