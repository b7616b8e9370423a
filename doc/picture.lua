--- Turns marked text into a picture: SGR in, SVG out, which follows the reader's light or dark.
---
---     build/whowhen --color=always FILE | lua5.4 doc/picture.lua > doc/marked.svg
local WIDTH, CELL, LINE, MARGIN = 88, 8.4, 20, 18

-- The six basic colours as common palettes have them, on white and on black.
local LIGHT = { "#b3261e", "#1f7a33", "#8a6100", "#1b5cc4", "#9b2393", "#0c7792" }
local DARK = { "#ff8a80", "#8fd694", "#e6c15c", "#8ab4f8", "#ef9bea", "#6fd3e7" }

local text = io.read("a"):gsub("\r", ""):gsub("%s+$", "")

--- Cuts the text into words of one style each: { text, style }, "\n" for a line's end.
local function pieces(source)
  local list, style = {}, {}
  local pos = 1
  while pos <= #source do
    local from, to, codes = source:find("^\27%[([%d;]*)m", pos)
    if from then
      for code in (codes == "" and "0" or codes):gmatch("%d+") do
        code = tonumber(code)
        local before = code ~= 0 and { __index = style } or nil
        style = setmetatable(code ~= 0 and { [code] = true } or {}, before)
      end
    else
      from, to = source:find("^\n", pos)
      if not from then from, to = source:find("^ +", pos) end
      if not from then from, to = source:find("^[^ \n\27]+", pos) end
      list[#list + 1] = { source:sub(from, to), style }
    end
    pos = to + 1
  end
  return list
end

local function escape(s)
  return (s:gsub("[&<>]", { ["&"] = "&amp;", ["<"] = "&lt;", [">"] = "&gt;" }))
end

local function class_of(style)
  local names = {}
  if style[1] then names[#names + 1] = "b" end
  if style[2] then names[#names + 1] = "f" end
  if style[3] then names[#names + 1] = "i" end
  if style[4] then names[#names + 1] = "u" end
  for c = 1, 6 do
    if style[30 + c] then names[#names + 1] = "c" .. c end
  end
  return table.concat(names, " ")
end

local lines, column = { {} }, 0
local function break_line()
  local line = lines[#lines]
  if #line > 0 then line[#line][1] = line[#line][1]:gsub(" +$", "") end
  lines[#lines + 1] = {}
  column = 0
end

for _, piece in ipairs(pieces(text)) do
  local s, style = piece[1], class_of(piece[2])
  local n = utf8.len(s) or #s
  if s == "\n" then
    break_line()
  else
    if column + n > WIDTH and not s:find("^ ") then break_line() end
    if not (column == 0 and s:find("^ ")) then
      local line = lines[#lines]
      local last = line[#line]
      if last and last[2] == style then
        last[1] = last[1] .. s
      else
        line[#line + 1] = { s, style }
      end
      column = column + n
    end
  end
end

local function css(colors)
  local rules = {}
  for c, color in ipairs(colors) do rules[c] = (".c%d{fill:%s}"):format(c, color) end
  return table.concat(rules)
end

local width = math.ceil(WIDTH * CELL + 2 * MARGIN)
local height = #lines * LINE + 2 * MARGIN
print(('<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="0 0 %d %d">')
  :format(width, height, width, height))
print("<style>rect{fill:#ffffff}text{font:14px/1 ui-monospace,Menlo,Consolas,'DejaVu Sans Mono',"
  .. "monospace;fill:#24292f;white-space:pre}.b{font-weight:700}.i{font-style:italic}"
  .. ".f{opacity:.7}.u{text-decoration:underline}" .. css(LIGHT)
  .. "@media(prefers-color-scheme:dark){rect{fill:#16181d}text{fill:#d7dae0}" .. css(DARK)
  .. "}</style>")
print(('<rect width="%d" height="%d" rx="8"/>'):format(width, height))
for row, line in ipairs(lines) do
  local spans = {}
  for i, span in ipairs(line) do
    local s = escape(span[1])
    spans[i] = span[2] == "" and s or ('<tspan class="%s">%s</tspan>'):format(span[2], s)
  end
  if #spans > 0 then
    print(('<text x="%d" y="%d" xml:space="preserve">%s</text>')
      :format(MARGIN, MARGIN + row * LINE - 5, table.concat(spans)))
  end
end
print("</svg>")
