import Certificates
import IngressNGINX
import Kubernetes
import Routing
import Testing

@Suite("the certificate of a host")
struct CertificateTests {
  private func cluster(
    _ ingress: Ingress, names: [String] = [], commonName: String = ""
  ) -> Cluster {
    var cluster = Cluster(ingress)
    let certificate = CertificateSummary(
      dnsNames: names, commonName: commonName, notBefore: 0, notAfter: 0)
    cluster.secrets[ObjectName("shop", "tls")] = Secret(
      metadata: Metadata(name: "tls", namespace: "shop"), type: "kubernetes.io/tls",
      keys: ["tls.crt", "tls.key"], certificate: certificate)
    return cluster
  }

  private func shown(_ cluster: Cluster, _ host: String = "a.example.com") -> String? {
    answer(cluster, Request(scheme: .https, host: host)).certificate
  }

  @Test(
    "is the Secret's where its names are good for the host, else the default one",
    arguments: [
      (["a.example.com"], "", "shop/tls"), (["A.Example.com"], "", "shop/tls"),
      (["b.example.com", "a.example.com"], "", "shop/tls"), (["*.example.com"], "", "shop/tls"),
      (["*.com"], "", "default"), (["example.com"], "", "default"),
      (["b.example.com"], "a.example.com", "default"), ([], "a.example.com", "shop/tls"),
      ([], "*.example.com", "shop/tls"), ([], "", "default"),
    ])
  func names(_ names: [String], _ commonName: String, _ certificate: String) {
    for hosts in [["a.example.com"], []] {
      var ingress = sample()
      ingress.tls = [IngressTLS(hosts: hosts, secretName: "tls")]
      let cluster = cluster(ingress, names: names, commonName: commonName)
      #expect(shown(cluster) == certificate)
      // A host that asks for TLS redirects, whatever certificate it has.
      #expect(answer(cluster).line == "308 https://a.example.com")
    }
  }

  @Test(
    "is the default one where the Secret is not there or not named",
    arguments: ["gone", ""])
  func missing(_ secret: String) {
    var ingress = sample()
    ingress.tls = [IngressTLS(hosts: ["a.example.com"], secretName: secret)]
    #expect(shown(cluster(ingress, names: ["a.example.com"])) == "default")
  }

  @Test("is good for aliases and the www name only where its names say so")
  func otherNames() {
    var ingress = sample(
      annotations: prefixed([
        "server-alias": "b.example.com,c.example.org", "from-to-www-redirect": "true",
      ]))
    ingress.tls = [IngressTLS(hosts: ["a.example.com"], secretName: "tls")]
    let cluster = cluster(ingress, names: ["*.example.com", "www.a.example.com"])
    #expect(shown(cluster, "b.example.com") == "shop/tls")
    #expect(shown(cluster, "c.example.org") == "default")
    #expect(shown(cluster, "www.a.example.com") == "shop/tls")
    let line = answer(cluster, Request(host: "b.example.com")).line
    #expect(line == "308 https://b.example.com")
    #expect(answer(cluster, Request(host: "c.example.org")).line == "shop/web:80 /")
  }

  @Test("of a wildcard host is shown, and redirects, on the hosts one label below")
  func wildcard() {
    var ingress = sample(host: "*.example.com")
    ingress.tls = [IngressTLS(hosts: ["*.example.com"], secretName: "tls")]
    var cluster = cluster(ingress, names: ["*.example.com"])
    cluster.ingresses.append(sample("plain", host: "b.example.com"))
    #expect(shown(cluster, "b.example.com") == "shop/tls")
    #expect(answer(cluster, Request(host: "b.example.com")).line == "308 https://b.example.com")
    #expect(shown(cluster, "c.b.example.com") == "default")
  }
}
