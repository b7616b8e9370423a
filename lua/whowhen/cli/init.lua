--- The command `whowhen`: a pager and batch program, a host like any other.
---
--- What a verb needs is loaded when it is asked for: a short text is shown in the time that a
--- process takes to start.
local arguments = require("whowhen.cli.arguments")
local input = require("whowhen.cli.input")
local terminal = require("whowhen.cli.terminal")
local visible = require("whowhen.visible")

local M = {}

local WINDOW = 2 ^ 16
local EPIPE = 32
-- From so many files on progress is said, where somebody waits for it.
local MANY = 100

local BEGIN = [[
whowhen marks who and when in news text.
  whowhen FILE              the text with marks
  whowhen --timeline FILE   its dates in order; --cast its persons, --check what to query
  ... | whowhen             the same of what another program writes
whowhen --help says more.
]]

---@class whowhen.cli.Run
---@field status integer The exit status.
---@field out file* Standard output, or the pager.
---@field on_terminal boolean
---@field options whowhen.cli.Options
---@field document_options whowhen.Options
---@field rules? whowhen.RuleSet
---@field whowhen? table The module, once it is loaded.
---@field colors table<string, string>
---@field write fun(text: string)
---@field flush fun()
---@field fault? { unwritable: string, code: integer } What could not be written meanwhile.
---@field complain fun(message: string)
---@field ends fun(fault: any): boolean Whether an error ends the run.

--- Whether an error ends the run, instead of being the trouble of one file: what could not be
--- written, which is a table, and an interrupt, which the interpreter turns into an error.
local function ends_run(fault)
  return type(fault) == "table" or tostring(fault):find("interrupted!", 1, true) ~= nil
end

--- Why a file could not be written, as an error that ends the run; nil when it could.
local function fault_of(ok, message, code)
  return not ok and { unwritable = message, code = code } or nil
end

--- Says something on standard error, in one harmless line.
local function say(run, message)
  run.fault = fault_of(io.stdout:flush()) or run.fault
  io.stderr:write("whowhen: ", visible.label(tostring(message)), "\n")
end

local function new_run()
  local run = { status = 0, out = io.stdout, ends = ends_run, on_terminal = false }
  function run.complain(message)
    say(run, message)
    run.status = 2
  end
  function run.write(text)
    local fault = fault_of(run.out:write(text))
    if fault then error(fault, 0) end
  end
  function run.flush()
    local fault = fault_of(run.out:flush())
    if fault then error(fault, 0) end
  end
  return run
end

--- Says how far the run has come, a line that is written over.
local function progress(run)
  local many = #run.options.files >= MANY and terminal.is_terminal(2)
    and not terminal.is_terminal(1)
  local second = os.time()
  return function(number)
    local now, last = os.time(), number == #run.options.files
    if not many or (now == second and not last) then return end
    second = now
    io.stderr:write(last and "\r\27[K" or ("\rwhowhen: file %d of %d"):format(
      number, #run.options.files
    ))
  end
end

--- Runs `work` over the files; a file that fails does not keep the others from being read.
local function each_file(run, how, work)
  local tell = progress(run)
  for number, name in ipairs(run.options.files) do
    local reading, message = input.open(name)
    if not reading then
      run.complain(message)
    else
      local ok, fault = pcall(function()
        input.start(reading, how, function(note) say(run, name .. ": " .. note) end)
        work(run, reading, number)
      end)
      input.close(reading)
      if not ok and ends_run(fault) then error(fault, 0) end
      if not ok then run.complain(name .. ": " .. tostring(fault)) end
    end
    tell(number)
  end
end

-- The verbs that are reports.
local REPORTS = { cast = "cast", timeline = "timeline", check = "findings", page = "page" }

--- Writes one report of all files; what --check finds is the status.
local function write_report(run, what)
  local options = run.options
  local report, verb = require("whowhen.report"), require("whowhen.cli.verb")
  local out, message = report.open(what, options.format or "text", run.write, options.kinds,
    run.rules)
  if not out then return run.complain(message) end
  run.report = out
  each_file(run, {}, verb.report)
  out:close()
  if what == "findings" and out.count > 0 then run.status = math.max(run.status, 1) end
end

--- The kinds that --count counts, in their order.
local function counted_kinds(run)
  local _, names = run.whowhen.kinds(run.options.kinds or "shown", run.rules and run.rules.own)
  local list = {}
  for _, kind in ipairs(run.rules and run.rules.kinds or run.whowhen.kind_names) do
    if names[kind] then table.insert(list, kind) end
  end
  return list
end

local function run_verb(run)
  local options = run.options
  if REPORTS[options.verb] then return write_report(run, REPORTS[options.verb]) end
  local verb = require("whowhen.cli.verb")
  run.counted, run.total = counted_kinds(run), {}
  if options.verb == "json" or options.verb == "batch" then
    local message
    run.cjson, message = require("whowhen.report.json").load()
    if not run.cjson then return run.complain(message) end
  end
  local batch = options.verb == "batch"
  local by_line = batch or options.lines
  each_file(run, { follow = by_line, singly = by_line, raw = batch }, verb[options.verb])
  if options.verb == "count" then verb.total(run) end
