-- Lua 5.1 to 5.4 and LuaJIT run the same files; the command is Lua 5.4's alone.
std = "min"
max_line_length = 100
files["lua/whowhen/cli.lua"] = { std = "lua54" }
files["lua/whowhen/meta.lua"] = { ignore = { "211", "212" } }
-- Only an adapter knows its host.
files["lua/whowhen/host/nvim*.lua"] = { std = "luajit", globals = { "vim" } }
files["lua/whowhen/host/mle.lua"] = { std = "lua54", globals = { "mle" } }
files["lua/whowhen/host/vis.lua"] = { globals = { "vis" } }
files["lua/whowhen/health.lua"] = { std = "luajit", globals = { "vim" } }
files["plugin/whowhen.lua"] = { std = "luajit", globals = { "vim" } }
files["tests/host"] = { std = "lua54" }
files["tests/host/nvim_random.lua"] = { std = "luajit", globals = { "vim" } }
