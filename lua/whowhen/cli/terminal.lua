--- Where the marked text goes, and in which colours.
local kinds = require("whowhen.kinds")

local M = {}

-- Underlined, bold or italic, so that colour is never the only sign; the points of the calendar,
-- and names of what is no person, in colour too.  Magenta and cyan are the basic colours that are
-- legible on white and on black in the usual palettes.
local COLORS = {
  date = "4;35", time = "4;35", duration = "4", set = "4",
  person = "1", org = "1;36", place = "3;36", misc = "3",
  rule = "1", vague = "2",
}
-- What a rule may want: the names of highlights that most editors know too.
local RULE_STYLES = { comment = "2", emphasis = "3", error = "1;31", keyword = "1", number = "35",
  string = "32", strong = "1", type = "36", underlined = "4", warning = "33" }

--- Whether standard input (0), output (1) or the messages (2) are a terminal.  Lua must ask the
--- shell, which costs a process, unless there is no terminal at all, as in a service or a cron job.
---@param descriptor integer
---@return boolean
function M.is_terminal(descriptor)
  local terminal = io.open("/dev/tty")
  if not terminal then return false end
  terminal:close()
  return os.execute(("[ -t %d ]"):format(descriptor)) == true
end

--- The pager as a command, or nil for none.  The text ends up on the terminal even when the pager
--- cannot be started.  LESSOPEN is for files: in a pager that reads us it would run us again.
---@return string?
function M.pager()
  local command = os.getenv("PAGER")
  local term = os.getenv("TERM") or "dumb"
  if command == "" or command == "cat" or term == "dumb" then return nil end
  local setup = 'LESS="${LESS-FRX}"; LV="${LV--c}"; export LESS LV; unset LESSOPEN; '
  local start = command and 'eval "$PAGER"' or "command -v less >/dev/null || exec cat; less"
  return setup .. start .. "; case $? in 126|127) exec cat;; esac"
end

--- Whether to mark in colour.
---@param color "auto"|"always"|"never"
---@param terminal boolean
---@return boolean
function M.wants_color(color, terminal)
  if color ~= "auto" then return color == "always" end
  local no_color = os.getenv("NO_COLOR") or ""
  return terminal and no_color == "" and (os.getenv("TERM") or "dumb") ~= "dumb"
end

--- The colours that WHOWHEN_COLORS asks for, "date=4;35:org=1;34", over the usual ones; and what in
--- it is none.
---@param wanted? string
---@return table<string, string>
---@return string? trouble
function M.colors(wanted)
  local colors, trouble = {}, nil
  for kind, color in pairs(COLORS) do colors[kind] = color end
  for item in (wanted or ""):gmatch("[^:]+") do
    local kind, color = item:match("^([%l%d-]+)=([%d;]*)$")
    if kind then
      colors[kind] = color
    else
      trouble = ('WHOWHEN_COLORS: "%s" is not KIND=NUMBERS, as in date=4;35'):format(item)
    end
  end
  return colors, trouble
end

--- The colour of each kind of a document by its number, in the order of: what was asked for, what
--- the kind's rule wants, what is usual.
---@param document whowhen.Document
---@param colors table<string, string>
---@return table<integer, string>
function M.by_number(document, colors)
  local list, wanted = {}, document.rules and document.rules.styles or {}
  for number, kind in ipairs(document.kinds) do
    local style = RULE_STYLES[(wanted[kind] or ""):lower()]
    list[number] = not kinds.IS_KIND[kind] and colors[kind] or style or colors[kind] or colors.rule
  end
  return list
end

return M
