--- The arguments of the command `whowhen`: what they are, and reading them.
local nearest = require("whowhen.nearest")
local values = require("whowhen.value")

local M = {}

M.HELP = [[
Usage: whowhen [OPTION]... [FILE]...
Mark who and when in news text.  With no FILE, or when FILE is -, read standard
input.  Dates are resolved against each article's own date, never the clock.

What to put out (the text with marks, unless one of these is given):
  --json             a line of JSON for each mention: file, article, start, end
                     (bytes from 0, half open), line, column (bytes from 1), kind,
                     text, and value or entity (whom a name names)
  --batch            read lines of JSON {"id", "text", "dct"}, write lines of JSON
                     {"id", "dct", "spans", "findings"}; "dct" is the date of the
                     article and may be missing
  --count            how many mentions of each kind: a line for each file
  --cast             the persons of each article, or those of --kinds, with all mentions
  --timeline         the dated mentions of each article in the order of their values
  --check            what a copy editor would query, as file:line:column: id: message
  --explain=LINE:COLUMN
                     why the text there is marked, or why not: what found it and what
                     gave way to it; a column is a byte, from 1
  --format=FORMAT    --cast, --timeline or --check as text (the default), json (a line
                     a row), csv, md (Markdown), org (Emacs) or html; --timeline also as
                     ics (iCalendar).  html alone is a page: the text with marks, and
                     cast, timeline and findings beside it.
  --test-rules       run the examples beside the rules in FILE, or in a pack that comes
                     with whowhen: ap, courts, markets
  --help, --version

How to read:
  --date=YYYY-MM-DD  the reference date of every article, instead of the one found
                     in its header or first lines
  --narrative        history: a date relates to the dates told before it
  --rules=FILE       with the rules in FILE, or in a pack that comes with whowhen: ap,
                     courts, markets; may be given more than once
  --findings=LIST    findings besides the usual ones, and those with "-" before them not:
                     as in second-reference,-name-spelling; all; none.  Unless asked for
                     there is no second-reference, interval-mismatch, age-mismatch and
                     stale-relative ("yesterday" in an article that is a week old)
  --today=YYYY-MM-DD the reader's day, for stale-relative; else the computer's
  --kinds=LIST       only these kinds, as in --kinds=date,time: date, time, duration,
                     set, person, org, place, misc; vague ("now", "recently"), which
                     belong to no other kind; or the groups when, who, shown, all.
                     --json and --batch put out all; marks and counts leave out vague.

How to show:
  --color=WHEN       auto (the default): colour on a terminal, unless NO_COLOR is set
                     or TERM is "dumb"; always; never

The marked text goes through $PAGER (less, when it is unset) when standard output is
a terminal, and is plain when it is not, unless --color=always says otherwise.
Control characters of the text are always made visible, never put out: an escape
becomes U+241B, a mark that turns the direction of writing <U+202E>, a byte that is
no UTF-8 <9B>.

With less:  export LESS=-R LESSOPEN='|whowhen --color=always %s'

Exit status: 0; 1 when --check found something or --test-rules failed; 2 when a file
could not be read, a line of JSON was bad, an option was wrong or something failed: the
text is shown all the same, and other files are read.
]]

---@alias whowhen.cli.Verb "text"|"json"|"batch"|"count"|"help"|"version"
---| "test-rules" | "explain"
---| "cast"|"timeline"|"check"|"page" The reports.

---@class whowhen.cli.Options
---@field verb whowhen.cli.Verb
---@field format? whowhen.report.Format
---@field color "auto"|"always"|"never"
---@field date? string
---@field narrative? boolean
---@field kinds? string
---@field findings? string
---@field today? string
---@field rules string[] Files and packs.
---@field line? integer What --explain is asked about …
---@field column? integer
---@field files string[]