end

--- Loads the module, which plain text does without, and checks what names kinds and findings with
--- it; false and a complaint when something is wrong.
local function load_module(run)
  local ok, whowhen = pcall(require, "whowhen")
  if not ok then
    run.complain(whowhen)
    return false
  end
  run.whowhen = whowhen
  local kinds = run.options.kinds
  local bits, message = whowhen.kinds(kinds or "all", run.rules and run.rules.own)
  if not bits then run.complain("--kinds: " .. message) end
  if not bits then return false end
  local rules, findings = run.rules and run.rules.by_name, run.options.findings
  if not findings then return true end
  local chosen, unknown = require("whowhen.finding").choose(findings, rules)
  if not chosen then run.complain("--findings: " .. unknown) end
  return chosen ~= nil
end

--- Chooses where the text goes and whether it is marked, and shows the files.
local function show_text(run)
  run.on_terminal = terminal.is_terminal(1)
  local color = terminal.wants_color(run.options.color, run.on_terminal)
  -- Without the module there is still a text to be shown; without kinds nobody knows which marks.
  if (color or run.options.kinds) and not load_module(run) and run.whowhen then return end
  local show = require("whowhen.cli.show")
  local command = run.on_terminal and terminal.pager()
  run.out = command and io.popen(command, "w") or io.stdout
  run.out:setvbuf("full", WINDOW)
  local trouble
  run.colors, trouble = terminal.colors(os.getenv("WHOWHEN_COLORS"))
  if trouble then say(run, trouble) end
  local marked = color and run.whowhen
  local lines = run.options.lines
  local how = { follow = run.on_terminal or lines, singly = lines, as_is = not marked }
  each_file(run, how, function(_, reading, number)
    if marked and run.options.files[2] then show.separator(run, reading.name, number) end
    local shown = marked and show.marked or show.plain
    shown(run, reading)
  end)
  -- Closing the pager waits until the reader leaves it.
  if run.out ~= io.stdout then run.out:close() end
end

--- The rules that the command line names; what is wrong with them is said, and the rest works.
local function load_rules(run)
  if #run.options.rules == 0 then return nil end
  local set, messages = require("whowhen.rules").load(run.options.rules, { report = run.complain })
  for _, message in ipairs(messages) do run.complain(message) end
  return set
end

local VERBS = {}

function VERBS.help(run)
  run.write(require("whowhen.cli.help").text())
end

function VERBS.version(run)
  if load_module(run) then run.write("whowhen " .. run.whowhen.version .. "\n") end
end

VERBS["test-rules"] = function(run)
  if not load_module(run) then return end
  local sound = require("whowhen.rule.test").report(run.options.files, run.write)
  run.status = sound and 0 or 1
end

-- What puts findings out, of which one compares with the reader's day.
local HAS_FINDINGS = { batch = true, check = true, page = true }

local function start(run, argv)
  local options, message = arguments.parse(argv)
  if not options then
    run.complain(message)
    io.stderr:write("Try 'whowhen --help'.\n")
    return
  end
  run.options = options
  if VERBS[options.verb] then return VERBS[options.verb](run) end
  if options.no_file and terminal.is_terminal(0) then
    io.stderr:write(BEGIN)
    run.status = 2
    return
  end
  run.rules = load_rules(run)
  run.document_options = {
    -- A text comes in pieces: what is marked at the end of one would be marked again with the next.
    lazy = true,
    date = options.date,
    narrative = options.narrative,
    rules = run.rules,
    findings = options.findings,
    today = HAS_FINDINGS[options.verb] and (options.today or os.date("%Y-%m-%d")) or nil,
  }
  if options.verb == "text" then return show_text(run) end
  if load_module(run) then return run_verb(run) end
end

--- Serves an editor; the options stand unless the editor says otherwise.
function VERBS.lsp(run)
  local options = run.options
  local status, message = require("whowhen.host.lsp").serve({
    date = options.date,
    narrative = options.narrative,
    findings = options.findings,
    rules = options.rules[1] and options.rules or nil,
    kinds = options.kinds,
  })
  if message then run.complain(message) end
  run.status = status
end

--- Runs the command and returns its exit status.
---@param argv string[]
---@return integer
function M.main(argv)
  local run = new_run()
  local ok, fault = pcall(function()
    start(run, argv)
    local unwritten = fault_of(io.stdout:flush()) or run.fault
    if unwritten then error(unwritten, 0) end
  end)
  if ok then return run.status end
  if type(fault) ~= "table" then
    if ends_run(fault) then return 130 end
    run.complain(fault)
  elseif fault.code ~= EPIPE then
    run.complain("write error: " .. tostring(fault.unwritable))
  end
  -- A closed pipe is a reader who has seen enough: nothing is wrong.
  return run.status
end

return M
