import Foundation
import Testing

/// The example of docs/library.md does what the page says.
@Suite("Library")
struct LibraryTests {
  private static let page = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "docs/library.md")

  @Test("shows the very example that is tested here")
  func page() throws {
    let example = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Example.swift")
    let code = try String(contentsOf: example, encoding: .utf8)
    let page = try String(contentsOf: Self.page, encoding: .utf8)
    #expect(page.contains("```swift\n\(code)```\n"))
  }

  @Test("migrates a text and traces a request")
  func example() {
    let ingress = """
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata: {name: shop, namespace: shop}
      spec:
        ingressClassName: nginx
        rules:
          - host: shop.example.com
            http:
              paths:
                - path: /cart
                  pathType: Prefix
                  backend: {service: {name: cart, port: {number: 80}}}
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: cart, namespace: shop}
      spec: {ports: [{port: 80}]}
      """
    let lines = lines(migrating: ingress)
    #expect(lines.contains("wrote Gateway istio-ingress/public"))
    #expect(lines.contains("wrote HTTPRoute shop/shop"))
    #expect(lines.last == "/cart is answered as before")
  }

  @Test("tells what could not be read")
  func unreadable() {
    #expect(lines(migrating: "{").joined().contains("yaml-syntax"))
  }
}
