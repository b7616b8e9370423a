--- :checkhealth whowhen
local M = {}

-- Neovim 0.7 to 0.9 have other names.
local health = vim.health or require("health")
local start = health.start or health.report_start
local ok = health.ok or health.report_ok
local warn = health.warn or health.report_warn
local fail = health.error or health.report_error

function M.check()
  start("whowhen")
  local host = require("whowhen.host.nvim")
  host.start()
  local loaded, problem = host.load()
  if not loaded then
    return fail(tostring(problem), {
      "Run `make` in the plugin's folder (with a plugin manager: build = \"make\").",
      "LuaJIT's headers are needed: libluajit-5.1-dev on Debian, luajit-devel on Fedora.",
    })
  end
  ok(("whowhen_core %s is loaded into %s"):format(require("whowhen").version, jit.version))
  local document = require("whowhen").document("on 2024-07-14")
  if document:count().date == 1 then ok("it finds dates") else fail("it finds nothing") end
  document:close()
  local broken = host.broken()
  if broken then
    warn("it is off after a fault: " .. broken, { ":WhoWhen reload starts it again." })
  end
end

return M
