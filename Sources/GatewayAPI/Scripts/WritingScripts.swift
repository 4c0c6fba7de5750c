import YAMLText

extension EnvoyFilter {
  private static let luaType = typeOfFilters + "lua.v3.Lua"
  fileprivate static let luaTypeOfRoutes = typeOfFilters + "lua.v3.LuaPerRoute"

  /// The Lua filter without a script of its own.
  static var neutralLuaNode: Node {
    var fields = Fields()
    fields.put("@type", luaType)
    return fields.node
  }

  fileprivate static func isNeutralLua(_ config: Field) -> Bool {
    config.keys == ["@type"] && config["@type"].plain == luaType
  }
}

extension Field {
  /// Whether it is the Lua filter without a script of its own.
  var isNeutralLua: Bool { EnvoyFilter.isNeutralLua(self) }
}

extension LuaScript {
  /// Reads what a route has for the filter; nil where it is not the script of any values.
  init?(_ config: Field) {
    guard config.keys.sorted() == ["@type", "source_code"],
      config["@type"].plain == EnvoyFilter.luaTypeOfRoutes,
      config["source_code"].keys == ["inline_string"],
      let source = config["source_code"]["inline_string"].plain
    else { return nil }
    self.init(source: source)
  }

  /// What a route has for the filter.
  var node: Node {
    var code = Fields()
    code.put("inline_string", source)
    var fields = Fields()
    fields.put("@type", EnvoyFilter.luaTypeOfRoutes)
    fields.put("source_code", code.node)
    return fields.node
  }
}
