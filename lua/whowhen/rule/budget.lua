--- How long rules may run and how much memory they may take: one budget for all that a question
--- sets off, since a rule's function may ask for what another rule's function gives.
---
--- Steps are the interpreter's; the functions that rules see charge theirs by the bytes they look
--- at, so that the same text has the same answer on every machine.  A clock ends only what neither
--- sees.
local M = {}

M.LIMITS = {
  -- A function that reads a mention and its neighbours takes some hundred steps.
  steps = 200000,
  -- All rules together, for one question of a host: what is in sight.
  question = 5000000,
  -- A file may build lists of thousands of names when it is read.
  load_steps = 20000000,
  memory = 16384, load_memory = 32768, -- KB more than before, garbage among them
  string = 65536, load_string = 1048576, -- bytes
  -- Seconds of the processor: steps alone take a tenth of them.
  time = 0.08, load_time = 5,
}

-- How many steps lie between two looks at the limits.  So few because a string that doubles in a
-- loop takes four steps each time.
local STRIDE = 10
-- How many looks lie between two at the clock, which is a call of the system.
local CLOCK_STRIDE = 16
-- How deep a function may make others run.  Each takes some levels of C's stack, of which Lua has
-- 200.
local DEPTH = 10

M.TOO_LONG, M.TOO_LARGE = "it ran for too long", "it needed too much memory"

-- What both Lua and LuaJIT say when the host has no more memory.
local NO_MEMORY = "not enough memory"

-- Some hosts have no debug library: there nothing ends a loop.
local debug = rawget(_G, "debug")
local sethook, gethook = debug and debug.sethook, debug and debug.gethook
local unpack = rawget(_G, "unpack") or rawget(table, "unpack")
local of_strings = getmetatable("")

-- What is left to those that run now; nobody runs when `depth` is 0.
local depth = 0
local given, looks, ceiling, deadline = 0, math.huge, math.huge, math.huge
local ticks = CLOCK_STRIDE
local longest = M.LIMITS.load_string
local spent -- Why the budget is at its end.
local question -- The steps that are left to the question, while there is one.

--- Ends what runs, which cannot catch it: from then on the hook is silent.
local function spend(message)
  spent = message
  looks, ceiling, deadline = math.huge, math.huge, math.huge
  error(message, 0)
end

local function look()
  looks = looks - 1
  if looks < 0 then spend(M.TOO_LONG) end
  if collectgarbage("count") > ceiling then spend(M.TOO_LARGE) end
  ticks = ticks - 1
  if ticks > 0 then return end
  ticks = CLOCK_STRIDE
  if os.clock() > deadline then spend(M.TOO_LONG) end
end

--- Takes steps from the budget for what the interpreter does not count.
---@param steps number
function M.charge(steps)
  looks = looks - steps / STRIDE
  if looks < 0 then spend(M.TOO_LONG) end
end

--- Refuses a string that would be too long.
---@param len number
---@param level? integer Whose fault it is, as error() counts; by default the caller's caller's.
function M.check_length(len, level)
  if len > longest then
    error(("a string would be longer than %d bytes"):format(longest), level or 3)
  end
end

--- Whether a hook is there that C has set: it cannot be set again from here, so it stays, and what
--- runs then has no end but what the functions charge.
local function is_foreign(hook)
  return type(hook) == "string"
end

--- Whether what runs now was started by what ran before: our hook says so, or where there is none,
--- the depth.
---@return boolean
function M.is_running()
  local hook = gethook and gethook()
  if not gethook or is_foreign(hook) then return depth > 0 end
  return hook == look
end

--- Whether what failed was ended from outside: an interrupt takes the hook away.
local function is_interrupted()
  local hook = gethook and gethook()
  return gethook and hook ~= look and not is_foreign(hook)
end

local function results_of(...)
  return { n = select("#", ...), ... }
end

--- What pcall gives, as a list with its length.
local function protected(fn, ...)
  return results_of(pcall(fn, ...))
end

--- Runs a function within the budget of those that run already.  When that is at its end, they end
--- too, and it is theirs to answer for.
local function run_nested(strings, fn, ...)
  if depth >= DEPTH then return { n = 2, false, "rules ask each other in a circle" } end
  local depth_before, index_before = depth, of_strings.__index
  depth, of_strings.__index = depth_before + 1, strings
  local results = protected(fn, ...)
  depth, of_strings.__index = depth_before, index_before
  local foreign = spent or results[2] == NO_MEMORY or is_interrupted()
  if not results[1] and foreign then error(results[2], 0) end
  return results
end

local function begin(strings, loading)
  local limits = M.LIMITS
  local steps = loading and limits.load_steps or limits.steps
  if question and not loading then steps = math.max(0, math.min(steps, question)) end
  looks = math.floor(steps / STRIDE)
  ceiling = collectgarbage("count") + (loading and limits.load_memory or limits.memory)
  deadline = os.clock() + (loading and limits.load_time or limits.time)
  longest = loading and limits.load_string or limits.string
  ticks, depth, spent = CLOCK_STRIDE, 1, nil
  given = looks
  of_strings.__index = strings
end

--- Begins to run, with our hook in the place of the host's: what pcall gives, and whether it failed
--- for a reason that is not its own.
local function enter(strings, loading, hooking, fn, ...)
  if hooking then sethook(look, "", STRIDE) end
  begin(strings, loading)
  local results = protected(fn, ...)
  return results, not results[1] and (results[2] == NO_MEMORY or is_interrupted())
end

--- Runs a function within limits; returns what pcall does, as a list with its length `n`.  What
--- ends it from outside, as an interrupt or the host's memory, is no fault of its own, and raised
--- again.
---@param strings table What ("x"):upper() finds its function in.
---@param loading boolean Whether a file is read, which may take longer.
---@param fn function
---@return { n: integer, [integer]: any }
function M.run(strings, loading, fn, ...)
  if M.is_running() then return run_nested(strings, fn, ...) end
  local index, hook, mask, count = of_strings.__index, nil, nil, nil
  if gethook then hook, mask, count = gethook() end
  local hooking = sethook and not is_foreign(hook)
  -- The host's hook is put aside first and comes back last: where it raises an error, nothing of
  -- ours is half done.  Nor where the host has no memory: after an error Lua may have given its
  -- stack away, so that not even a function can be called but the last one.
  local ok, results, foreign = pcall(enter, strings, loading, hooking, fn, ...)
  if question and depth > 0 then
    local left = (spent or looks < 0) and 0 or looks
    question = question - (given - left) * STRIDE
  end
  looks, ceiling, deadline = math.huge, math.huge, math.huge
  depth, spent = 0, nil
  of_strings.__index = index
  if hooking then sethook(hook, mask, count) end
  if not ok then error(results, 0) end
  if foreign then error(results[2], 0) end
  return results
end

local function asked(fn, ...)
  question = M.LIMITS.question
  return protected(fn, ...)
end

--- Answers a question of a host: all that rules run for it takes from one budget.
---@generic T
---@param fn fun(...): T
---@return T
function M.ask(fn, ...)
  if question then return fn(...) end
  local ok, results = pcall(asked, fn, ...)
  question = nil
  if not ok then error(results, 0) end
  if not results[1] then error(results[2], 0) end
  return unpack(results, 2, results.n)
end

return M
