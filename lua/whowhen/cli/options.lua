--- The options of the command: the one list, of which the help, the manual page, the completions of
--- shells and the reading of arguments are made.
local kinds = require("whowhen.kinds")
local report = require("whowhen.report.list")
local packs = require("whowhen.pack.list")

local M = {}

---@class whowhen.cli.Option
---@field name string Without the hyphens.
---@field short? string One letter, without the hyphen.
---@field section "out"|"read"|"show"
---@field brief string What it does in a few words, for completions.
---@field help string What it does.
---@field verb? boolean It says what to put out: one of these excludes the others.
---@field value? string What its value is called; without it there is none.
---@field optional? string The value where none is given.
---@field takes? "choice"|"date"|"file"|"findings"|"kinds"|"place"|"rules" What a value may be.
---@field choices? string[] The possible values; of rules, those that are not files.
---@field many? boolean It may be given more than once.

M.USAGE = "whowhen [OPTION]... [FILE]..."

M.PURPOSE = "Mark who and when in news text.  With no FILE, or when FILE is -, read standard "
  .. "input.  Dates are resolved against each article's own date, never the clock."

---@type { key: string, title: string, remark?: string }[]
M.SECTIONS = {
  { key = "out", title = "What to put out",
    remark = "the text with marks, unless one of these is given" },
  { key = "read", title = "How to read" },
  { key = "show", title = "How to show" },
}

local function listed(list)
  return table.concat(list, ", ")
end

---@type whowhen.cli.Option[]
M.OPTIONS = {
  { name = "json", section = "out", verb = true, brief = "a line of JSON for each mention",
    help = "a line of JSON for each mention: file, article, start, end (bytes from 0, half open), "
      .. "line, column (bytes from 1), kind, text, and value or entity (whom a name names; a "
      .. "second of one name has \" (2)\" behind it)" },
  { name = "batch", section = "out", verb = true, brief = "lines of JSON in and out",
    help = 'read lines of JSON {"id", "text", "dct"}, write lines of JSON {"id", "dct", "spans", '
      .. '"findings"}; "dct" is the date of the article and may be missing' },
  { name = "count", section = "out", verb = true, brief = "how many mentions of each kind",
    help = "how many mentions of each kind: a line for each file" },
  { name = "cast", section = "out", verb = true, brief = "the persons of each article",
    value = "KINDS", optional = "person", takes = "kinds",
    help = "the persons of each article, or those of KINDS (all: organisations and places too), "
      .. "with their titles and roles, all spellings, and how often it is not clear who is meant" },
  { name = "timeline", section = "out", verb = true, brief = "the dates of each article in order",
    help = "the dated mentions of each article in the order of their values" },
  { name = "check", section = "out", verb = true, brief = "what a copy editor would query",
    help = "what a copy editor would query, as file:line:column: id: message" },
  { name = "explain", section = "out", verb = true, value = "LINE:COLUMN", takes = "place",
    brief = "why the text there is marked, or why not",
    help = "why the text there is marked, or why not: what found it and what gave way to it; a "
      .. "column is a byte, from 1" },
  { name = "format", section = "out", value = "FORMAT", takes = "choice", choices = report.FORMATS,
    brief = "how a report is written",
    help = "--cast, --timeline or --check as text (the default), json (a line a row), csv, md "
      .. "(Markdown), org (Emacs) or html; --timeline also as ics (iCalendar).  html alone is a "
      .. "page: the text with marks, and cast, timeline and findings beside it" },
  { name = "lsp", section = "out", verb = true, brief = "a language server for editors",
    help = "speak the Language Server Protocol on standard input and output, for editors" },
  { name = "test-rules", section = "out", verb = true, brief = "run the examples beside rules",
    help = "run the examples beside the rules in FILE, or in a pack that comes with whowhen: "
      .. listed(packs) },
  { name = "help", short = "h", section = "out", verb = true, brief = "this help",
    help = "say this" },
  { name = "version", short = "V", section = "out", verb = true, brief = "the version",
    help = "say which version this is" },

  { name = "date", section = "read", value = "YYYY-MM-DD", takes = "date",
    brief = "the reference date of every article",
    help = "the reference date of every article, instead of the one found in its header or first "
      .. "lines" },
  { name = "lines", section = "read", brief = "each line is an article of its own",
    help = "each line is an article of its own, with its own date, as in the log of a wire; it is "
      .. "shown as soon as it is written" },
  { name = "narrative", section = "read", brief = "history: dates relate to those told before",
    help = "history: a date relates to the dates told before it" },
  { name = "rules", section = "read", value = "FILE", takes = "rules", choices = packs,
    many = true, brief = "with rules of one's own",
    help = "with the rules in FILE, or in a pack that comes with whowhen: " .. listed(packs)
      .. "; may be given more than once" },
  { name = "findings", section = "read", value = "LIST", takes = "findings",
    brief = "which findings are made",
    help = 'findings besides the usual ones, and those with "-" before them not: as in '
      .. "second-reference,-name-spelling; all; none.  Unless asked for there is no "
      .. 'second-reference, interval-mismatch, age-mismatch and stale-relative ("yesterday" in an '
      .. "article that is a week old)" },
  { name = "today", section = "read", value = "YYYY-MM-DD", takes = "date",
    brief = "the reader's day",
    help = "the reader's day, for stale-relative; else the computer's" },
  { name = "kinds", section = "read", value = "LIST", takes = "kinds",
    brief = "only mentions of these kinds",
    help = "only these kinds, as in --kinds=date,time: " .. listed(kinds.NAMES) .. "; vague "
      .. '("now", "recently"), which belong to no other kind; or the groups when, who, shown, '
      .. "all.  --json and --batch put out all; marks and counts leave out vague" },

  { name = "color", section = "show", value = "WHEN", optional = "always", takes = "choice",
    choices = { "auto", "always", "never" }, brief = "whether to mark in colour",
    help = 'auto (the default): colour on a terminal, unless NO_COLOR is set or TERM is "dumb"; '
      .. "always; never" },
}

