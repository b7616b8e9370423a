--- How the kinds look, in words that every host maps to its own: a role, which lends the colour,
--- and a sign beside it, so that colour never is the only one.
local M = {}

---@class whowhen.KindLook
---@field name string Looks that are the same have the same name.
---@field role "date"|"plain"|"person"|"org"|"place"|"rule"|"same" Whose colour it has.
---@field sign "underline"|"bold"|"italic"|"bold-italic"|"reverse" What is seen without colours.

local function look(name, role, sign)
  return { name = name, role = role, sign = sign }
end

-- The points of the calendar are what is looked for: how long and how often stay without a colour.
local DATE, DURATION = look("date", "date", "underline"), look("duration", "plain", "underline")

---@type table<string, whowhen.KindLook>
M.LOOKS = {
  date = DATE,
  time = DATE,
  duration = DURATION,
  set = DURATION,
  person = look("person", "person", "bold"),
  org = look("org", "org", "bold-italic"),
  place = look("place", "place", "italic"),
  misc = look("misc", "plain", "italic"),
  rule = look("rule", "rule", "underline"), -- a kind that rules have of their own
  same = look("same", "same", "reverse"), -- what is picked out
}

--- The look of a kind.
---@param kind string
---@return whowhen.KindLook
function M.of(kind)
  return M.LOOKS[kind] or M.LOOKS.rule
end

return M