-- What follows an option: "=" a value, "?" perhaps one, "" none.
local OPTIONS = {
  ["--batch"] = "",
  ["--cast"] = "",
  ["--check"] = "",
  ["--color"] = "?",
  ["--count"] = "",
  ["--date"] = "=",
  ["--explain"] = "=",
  ["--findings"] = "=",
  ["--format"] = "=",
  ["--help"] = "",
  ["--json"] = "",
  ["--kinds"] = "=",
  ["--narrative"] = "",
  ["--rules"] = "=",
  ["--test-rules"] = "",
  ["--timeline"] = "",
  ["--today"] = "=",
  ["--version"] = "",
}

-- How many letters an option may differ from the one that was meant.
local FARTHEST = 3

-- The verbs that --format is for.
local REPORTS = { cast = true, timeline = true, check = true }

--- What is wrong with an option that is none; it says which was meant when one is near.
local function unknown_option(name)
  -- The beginning of an option is near: "--time", "-t".
  local begun = "--" .. name:gsub("^%-+", "")
  local near = {}
  for option in pairs(OPTIONS) do
    if begun ~= "--" and option:sub(1, #begun) == begun then near[option] = true end
  end
  local meant, distance = nearest.name(begun, next(near) and near or OPTIONS)
  local message = ("unknown option %s"):format(name)
  if not next(near) and distance > FARTHEST then return message end
  return ("%s: did you mean %s?"):format(message, meant)
end

local function set_option(options, name, value)
  local key = name:sub(3)
  if key == "narrative" then
    options.narrative = true
  elseif key == "rules" then
    table.insert(options.rules, value)
  elseif key == "date" or key == "today" then
    if not values.day(value) then
      return ('--%s: "%s" is not a date of the form YYYY-MM-DD'):format(key, value)
    end
    options[key] = value
  elseif key == "color" then
    value = value or "always"
    if value ~= "auto" and value ~= "always" and value ~= "never" then
      return ('--color: "%s" is not one of auto, always, never'):format(value)
    end
    options.color = value
  elseif key == "kinds" or key == "format" or key == "findings" then
    options[key] = value
  elseif key == "explain" and not value:find("^[1-9]%d*:[1-9]%d*$") then
    return ('--explain: "%s" is not LINE:COLUMN, as in 3:14'):format(value)
  elseif options.verb ~= "text" and options.verb ~= key then
    return ("--%s and --%s exclude each other"):format(options.verb, key)
  else
    options.verb = key
    if key == "explain" then
      options.line, options.column = value:match("(%d+):(%d+)")
      options.line, options.column = tonumber(options.line), tonumber(options.column)
    end
  end
end

--- Settles what --format is the format of; a message when it has none.
local function settle_format(options)
  local format = options.format
  if not format or REPORTS[options.verb] or options.verb == "help" then return nil end
  if options.verb ~= "text" then
    return ("--%s and --format exclude each other"):format(options.verb)
  end
  if format == "html" then
    options.verb = "page"
  elseif format ~= "text" then
    return ("--format=%s needs --cast, --timeline or --check"):format(format)
  end
end

--- Reads the arguments; nil and a message when one is wrong.
---@param argv string[]
---@return whowhen.cli.Options?
---@return string? message
function M.parse(argv)
  local options = { verb = "text", color = "auto", files = {}, rules = {} }
  local i, only_files = 1, false
  while argv[i] do
    local arg = argv[i]
    if only_files or arg == "-" or arg:sub(1, 1) ~= "-" then
      table.insert(options.files, arg)
    elseif arg == "--" then
      only_files = true
    else
      local name, value = arg:match("^(%-%-?[^=]*)=(.*)$")
      name = name or arg
      local takes = OPTIONS[name]
      if not takes then
        return nil, unknown_option(name)
      end
      if value and takes == "" then return nil, name .. " takes no value" end
      if not value and takes == "=" then
        i = i + 1
        value = argv[i]
      end
      if takes == "=" and (value or "") == "" then return nil, name .. " needs a value" end
      local message = set_option(options, name, value)
      if message then return nil, message end
    end
    i = i + 1
  end
  local message = settle_format(options)
  if message then return nil, message end
  if #options.files == 0 then options.files[1] = "-" end
  return options
end

return M
