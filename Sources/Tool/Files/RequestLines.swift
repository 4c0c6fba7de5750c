#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

import Gatewright
import Reporting

/// Requests to trace, and what could not be understood as one.
struct RequestLines {
  /// A request, and the JSON it was written in.
  struct Request {
    var probe: RequestProbe
    var written: JSON?
  }

  private(set) var requests: [Request] = []
  private var client: String?
  /// One line for each line that is no request.
  private(set) var complaints: [String] = []

  /// No requests at all.
  init() {}

  init(_ probe: RequestProbe) {
    requests = [Request(probe: probe)]
  }

  /// Reads JSON Lines, each `{"request": {...}}`; `-` is standard input.
  ///
  /// - Parameters:
  ///   - file: the path.
  ///   - client: the address of clients where a request does not say it; nil for the usual one.
  init(file: String, from client: String? = nil) {
    self.client = client
    do throws(Unreadable) {
      let bytes = try file == "-" ? readAll(0) : readFile(file)
      let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      for (index, line) in lines.enumerated() where !line.allSatisfy({ $0 <= 0x20 }) {
        read(line, "\(file):\(index + 1)")
      }
      if requests.isEmpty, complaints.isEmpty {
        complaints = ["\(file): there is no request in it"]
      }
    } catch {
      complaints = ["\(file): \(error.reason)"]
    }
  }

  private mutating func read(_ line: ArraySlice<UInt8>, _ place: String) {
    guard let json = try? JSONDecoder().decode(JSON.self, from: Data(line)) else {
      return complaints.append("\(place): this line is not JSON")
    }
    guard let written = json["request"], case .object = written else {
      return complaints.append("\(place): there is no object \"request\"")
    }
    do throws(UnlikeRequest) {
      var probe = try RequestProbe(written, from: client)
      probe.repeats = max(1, try json.integer("repeat") ?? 1)
      requests.append(Request(probe: probe, written: written))
    } catch {
      complaints.append("\(place): \(error.message)")
    }
  }
}