---@type { name: string, help: string }[]
M.ENVIRONMENT = {
  { name = "WHOWHEN_COLORS", help = "the looks of kinds in numbers as GREP_COLORS has them.  "
    .. "The default is date=4;35:time=4;35: duration=4:set=4: person=1:org=1;36: place=3;36:misc=3 "
    .. "in one word; a kind that is not named keeps its own, and nothing after = takes it away" },
  { name = "NO_COLOR", help = "set to anything, no colour unless --color=always" },
  { name = "PAGER", help = "what shows the text on a terminal; empty or cat: nothing" },
}

---@type { title?: string, text: string }[]
M.REMARKS = {
  { text = "The marked text goes through $PAGER (less, when it is unset) when standard output is a "
      .. "terminal, and is plain when it is not, unless --color=always says otherwise.  Control "
      .. "characters of the text are always made visible, never put out: an escape becomes U+241B, "
      .. "a mark that turns the direction of writing <U+202E>, a byte that is no UTF-8 <9B>." },
  { title = "What is read",
    text = "Text in UTF-8; Windows-1252 (Latin-1) and UTF-16 are turned into it where they are "
      .. "meant for certain.  Of mails (.eml, mbox) each is an article by its Date: with its "
      .. "text decoded, of feeds (RSS, Atom) each item, without tags.  Places in the text count in "
      .. "what is shown." },
  { title = "With less",
    text = "export LESS=-R LESSOPEN='|whowhen --color=always %s'.  In a pipe less passes the "
      .. "colours on; LESSOPEN= less FILE | grep ... does without." },
  { title = "Exit status",
    text = "0; 1 when --check found something or --test-rules failed; 2 when a file could not be "
      .. "read, a line of JSON was bad, an option was wrong or something failed: the text is shown "
      .. "all the same, and other files are read." },
}

--- The options by their names, as they are written: "--json", "-h".
---@type table<string, whowhen.cli.Option>
M.BY_NAME = {}
for _, option in ipairs(M.OPTIONS) do
  M.BY_NAME["--" .. option.name] = option
  if option.short then M.BY_NAME["-" .. option.short] = option end
end

--- How an option is written: "-h, --help", "--color[=WHEN]".
---@param option whowhen.cli.Option
---@return string
function M.head(option)
  local value = option.value and "=" .. option.value or ""
  if option.optional then value = "[" .. value .. "]" end
  local short = option.short and ("-%s, "):format(option.short) or ""
  return short .. "--" .. option.name .. value
end

return M
