--- The arguments of the command `whowhen`: what they are, and reading them.
local values = require("whowhen.value")

local M = {}

M.HELP = [[
Usage: whowhen [OPTION]... [FILE]...
Mark who and when in news text.  With no FILE, or when FILE is -, read standard
input.  Dates are resolved against each article's own date, never the clock.

What to put out (the text with marks, unless one of these is given):
  --json             a line of JSON for each mention: file, article, start, end
                     (bytes from 0, half open), line, column (bytes from 1), kind,
                     text and value
  --batch            read lines of JSON {"id", "text", "dct"}, write lines of JSON
                     {"id", "dct", "spans", "findings"}; "dct" is the date of the
                     article and may be missing
  --count            how many mentions of each kind: a line for each file
  --timeline         the dated mentions of each article in the order of their values
  --help, --version

How to read:
  --date=YYYY-MM-DD  the reference date of every article, instead of the one found
                     in its header or first lines
  --narrative        history: a date relates to the dates told before it
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

Exit status: 0, or 2 when a file could not be read, a line of JSON was bad, an option
was wrong or something failed; the text is shown all the same, and other files are read.
]]

---@class whowhen.cli.Options
---@field verb "text"|"json"|"batch"|"count"|"timeline"|"help"|"version"
---@field color "auto"|"always"|"never"
---@field date? string
---@field narrative? boolean
---@field kinds? string
---@field files string[]

-- What follows an option: "=" a value, "?" perhaps one, "" none.
local OPTIONS = {
  ["--batch"] = "",
  ["--color"] = "?",
  ["--count"] = "",
  ["--date"] = "=",
  ["--help"] = "",
  ["--json"] = "",
  ["--kinds"] = "=",
  ["--narrative"] = "",
  ["--timeline"] = "",
  ["--version"] = "",
}

--- How many letters must be inserted, removed or replaced to make `b` of `a`.
local function distance(a, b)
  local row = {}
  for j = 0, #b do row[j] = j end
  for i = 1, #a do
    local diagonal = row[0]
    row[0] = i
    for j = 1, #b do
      local replaced = diagonal + (a:byte(i) == b:byte(j) and 0 or 1)
      diagonal = row[j]
      row[j] = math.min(replaced, row[j] + 1, row[j - 1] + 1)
    end
  end
  return row[#b]
end

local function nearest_option(name)
  local best, best_distance
  -- The beginning of an option is near: "--time", "-t".
  local begun = "--" .. name:gsub("^%-+", "")
  for option in pairs(OPTIONS) do
    local d = option:sub(1, #begun) == begun and 0 or distance(name, option)
    if not best or d < best_distance or (d == best_distance and option < best) then
      best, best_distance = option, d
    end
  end
  return best
end

local function set_option(options, name, value)
  local key = name:sub(3)
  if key == "narrative" then
    options.narrative = true
  elseif key == "date" then
    if not values.day(value) then
      return ('--date: "%s" is not a date of the form YYYY-MM-DD'):format(value)
    end
    options.date = value
  elseif key == "color" then
    value = value or "always"
    if value ~= "auto" and value ~= "always" and value ~= "never" then
      return ('--color: "%s" is not one of auto, always, never'):format(value)
    end
    options.color = value
  elseif key == "kinds" then
    options.kinds = value
  elseif options.verb ~= "text" and options.verb ~= key then
    return ("--%s and --%s exclude each other"):format(options.verb, key)
  else
    options.verb = key
  end
end

--- Reads the arguments; nil and a message when one is wrong.
---@param argv string[]
---@return whowhen.cli.Options?
---@return string? message
function M.parse(argv)
  local options = { verb = "text", color = "auto", files = {} }
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
        return nil, ("unknown option %s: did you mean %s?"):format(name, nearest_option(name))
      end
      if value and takes == "" then return nil, name .. " takes no value" end
      if not value and takes == "=" then
        i = i + 1
        value = argv[i]
        if not value then return nil, name .. " needs a value" end
      end
      local message = set_option(options, name, value)
      if message then return nil, message end
    end
    i = i + 1
  end
  if #options.files == 0 then options.files[1] = "-" end
  return options
end

return M
