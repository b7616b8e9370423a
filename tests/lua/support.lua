--- What the Lua tests share: counting checks, and saying which one failed.
local M = {}

local checks, failures = 0, 0
local ABI = os.getenv("ABI") or "lua"

--- Notes a check; when it failed, says so.
function M.check(label, ok, detail)
  checks = checks + 1
  if ok then return true end
  failures = failures + 1
  io.write(("not ok - %s%s\n"):format(label, detail and ": " .. detail or ""))
  return false
end

function M.equal(label, got, want)
  return M.check(label, got == want, ("got %q, want %q"):format(tostring(got), tostring(want)))
end

--- Checks that a call fails and that its message holds `part`.
function M.fails(label, part, fn, ...)
  local ok, message = pcall(fn, ...)
  message = tostring(message)
  return M.check(label, not ok and message:find(part, 1, true), ok and "no error" or message)
end

--- Prints the totals and ends the program.
function M.finish()
  print(("%s %s: %d checks, %d failures"):format(ABI, arg[0], checks, failures))
  os.exit(failures == 0 and 0 or 1)
end

M.ABI = ABI
M.BUILD = os.getenv("B") or "build"

return M
