-- needs:
-- Lite XL's adapter against a small fake of its API, made from its sources' documentation.
local support = require("support")
local equal, check = support.equal, support.check

local logged, drawn, entered, added = {}, {}, nil, nil

renderer = { draw_rect = function(x, y, width, height)
  table.insert(drawn, { x, width, height, y })
end }
local Doc, DocView = {}, {}
Doc.__index, DocView.__index = Doc, DocView
function Doc:raw_insert(line, column, text)
  local before, after = self.lines[line]:sub(1, column - 1), self.lines[line]:sub(column)
  local joined, list = before .. text .. after, {}
  for each in joined:gmatch("[^\n]*\n") do table.insert(list, each) end
  table.remove(self.lines, line)
  for i, each in ipairs(list) do table.insert(self.lines, line + i - 1, each) end
end
function Doc:raw_remove(line, column, line2, column2)
  local joined = self.lines[line]:sub(1, column - 1) .. self.lines[line2]:sub(column2)
  for _ = line, line2 do table.remove(self.lines, line) end
  table.insert(self.lines, line, joined)
end
function Doc:on_close() self.closed = true end
function Doc:load() self.lines = { "2011\n" } end
function Doc:set_selection(...) self.selection = { ... } end
function Doc:get_selection() return table.unpack(self.selection) end
function DocView:draw_line_text() self.drawn = (self.drawn or 0) + 1 end
function DocView:get_line_height() return 20 end
-- Ten wide a byte.
local font = { get_size = function() return 10 end, get_width = function(_, s) return #s * 10 end }
function DocView:get_font() return font end
function DocView:scroll_to_line() self.scrolled = true end

--- Tokens of seven bytes, made anew when the line is another.
local function highlighter(doc)
  local known = {}
  local function get_line(_, line)
    local text = doc.lines[line]
    if not known[line] or known[line].text ~= text then known[line] = { text = text } end
    return known[line]
  end
  return {
    get_line = get_line,
    each_token = function(_, line)
      local text = get_line(nil, line).text
      return function(_, i)
        if i + 7 < #text then return i + 7, "normal", text:sub(i + 8, i + 14) end
      end, nil, -7
    end,
  }
end

local style = {
  syntax = { number = { 1, 2, 3, 255 }, comment = { 4, 5, 6, 255 } },
  syntax_fonts = {},
  text = {},
}
local core = {
  log = function(format, ...) table.insert(logged, format:format(...)) end,
  command_view = { enter = function(_, title, options)
    entered = options
    entered.title = title
  end },
}
for name, module in pairs({
  ["core"] = core,
  ["core.command"] = { add = function(_, map) added = map end },
  ["core.common"] = {
    merge = function(a, b)
      for key, value in pairs(b or {}) do a[key] = value end
      return a
    end,
    -- As there: the best first, and of equals the shortest.
    fuzzy_match = function(items, needle)
      local list = {}
      for _, item in ipairs(items) do
        if tostring(item):find(needle, 1, true) then table.insert(list, item) end
      end
      table.sort(list, function(a, b) return #a.text < #b.text end)
      return list
    end,
  },
  ["core.config"] = { plugins = {} },
  ["core.doc"] = Doc,
  ["core.docview"] = DocView,
  ["core.keymap"] = { add = function() end },
  ["core.style"] = style,
}) do
  package.loaded[name] = module
end

local desk = require("whowhen.host.litexl")
local doc = setmetatable({ filename = "article.txt", selection = { 1, 1, 1, 1 }, lines = {
  " date 2024-07-14 X - On Friday, July 12,\n", "it rained for three days.\n", "\n" } }, Doc)
doc.highlighter = highlighter(doc)
local view = setmetatable({ doc = doc }, DocView)

--- What is underlined, line by line.
local function marked()
  local list = {}
  for line, text in ipairs(doc.lines) do
    drawn = {}
    view:draw_line_text(line, 0, 0)
    for _, rect in ipairs(drawn) do
      if rect[3] < 20 then
        table.insert(list, text:sub(rect[1] // 10 + 1, (rect[1] + rect[2]) // 10))
      end
    end
  end
  return table.concat(list, "|")
end

equal("the first paint", marked(), "2024-07-14|Friday, July 12|three days")
equal("the text is drawn", view.drawn, 3)
doc:raw_insert(1, 1, "On 2020-02-03\nwe ")
equal("an insertion", marked(), "2020-02-03|2024-07-14|Friday, July 12|three days")
doc:raw_remove(1, 1, 2, 4)
equal("a deletion over lines", marked(), "2024-07-14|Friday, July 12|three days")
added["whowhen:next"](view)
equal("next", table.concat(doc.selection, " "), "1 7 1 17")
equal("and its message", logged[1], "2024-07-14: 2024-07-14, Sun")
added["whowhen:next"](view)
equal("next again", table.concat(doc.selection, " "), "1 25 1 40")
added["whowhen:info"](view)
check("info", logged[3]:find("2 days before the article's date", 1, true))
added["whowhen:same"](view)
drawn = {}
view:draw_line_text(1, 0, 0)
check("same", drawn[3][3] == 20 and drawn[3][1] == 240)
added["whowhen:same"](view)
added["whowhen:list"](view)
equal("list", entered.suggest("")[3].text, "2:15 duration P3D  three days")
equal("in the order of the text", entered.suggest("")[1].text:match("^%S+"), "1:7")
equal("narrowed down", entered.suggest("P3D")[1].text:match("^%S+"), "2:15")
entered.submit("", entered.suggest("")[3])
equal("the way there", table.concat(doc.selection, " "), "2 15 2 25")
added["whowhen:command"](view)
equal("completion", entered.suggest("prev")[1], "previous")
entered.submit("previous 2")
equal("a command line", table.concat(doc.selection, " "), "1 7 1 17")
added["whowhen:toggle"](view)
equal("off", marked(), "")
added["whowhen:toggle"](view)
equal("on", marked(), "2024-07-14|Friday, July 12|three days")

-- What changes the text, asks, or makes a new one.
function Doc:insert(...) self:raw_insert(...) end
function Doc:remove(...) self:raw_remove(...) end
local kept = table.move(doc.lines, 1, #doc.lines, 1, {})
local function run(line)
  added["whowhen:command"](view)
  entered.submit(line)
end
doc:raw_insert(3, 1, "He left on Saturday, July 12. Then July 9.\n")
run("goto Saturday")
run("fix")
equal("fix asks", entered.suggest("")[1].text, "Saturday, July 13")
entered.submit("", entered.suggest("")[2])
equal("fix", doc.lines[3], "He left on Friday, July 12. Then July 9.\n")
run("goto 2024-07-09")
run("iso")
equal("iso", doc.lines[3], "He left on Friday, July 12. Then 2024-07-09.\n")
run("style british")
equal("style", doc.lines[3], "He left on Friday, July 12. Then 9 July 2024.\n")
run("pick")
entered.submit("", entered.suggest("")[2])
equal("pick", table.concat(doc.selection, " "), "1 25 1 40")
run("article")
equal("article", logged[#logged], "whowhen: no next article")
local exported
core.open_doc = function()
  exported = setmetatable({ lines = { "\n" } }, Doc)
  return exported
end
core.root_view = { open_doc = function() end }
run("export csv")
check("export", table.concat(exported.lines):find("2024-07-09", 1, true))
doc:raw_remove(3, 1, 4, 1)
equal("as before", table.concat(doc.lines), table.concat(kept))

math.randomseed(7)
local PIECES = { "July 3 ", "é🙂", "\n", "on 2024-07-14", " ", "Monday\n\n" }
local wrong = 0
for _ = 1, 300 do
  local line = math.random(#doc.lines)
  local column = math.random(#doc.lines[line])
  if math.random(2) == 1 then
    doc:raw_insert(line, column, PIECES[math.random(#PIECES)])
  else
    local line2 = math.min(#doc.lines, line + math.random(0, 1))
    local first = line2 == line and column or 1
    doc:raw_remove(line, column, line2, math.random(first, #doc.lines[line2]))
  end
  local document = desk.buffers[doc].document
  if document:text() ~= table.concat(doc.lines) then wrong = wrong + 1 end
end
equal("random edits", wrong, 0)

-- The kinds differ without colour: by the strokes of their lines.
local people = setmetatable({ filename = "people.txt", lines = {
  "Judge Mary Sommer of Reuters came to Paris on 2024-07-14 for three days.\n" } }, Doc)
people.highlighter = highlighter(people)
drawn = {}
setmetatable({ doc = people }, DocView):draw_line_text(1, 0, 0)
local strokes = {}
for _, word in ipairs({ "Mary Sommer", "Reuters", "Paris", "2024-07-14", "three days" }) do
  local from = (people.lines[1]:find(word, 1, true) - 1) * 10
  local shapes = {}
  for _, rect in ipairs(drawn) do
    if rect[1] >= from and rect[1] < from + #word * 10 then
      table.insert(shapes, ("%dx%d"):format(math.min(rect[2], 50), rect[3]))
    end
  end
  local shape = shapes[1] .. (#shapes == 2 and " twice" or "")
  check("a stroke of its own: " .. word, not strokes[shape], shape)
  strokes[shape] = true
end

-- Lines wrapped into rows, those after the first indented by 5: as the bundled plugin does it.
local long = setmetatable({ filename = "long.txt" }, Doc)
long.lines = { "no\n", "On 12 March 2024 it rained\n" }
long.highlighter = highlighter(long)
local wrapped = setmetatable({ doc = long, wrapped_settings = { width = 80 },
  wrapped_lines = { 1, 1, 2, 1, 2, 7, 2, 15 }, wrapped_line_to_idx = { 1, 2 },
  wrapped_line_offsets = { 5, 5 } }, DocView)
local function places()
  local list = {}
  drawn = {}
  wrapped:draw_line_text(2, 0, 0)
  for _, rect in ipairs(drawn) do
    table.insert(list, ("%d+%d@%d"):format(rect[1], rect[2], rect[4]))
  end
  return table.concat(list, " ")
end
equal("a date in three rows", places(), "30+30@18 5+80@38 5+20@58")
wrapped.wrapped_settings, wrapped.wrapped_lines = { width = 160 }, { 1, 1, 2, 1, 2, 17 }
equal("in one row of two", places(), "30+130@18")
wrapped.wrapped_settings = nil
equal("in a line", places(), "30+130@18")

doc:load()
equal("loaded anew", marked(), "2011")
long:on_close()
check("a closed text is forgotten", long.closed and not desk.buffers[long])
local program = setmetatable({ filename = "x.c", lines = { "/* 2011 */\n" } }, Doc)
program.highlighter = highlighter(program)
drawn = {}
setmetatable({ doc = program }, DocView):draw_line_text(1, 0, 0)
equal("not in a program", #drawn, 0)

local other = setmetatable({}, { __index = DocView })
other.doc = doc
drawn = {}
other:draw_line_text(1, 0, 0)
equal("no other views", #drawn, 0)
logged = {}
style.syntax = nil
marked()
equal("a fault: one message", #logged, 1)
check("which says so", logged[1]:find("whowhen is off: ", 1, true))
check("and the text is drawn", view.drawn > 10)

support.finish()
