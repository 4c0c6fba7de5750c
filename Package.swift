// swift-tools-version: 6.2
import PackageDescription

/// Sources live on floors: a target imports only from the floors below it (docs/architecture.md).
let package = Package(
  name: "gatewright",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "gatewright", targets: ["Tool"]),
    .library(name: "Gatewright", targets: ["Evidence", "Gatewright", "Reporting"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-certificates", from: "1.21.1"),
    .package(url: "https://github.com/apple/swift-asn1", from: "1.7.4"),
    .package(url: "https://github.com/apple/swift-crypto.git", from: "4.5.2"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
    .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
  ],
  targets: [
    // ground: C libraries and the words everyone speaks
    .systemLibrary(
      name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
    .systemLibrary(
      name: "CPCRE2", pkgConfig: "libpcre2-8",
      providers: [.apt(["libpcre2-dev"]), .brew(["pcre2"])]),
    .target(name: "Evidence"),
    // floor 1: text
    .target(name: "YAMLText", dependencies: ["CYAML", "Evidence"]),
    .target(name: "Patterns", dependencies: ["CPCRE2"]),
    .target(name: "Automata"),
    .target(
      name: "Certificates",
      dependencies: [
        .product(name: "X509", package: "swift-certificates"),
        .product(name: "SwiftASN1", package: "swift-asn1"),
      ]),
    .target(
      name: "Passwords", dependencies: [.product(name: "Crypto", package: "swift-crypto")]),
    // floor 2: objects as written, and what they mean
    .target(name: "Kubernetes", dependencies: ["Certificates", "Evidence", "YAMLText"]),
    .target(name: "GatewayAPI", dependencies: ["Evidence", "Kubernetes", "YAMLText"]),
    .target(name: "Routing", dependencies: ["Evidence"]),
    // floor 3: the dialects, side by side
    .target(
      name: "IngressNGINX",
      dependencies: ["Certificates", "Evidence", "Kubernetes", "Patterns", "Routing"]),
    .target(
      name: "GatewayReader",
      dependencies: ["Evidence", "GatewayAPI", "Kubernetes", "Patterns", "Routing", "YAMLText"]),
    .target(
      name: "GatewayWriter",
      dependencies: [
        "Evidence", "GatewayAPI", "Kubernetes", "Passwords", "Patterns", "Routing", "YAMLText",
      ]),
    .target(name: "Tracing", dependencies: ["Evidence", "Passwords", "Patterns", "Routing"]),
    // floor 4: two meanings, compared
    .target(
      name: "Verification",
      dependencies: ["Automata", "Evidence", "Passwords", "Routing", "Tracing"]),
    // floor 5: the one public door
    .target(
      name: "Gatewright",
      dependencies: [
        "Evidence", "GatewayAPI", "GatewayReader", "GatewayWriter", "IngressNGINX", "Kubernetes",
        "Routing", "Tracing", "Verification", "YAMLText",
      ]),
    // floor 6: reports
    .target(name: "Reporting", dependencies: ["Evidence", "Gatewright"]),
    // floor 7: arguments, files, exit code
    .executableTarget(
      name: "Tool",
      dependencies: [
        "Evidence", "Gatewright", "Reporting",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    // tests, one target per source target
    .testTarget(name: "HouseTests", dependencies: ["Evidence", "Gatewright", "Reporting"]),
    .testTarget(name: "LibraryTests", dependencies: ["Evidence", "Gatewright", "Reporting"]),
    .target(
      name: "RecordedAnswers", dependencies: ["Routing"], path: "Tests/RecordedAnswers"),
    .target(
      name: "Running",
      dependencies: [
        .product(name: "Subprocess", package: "swift-subprocess"),
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      path: "Tests/Running"),
    .testTarget(name: "YAMLTextTests", dependencies: ["Evidence", "YAMLText"]),
    .testTarget(name: "PasswordsTests", dependencies: ["Passwords"]),
    .testTarget(name: "PatternsTests", dependencies: ["Patterns"]),
    .testTarget(name: "AutomataTests", dependencies: ["Automata", "Patterns"]),
    .testTarget(
      name: "KubernetesTests", dependencies: ["Certificates", "Evidence", "Kubernetes", "YAMLText"]),
    .testTarget(
      name: "GatewayAPITests", dependencies: ["Evidence", "GatewayAPI", "Kubernetes", "YAMLText"]),
    .testTarget(name: "TracingTests", dependencies: ["Evidence", "Routing", "Tracing"]),
    .testTarget(
      name: "IngressNGINXTests",
      dependencies: [
        "Certificates", "Evidence", "IngressNGINX", "Kubernetes", "RecordedAnswers", "Routing",
        "Tracing", "YAMLText",
      ]),
    .testTarget(
      name: "VerificationTests",
      dependencies: [
        "Automata", "Evidence", "GatewayReader", "Kubernetes", "Routing", "Tracing", "Verification",
      ]),
    .testTarget(
      name: "DifferenceTests",
      dependencies: ["Evidence", "Gatewright", "RecordedAnswers", "Routing", "YAMLText"]),
    .testTarget(
      name: "GatewayWriterTests",
      dependencies: ["Evidence", "GatewayAPI", "GatewayWriter", "Routing", "YAMLText"]),
    .testTarget(
      name: "GatewayReaderTests",
      dependencies: [
        "Evidence", "GatewayAPI", "GatewayReader", "Kubernetes", "RecordedAnswers", "Routing",
        "Tracing", "YAMLText",
      ]),
    .testTarget(
      name: "AcceptanceTests",
      dependencies: [
        "Evidence", "Gatewright", "RecordedAnswers", "Reporting", "Running", "Tool", "YAMLText",
      ],
      exclude: ["Validation"]),
    .testTarget(
      name: "GatewrightTests",
      dependencies: ["Evidence", "Gatewright", "IngressNGINX", "Kubernetes"]),
    .testTarget(
      name: "IntegrationTests",
      dependencies: [
        "GatewayWriter", "IngressNGINX", "Kubernetes", "Patterns", "RecordedAnswers", "Routing",
        "Running", "Tool", "YAMLText",
      ],
      exclude: ["Envoy", "Proxies", "RE2"]),
    .testTarget(name: "ReportingTests", dependencies: ["Evidence", "Gatewright", "Reporting"]),
    .testTarget(name: "ToolTests", dependencies: ["Running", "Tool"]),
  ]
)

for target in package.targets where target.type != .system {
  target.swiftSettings = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("ImmutableWeakCaptures"),
    .enableUpcomingFeature("InferIsolatedConformances"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
  ]
}
