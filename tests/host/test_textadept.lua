-- needs:
-- Textadept's adapter against a small fake of its API, made from its manual.
local support = require("support")
local equal, check = support.equal, support.check

local TEXT = " date 2024-07-14 X - On Friday, July 12,\nit rained for three days.\n"
local handlers, marks, tips, dialogs = {}, {}, {}, {}

events = setmetatable({}, { __index = function(_, name) return name end })
function events.connect(name, fn)
  handlers[name] = handlers[name] or {}
  table.insert(handlers[name], fn)
end
local function emit(name, ...)
  for _, fn in ipairs(handlers[name] or {}) do fn(...) end
end

CURSES = false
keys = {}
ui = { statusbar_text = "", dialogs = {} }
function ui.dialogs.list(options)
  table.insert(dialogs, options)
  return 2
end
view = {
  STYLE_DEFAULT = 33, style_back = { [33] = 0xFFFFFF }, indic_style = {}, indic_fore = {},
  indic_alpha = {}, indic_under = {}, indic_outline_alpha = {}, first_visible_line = 1,
  lines_on_screen = 10, colors = {},
}
function view:doc_line_from_visible(line) return line end
function view:ensure_visible_enforce_policy() end
function view:call_tip_show(_, text) table.insert(tips, text) end

--- A buffer whose edits are told as Scintilla tells them; `marks` is "24:2024-07-14".
local function new_buffer(text, filename)
  local self = { text = text, filename = filename, lexer_language = "text", current_pos = 1,
    whole = 0 }
  function self:get_text()
    self.whole = self.whole + 1
    return self.text
  end
  function self:position_from_line(line)
    local pos = 1
    for _ = 2, line do pos = (self.text:find("\n", pos, true) or #self.text) + 1 end
    return pos
  end
  function self:line_from_position(pos)
    return 1 + select(2, self.text:sub(1, pos - 1):gsub("\n", ""))
  end
  function self:indicator_clear_range(first, len)
    for i = first, first + len - 1 do
      if marks[i] == self.indicator_current then marks[i] = nil end
    end
    emit("MODIFIED", first, 0x4000, nil, len)
  end
  function self:indicator_fill_range(first, len)
    for i = first, first + len - 1 do marks[i] = self.indicator_current end
    emit("MODIFIED", first, 0x4000, nil, len)
  end
  function self:goto_pos(pos) self.current_pos = pos end
  function self:begin_undo_action() end
  function self:end_undo_action() end
  function self:set_target_range(first, stop) self.target = { first, stop - first } end
  function self:replace_target(new)
    self:delete_range(self.target[1], self.target[2])
    self:insert_text(self.target[1], new)
  end
  function self:add_text(new) self:insert_text(#self.text + 1, new) end
  function self:insert_text(pos, new)
    emit("MODIFIED", pos, 0x400 | 0x10, new, #new)
    self.text = self.text:sub(1, pos - 1) .. new .. self.text:sub(pos)
    emit("MODIFIED", pos, 1 | 0x10, new, #new)
    emit("UPDATE_UI", 1)
  end
  function self:delete_range(pos, len)
    local old = self.text:sub(pos, pos + len - 1)
    self.text = self.text:sub(1, pos - 1) .. self.text:sub(pos + len)
    emit("MODIFIED", pos, 2 | 0x10, old, len)
    emit("UPDATE_UI", 1)
  end
  return setmetatable(self, { __index = function(me, name)
    if name == "length" then return #me.text end
    if name == "line_count" then return 1 + select(2, me.text:gsub("\n", "")) end
    if name == "line_end_position" then
      return setmetatable({}, { __index = function(_, line)
        return line < me.line_count and me:position_from_line(line + 1) - 1 or #me.text + 1
      end })
    end
  end })
end

local function marked()
  local list, i = {}, 1
  while i <= #buffer.text do
    local last = i
    while marks[i] and marks[last + 1] == marks[i] do last = last + 1 end
    if marks[i] then table.insert(list, marks[i] .. ":" .. buffer.text:sub(i, last)) end
    i = last + 1
  end
  return table.concat(list, " ")
end

buffer = new_buffer(TEXT, "/a/article.txt")
local host = require("whowhen.host.textadept")
emit("FILE_OPENED")
equal("the first paint", marked(), "24:2024-07-14 24:Friday, July 12 25:three days")
equal("a colour for a light background", view.indic_fore[24], 0x93239B)
check("shapes differ", view.indic_style[24] ~= view.indic_style[25])
buffer:insert_text(1, "2020-02-03 ")
marks = {}
emit("UPDATE_UI", 1)
equal("an insertion", marked(), "24:2020-02-03 24:2024-07-14 24:Friday, July 12 25:three days")
equal("was followed", buffer.whole, 1)
buffer:delete_range(1, 11)
marks = {}
emit("UPDATE_UI", 1)
equal("a deletion", marked(), "24:2024-07-14 24:Friday, July 12 25:three days")
equal("was followed, too", buffer.whole, 1)
buffer.text = buffer.text .. "in 2019\n"
emit("UPDATE_UI", 1)
check("what was not told is read anew", marked():find("24:2019", 1, true) and buffer.whole == 2)

host.run("next")
equal("next", buffer.current_pos, 7)
equal("and its message", ui.statusbar_text, "2024-07-14: 2024-07-14, Sun")
host.run("next")
host.run("info")
equal("info", tips[1],
  "date: Friday, July 12\n2024-07-12, Fri\n2 days before the article's date, 2024-07-14")
host.run("list duration date")
equal("list", dialogs[1].items[2], "date  2024-07-14, Sun  2024-07-14")
equal("the way there", buffer.current_pos, 25)
host.run("same")
check("same", marked():find("30:Friday", 1, true))
host.run("same")
check("same again", marked():find("24:Friday", 1, true))
equal("status", host.status(), "4 when")
host.run("toggle")
equal("off", marked(), "")
host.run("toggle")
check("on", marked():find("24:2019", 1, true))
view.style_back[33] = 0x202020
emit("UPDATE_UI", 1)
equal("a dark theme", view.indic_fore[24], 0xEA9BEF)

-- What changes the text, asks, or makes a new one.
local story = new_buffer(" date 2024-07-14 X - He left on Friday, July 13. Then July 9.\n", "b.txt")
local before_story = buffer
buffer, marks = story, {}
emit("BUFFER_AFTER_SWITCH")
host.run("goto friday")
host.run("fix")
check("fix", dialogs[#dialogs].title:find("was a Saturday", 1, true)
  and buffer.text:find("on Saturday, July 13.", 1, true), buffer.text)
host.run("goto 2024-07-09")
host.run("iso")
check("iso", buffer.text:find("Then 2024-07-09.", 1, true), buffer.text)
host.run("style british")
check("style", buffer.text:find("Then 9 July 2024.", 1, true), buffer.text)
host.run("pick")
equal("pick", buffer.current_pos, buffer.text:find("Saturday", 1, true))
host.run("article")
equal("article", ui.statusbar_text, "whowhen: no next article")
function story.new() buffer = new_buffer("", "csv") end
host.run("export csv")
check("export", buffer.text:find("2024-07-09", 1, true), buffer.text)
buffer, marks = before_story, {}
emit("BUFFER_AFTER_SWITCH")

local first = buffer
buffer, marks = new_buffer("/* 2024 */", "/a/x.c"), {}
emit("BUFFER_AFTER_SWITCH")
equal("not in a program", marked(), "")
emit("BUFFER_DELETED", buffer)
buffer = first

-- Several hundred edits.
math.randomseed(7)
local PIECES = { "July 3 ", "é🙂", "\n", "on 2024-07-14", " ", "Monday\n\n" }
for _ = 1, 300 do
  local pos = math.random(#buffer.text + 1)
  if math.random(2) == 1 then
    buffer:insert_text(pos, PIECES[math.random(#PIECES)])
  else
    buffer:delete_range(pos, math.min(math.random(12), #buffer.text + 1 - pos))
  end
end
equal("no text was read again", buffer.whole, 3)
marks = {}
emit("UPDATE_UI", 1)
local painted = marked()
host.run("reload")
equal("marks as if read anew", marked(), painted)

view.first_visible_line = nil
emit("UPDATE_UI", 1)
check("a fault: one message", ui.statusbar_text:find("whowhen is off: ", 1, true))
ui.statusbar_text = ""
emit("UPDATE_UI", 1)
buffer:insert_text(1, "x")
equal("and then nothing", ui.statusbar_text, "")

-- In a terminal, which knows the colours of a text and of its background.
CURSES, handlers, marks, dialogs, view.first_visible_line = true, {}, {}, {}, 1
package.loaded["whowhen.host.textadept"] = nil
host = require("whowhen.host.textadept")
buffer = new_buffer(TEXT, "article.txt")
emit("UPDATE_UI", 1)
equal("a mark is a colour", view.indic_style[24], 17)
equal("what is picked out a background", view.indic_style[30], 8)
local before = marked()
host.run("goto Friday")
host.run("same")
equal("of the text's own colour", marked(), (before:gsub("24:Friday", "30:Friday")))
host.run("list")
equal("columns", dialogs[1].items[2], "date     2024-07-14, Sun  2024-07-14")
check("its folder is known", package.path:find("^lua/%?.lua;lua/%?/init.lua;"))

support.finish()
