--- The command `whowhen`: a pager and batch program, a host like any other.
local arguments = require("whowhen.cli.arguments")
local batch = require("whowhen.cli.batch")
local json = require("whowhen.report.json")
local report = require("whowhen.report")
local visible = require("whowhen.visible")

local M = {}

local CHUNK = 2 ^ 20
local WINDOW = 2 ^ 16
local BOM = "\239\187\191"
local EPIPE = 32

-- Underlined, so that colour is never the only sign; the points of the calendar in colour too.
-- Magenta is the basic colour that is legible on white and on black in the usual palettes.
local STYLES = { date = "4;35", time = "4;35", duration = "4", set = "4" }
local NAME_STYLE = "1"
-- What a rule may want: the names of highlights that most editors know too.
local RULE_STYLES = { comment = "2", emphasis = "3", error = "1;31", keyword = "1", number = "35",
  string = "32", strong = "1", type = "36", underlined = "4", warning = "33" }

--- Says on standard error what is wrong, in one harmless line.
local function complain(run, message)
  io.stdout:flush()
  io.stderr:write("whowhen: ", visible.label(tostring(message)), "\n")
  run.status = 2
end

--- Whether an error ends the run, instead of being the trouble of one file: what could not be
--- written, which is a table, and an interrupt, which the interpreter turns into an error.
local function ends_run(fault)
  return type(fault) == "table" or tostring(fault):find("interrupted!", 1, true) ~= nil
end

--- Writes to standard output or the pager.
local function writer(out)
  return function(text)
    local ok, message, code = out:write(text)
    if not ok then error({ unwritable = message, code = code }, 0) end
  end
end

--- Whether standard output is a terminal.  Lua must ask the shell, which costs a process, unless
--- there is no terminal at all, as in a service or a cron job.
local function is_terminal()
  local terminal = io.open("/dev/tty")
  if not terminal then return false end
  terminal:close()
  local ok = os.execute("[ -t 1 ]")
  return ok == true
end

--- The pager as a command, or nil for none.  The text ends up on the terminal even when the pager
--- cannot be started.  LESSOPEN is for files: in a pager that reads us it would run us again.
local function pager()
  local command = os.getenv("PAGER")
  local term = os.getenv("TERM") or "dumb"
  if command == "" or command == "cat" or term == "dumb" then return nil end
  local setup = 'LESS="${LESS-FRX}"; LV="${LV--c}"; export LESS LV; unset LESSOPEN; '
  local start = command and 'eval "$PAGER"' or "command -v less >/dev/null || exec cat; less"
  return setup .. start .. "; case $? in 126|127) exec cat;; esac"
end

local function wants_color(options, terminal)
  if options.color ~= "auto" then return options.color == "always" end
  local no_color = os.getenv("NO_COLOR") or ""
  return terminal and no_color == "" and (os.getenv("TERM") or "dumb") ~= "dumb"
end

--- Opens a file, "-" for standard input; nil and a message on failure.
local function open(name)
  if name == "-" then return io.stdin end
  return io.open(name, "rb")
end

local function close(handle)
  if handle ~= io.stdin then handle:close() end
end

--- The next piece of a file, nil at its end.  It stays in `reading.piece` until somebody has it.
local function next_piece(reading)
  if not reading.piece then
    local message
    reading.piece, message = reading.handle:read(CHUNK)
    if message then error(message, 0) end
  end
  return reading.piece
end

