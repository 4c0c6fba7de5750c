import Evidence
import Kubernetes

/// Reads texts as one input, each as a file of its own.
func imported(_ texts: String..., keeping: Set<String> = []) -> Cluster {
  var importer = Importer(keeping: keeping)
  for (index, text) in texts.enumerated() {
    importer.read(Array(text.utf8), file: index == 0 ? "a.yaml" : "b.yaml")
  }
  return importer.cluster
}

/// A finding as the tables write it, for example `wrong-type 6`.
func mark(_ finding: Finding) -> String {
  "\(finding.rule.code) \(finding.place?.line ?? 0)"
}

enum Sample {
  static let ingress = """
    apiVersion: networking.k8s.io/v1
    kind: Ingress
    metadata:
      name: web
      annotations:
        nginx.ingress.kubernetes.io/ssl-redirect: "true"
    spec:
      tls:
        - hosts: [shop.example.com]
          secretName: cert
      rules:
        - host: shop.example.com
          http:
            paths:
              - path: /
                pathType: Prefix
                backend:
                  service:
                    name: web
                    port:
                      number: 80
    """

  static let service = """
    apiVersion: v1
    kind: Service
    metadata:
      name: web
    spec:
      ports:
        - name: http
          port: 80
          targetPort: 8080
    """

  static let betaIngress = """
    apiVersion: extensions/v1beta1
    kind: Ingress
    metadata:
      name: old
    spec:
      backend:
        serviceName: fallback
        servicePort: http
      rules:
        - http:
            paths:
              - path: /old
                backend:
                  serviceName: web
                  servicePort: 80
    """

  static let secret = """
    apiVersion: v1
    kind: Secret
    metadata:
      name: login
    data:
      auth: aHVudGVyMg==
    stringData:
      word: hunter2
    """

  /// A certificate made for these tests, valid into the years that UTCTime cannot write.
  static let certificate = """
    -----BEGIN CERTIFICATE-----
    MIIBnjCCAUOgAwIBAgIBATAKBggqhkjOPQQDAjAqMQ0wCwYDVQQKDARTaG9wMRkw
    FwYDVQQDDBBzaG9wLmV4YW1wbGUuY29tMCAXDTI0MDUwNjA3MDgwOVoYDzIwNTUw
    MTAyMDMwNDA1WjAqMQ0wCwYDVQQKDARTaG9wMRkwFwYDVQQDDBBzaG9wLmV4YW1w
    bGUuY29tMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEMkf+TqLLR0UBaPIa3un+
    +O7o1PATdh29YUnybXCATBi2zCNrzAzD1yNU6Z081325CaDrEv7V7beVNiAsUExT
    O6NYMFYwNQYDVR0RBC4wLIIQc2hvcC5leGFtcGxlLmNvbYISKi5zaG9wLmV4YW1w
    bGUuY29thwQKAAABMB0GA1UdDgQWBBSNd1crkhfL/mLgiTkyIYa7ZAS3QTAKBggq
    hkjOPQQDAgNJADBGAiEA0EAxdAG3XKTIPI+P5ZiuXI6uBBCj1aA2f6j9onif7WoC
    IQCL3hTIo32N3x4/0HWK3i9kjtbqSLPw4rT6hqsSHy7lRg==
    -----END CERTIFICATE-----
    """
}
