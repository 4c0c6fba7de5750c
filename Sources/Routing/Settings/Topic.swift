/// What a setting decides; each can be said, or be lost, on its own.
package enum Topic: String, CaseIterable, Hashable, Sendable {
  // Hosts and paths.
  case alias
  case wwwRedirect
  case appRoot
  case pathPattern
  case redirect
  case relativeRedirects
  case redirectPort
  case secureRedirect
  case finalSlash
  case strictTransport
  case rewrite
  case forwardedPrefix
  case hostRewrite

  // Who gets in.
  case addresses
  case satisfy
  case credentials
  case externalAuth
  case authMethod
  case authSignIn
  case authAnswerHeaders
  case authQuestionHeaders
  case authQuestionAddress
  case authCookies
  case clientCertificate
  case certificateSubject
  case certificateHeaders
  case certificateErrorPage
  case requestRate
  case connections
  case exemptions
  case bodyLimit
  case firewall
  case userAgents
  case snippet
  case serverSnippet

  // What answers look like.
  case cors
  case responseHeaders
  case requestHeaders
  case errorPages
  case defaultBackend
  case mirror
  case mirrorHost
  case backendLocation
  case backendCookies

  // How backends are reached.
  case canary
  case balancing
  case hash
  case sessionCookie
  case sessionExpiry
  case sessionMode
  case canarySession
  case connectTimeout
  case idleTimeout
  case retries
  case backendProtocol
  case backendTLS

  // Listeners, logs and traces.
  case passthrough
  case proxyProtocol
  case clientAddress
  case ciphers
  case accessLog
}