--- Reads past a byte order mark, which is no part of what is shown.
local function skip_mark(reading)
  local start = reading.handle:read(#BOM)
  if start ~= BOM then reading.piece = start end
end

--- Appends what is left of a file to a document, in pieces, so that a large file never becomes a
--- Lua string.  `after`, if given, is called after each.
local function append(document, reading, after)
  for piece in next_piece, reading do
    local len = document:len()
    document:edit(len + 1, len, piece)
    reading.piece = nil
    if after then after() end
  end
end

--- Shows the rest of a file as it is, but harmless.
local function show_rest(reading, write)
  local kept = ""
  for piece in next_piece, reading do
    kept, reading.piece = kept .. piece, nil
    local whole = visible.whole(kept)
    write(visible.text(kept:sub(1, whole)))
    kept = kept:sub(whole + 1)
  end
  write(visible.text(kept))
end

local function marked(text, style)
  local on, off = "\27[" .. style .. "m", "\27[m"
  -- less and some terminals end a mark with its line: begin it again after the indentation.
  return on .. text:gsub("[ \t]*\n[ \t]*", off .. "%0" .. on) .. off
end

--- The look of each kind of a document by its number.
local function looks(document)
  local styles, wanted = {}, document.rules and document.rules.styles or {}
  for number, kind in ipairs(document.kinds) do
    styles[number] = RULE_STYLES[(wanted[kind] or ""):lower()] or STYLES[kind] or NAME_STYLE
  end
  return styles
end

--- Writes a document with its marks; `reading.shown` is the last byte that has been written.
local function paint(document, kinds, reading, write)
  local styles, spans, len = looks(document), {}, document:len()
  while reading.shown < len do
    local last = visible.window(document, reading.shown + 1, len)
    document:spans(reading.shown + 1, last, spans, kinds)
    for i = 1, #spans, 3 do
      local from, to, style = spans[i], spans[i + 1], styles[spans[i + 2]]
      local before = visible.text(document:text(reading.shown + 1, from - 1))
      write(before .. marked(visible.text(document:text(from, to)), style))
      reading.shown = to
    end
    if reading.shown < last then
      write(visible.text(document:text(reading.shown + 1, last)))
      reading.shown = last
    end
  end
end

--- Shows a file with marks.  When that fails, the error is raised after the text has been shown
--- without them: a reader who asked for a text gets it.
local function show_marked(run, reading, write)
  local document
  local ok, fault = pcall(function()
    skip_mark(reading)
    document = assert(run.whowhen.document("", run.document_options))
    append(document, reading)
    paint(document, run.options.kinds or "shown", reading, write)
  end)
  if not ok and not ends_run(fault) then
    if document and document:len() > reading.shown then
      write(visible.text(document:text(reading.shown + 1)))
    end
    show_rest(reading, write)
  end
  if document then document:close() end
  if not ok then error(fault, 0) end
end

local function show_plain(_, reading, write)
  skip_mark(reading)
  show_rest(reading, write)
end

--- Makes an empty document for as long as `work` needs it.
local function with_document(run, work)
  local document = assert(run.whowhen.document("", run.document_options))
  local ok, fault = pcall(work, document)
  document:close()
  if not ok then error(fault, 0) end
end

local function count_row(run, counts, name)
  local row = {}
  for _, kind in ipairs(run.counted) do
    table.insert(row, ("%7d %s"):format(counts[kind] or 0, kind))
  end
  return table.concat(row, " ") .. (name and "  " .. visible.label(name) or "") .. "\n"
end

local function add_counts(sum, counts)
  for kind, n in pairs(counts) do sum[kind] = (sum[kind] or 0) + n end
end

--- Counts while it reads: what is final is counted and dropped, so that the length of a file does
--- not matter.
local function count(run, reading, write)
  local counts = {}
  with_document(run, function(document)
    append(document, reading, function()
      local settled = document:settled()
      add_counts(counts, document:count(settled))
      document:edit(1, settled, "")
    end)
    add_counts(counts, document:count())
  end)
  add_counts(run.total, counts)
  write(count_row(run, counts, not run.unnamed and reading.name or nil))
end

local function mentions(run, reading, write)
  with_document(run, function(document)
    append(document, reading)
    json.mentions(document, reading.name, run.options.kinds, write)
  end)
end

local function add_to_report(run, reading)
  with_document(run, function(document)
    append(document, reading)
    run.report:add(document, reading.name)
  end)
end

local function answer_all(run, reading, write)
  local number = 0
  while true do
    local line, message = reading.handle:read("L")
    if not line then
      if message then error(message, 0) end
      return
    end
    number = number + 1
    if number == 1 then line = line:gsub("^" .. BOM, "") end
    if line:find("%S") then
      local ok, result = pcall(batch.answer, run, line)
      if ok then
        write(result)
        -- A program that asks a line at a time waits for the answer.
        run.out:flush()
      elseif ends_run(result) then
        error(result, 0)
      else
        complain(run, ("%s:%d: %s"):format(reading.name, number, tostring(result)))
      end
    end
  end
end

--- The byte at a line and column; nil and a message when there is none.
local function place(document, line, column)
  local text, first = document:text(), 1
  for _ = 2, line do
    local newline = text:find("\n", first, true)
    if not newline then return nil, ("there is no line %.0f"):format(line) end
    first = newline + 1
  end
  local after = text:find("\n", first, true) or #text + 1
  if first + column > after then
    return nil, ("line %d has %d bytes"):format(line, after - first)
  end
  return first + column - 1
end

local function explain(run, reading, write)
  with_document(run, function(document)
    append(document, reading)
    local pos, message = place(document, run.options.line, run.options.column)
    if not pos then error(message, 0) end
    write(table.concat(document:explain(pos), "\n") .. "\n")
  end)
end

local VERBS = { batch = answer_all, count = count, explain = explain, json = mentions }

-- The verbs that are reports.
local REPORTS = { cast = "cast", timeline = "timeline", check = "findings", page = "page" }

--- Runs `verb` over the files; a file that fails does not keep the others from being read.
local function each_file(run, verb, write)
  for _, name in ipairs(run.options.files) do
    local handle, message = open(name)
    if not handle then
      -- The message of io.open begins with the name.
      complain(run, message)
    else
      local reading = { handle = handle, name = name, shown = 0 }
      local ok, fault = pcall(verb, run, reading, write)
      close(handle)
      if not ok and ends_run(fault) then error(fault, 0) end
      if not ok then complain(run, name .. ": " .. tostring(fault)) end
    end
  end
end

--- Writes one report of all files; what --check finds is the status.
local function write_report(run, what)
  local options = run.options
  local out, message =
    report.open(what, options.format or "text", writer(run.out), options.kinds, run.rules)
  if not out then return complain(run, message) end
  run.report = out
  each_file(run, add_to_report)
  out:close()
  if what == "findings" and out.count > 0 then run.status = math.max(run.status, 1) end
end

local function run_verb(run)
  local options = run.options
  local what = REPORTS[options.verb]
  if what then return write_report(run, what) end
  run.counted, run.total = {}, {}
  local _, names = run.whowhen.kinds(options.kinds or "shown", run.rules and run.rules.own)
  local kinds = run.rules and run.rules.kinds or run.whowhen.kind_names
  for _, kind in ipairs(kinds) do
    if names[kind] then table.insert(run.counted, kind) end
  end
  run.unnamed = #options.files == 1 and options.files[1] == "-"
  if options.verb == "json" or options.verb == "batch" then
    local message
    run.cjson, message = json.load()
    if not run.cjson then return complain(run, message) end
  end
  local write = writer(run.out)
  each_file(run, VERBS[options.verb], write)
  if options.verb == "count" and #options.files > 1 then
    write(count_row(run, run.total, "total"))
  end
end

--- Loads the module, which plain text does without, and checks --kinds with it; false and a
--- complaint when either is wrong.
local function load_module(run)
  local ok, whowhen = pcall(require, "whowhen")
  if not ok then
    complain(run, whowhen)
    return false
  end
  run.whowhen = whowhen
  local kinds = run.options.kinds
  local bits, message = whowhen.kinds(kinds or "all", run.rules and run.rules.own)
  if not bits then complain(run, "--kinds: " .. message) end
  local rules = run.rules and run.rules.by_name
  local chosen, unknown = require("whowhen.finding").choose(run.options.findings, rules)
  if not chosen then complain(run, "--findings: " .. unknown) end
  return bits and chosen and true or false
end

--- Chooses where the text goes and whether it is marked, and shows the files.
local function show_text(run)
  local terminal = is_terminal()
  local color = wants_color(run.options, terminal)
  -- Without the module there is still a text to be shown; without kinds nobody knows which marks.
  if (color or run.options.kinds) and not load_module(run) and run.whowhen then return end
  local command = terminal and pager()
  run.out = command and io.popen(command, "w") or io.stdout
  run.out:setvbuf("full", WINDOW)
  each_file(run, color and run.whowhen and show_marked or show_plain, writer(run.out))
  -- Closing the pager waits until the reader leaves it.
  if run.out ~= io.stdout then run.out:close() end
end

--- The rules that the command line names; what is wrong with them is said, and the rest works.
local function load_rules(run)
  if #run.options.rules == 0 then return nil end
  local function say(message) complain(run, message) end
  local set, messages = require("whowhen.rules").load(run.options.rules, { report = say })
  for _, message in ipairs(messages) do say(message) end
  return set
end

--- Serves an editor; the options stand unless the editor says otherwise.
local function serve(run)
  local options = run.options
  local status, message = require("whowhen.host.lsp").serve({
    date = options.date,
    narrative = options.narrative,
    findings = options.findings,
    rules = options.rules[1] and options.rules or nil,
    kinds = options.kinds,
  })
  if message then complain(run, message) end
  run.status = status
end

local function start(run, argv)
  local options, message = arguments.parse(argv)
  if not options then
    complain(run, message)
    io.stderr:write("Try 'whowhen --help'.\n")
    return
  end
  run.options = options
  if options.verb == "help" then return writer(run.out)(require("whowhen.cli.help").text()) end
  if options.verb == "lsp" then return serve(run) end
  run.rules = load_rules(run)
  run.document_options = {
    date = options.date,
    narrative = options.narrative,
    rules = run.rules,
    findings = options.findings,
    today = options.today or os.date("%Y-%m-%d"),
  }
  if options.verb == "text" then return show_text(run) end
  if not load_module(run) then return end
  if options.verb == "version" then
    return writer(run.out)("whowhen " .. run.whowhen.version .. "\n")
  end
  if options.verb == "test-rules" then
    local sound = require("whowhen.rule.test").report(options.files, writer(run.out))
    run.status = sound and 0 or 1
    return
  end
  return run_verb(run)
end

--- Runs the command and returns its exit status.
---@param argv string[]
---@return integer
function M.main(argv)
  local run = { status = 0, out = io.stdout }
  local ok, fault = pcall(function()
    start(run, argv)
    local flushed, message, code = io.stdout:flush()
    if not flushed then error({ unwritable = message, code = code }, 0) end
  end)
  if ok then return run.status end
  if type(fault) ~= "table" then
    if ends_run(fault) then return 130 end
    complain(run, fault)
  elseif fault.code ~= EPIPE then
    complain(run, "write error: " .. tostring(fault.unwritable))
  end
  -- A closed pipe is a reader who has seen enough: nothing is wrong.
  return run.status
end

return M
