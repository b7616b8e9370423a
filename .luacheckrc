-- Lua 5.1 to 5.4 and LuaJIT run the same files; the command is Lua 5.4's alone.
std = "min"
max_line_length = 100
files["lua/whowhen/cli/*.lua"] = { std = "lua54" }
files["lua/whowhen/meta.lua"] = { ignore = { "211", "212" } }
-- It asks whether Lua has them.
files["lua/whowhen/visible.lua"] = { read_globals = { "utf8" } }
-- Only an adapter knows its host.
files["lua/whowhen/host/nvim*.lua"] = { std = "luajit", globals = { "vim" } }
files["lua/whowhen/host/litexl*.lua"] = {
  std = "lua54",
  read_globals = { "renderer", "SCALE" },
}
files["lua/whowhen/host/mle*.lua"] = { std = "lua54", globals = { "mle" } }
files["lua/whowhen/host/scite.lua"] = {
  std = "lua53",
  globals = { "WhoWhen", "editor" },
  read_globals = { "props", "scite" },
}
files["lua/whowhen/host/textadept.lua"] = {
  std = "lua54",
  globals = { "ui", "keys", "view", "buffer" },
  read_globals = { "events", "CURSES" },
}
files["lua/whowhen/host/pandoc.lua"] = {
  std = "lua53",
  globals = { "Pandoc" },
  read_globals = { "pandoc", "PANDOC_SCRIPT_FILE" },
}
files["lua/whowhen/host/elinks.lua"] = { globals = { "pre_format_html_hook" } }
files["lua/whowhen/host/vis*.lua"] = { globals = { "vis" } }
files["lua/whowhen/health.lua"] = { std = "luajit", globals = { "vim" } }
files["plugin/whowhen.lua"] = { std = "luajit", globals = { "vim" } }
files["doc"] = { std = "lua54" }
files["tests/host"] = { std = "lua54" }
files["tests/host/hidden.lua"] = { std = "lua54", read_globals = { "open" } }
files["tests/host/nvim_checks.lua"] = { std = "luajit", globals = { "vim" } }
files["tests/host/failing.lua"] = { std = "lua54", read_globals = { "fail", "relent" } }
files["tests/host/nvim_random.lua"] = { std = "luajit", globals = { "vim" } }
files["tests/host/lsp_nvim.lua"] = { std = "luajit", globals = { "vim" } }
files["tests/host/test_textadept.lua"] = {
  std = "lua54",
  globals = { "events", "CURSES", "keys", "ui", "view", "buffer" },
  ignore = { "212", "431", "432" },
}
files["tests/host/test_litexl.lua"] = {
  std = "lua54",
  globals = { "renderer" },
  ignore = { "212" },
}
