--- Writes the manual page of the command in man(7), from the list of its options:
---
---     LUA_PATH="lua/?.lua;;" lua5.4 doc/man.lua VERSION >whowhen.1
local help = require("whowhen.cli.help")
local options = require("whowhen.cli.options")

-- The day of the release, and how wide a line of the page's source may be.
local DATE, WIDTH = "2026-11-29", 76

local lines = {}

local function add(line) table.insert(lines, line) end

local function escape(text)
  return (text:gsub("\\", "\\e"):gsub("%-", "\\-"):gsub("^([.'])", "\\&%1"))
end

--- A text with each sentence on lines of its own, as man(7) wants it.
local function add_text(text)
  for sentence in (text .. "  "):gmatch("(.-)%s%s+") do
    for _, line in ipairs(help.wrapped(sentence, WIDTH)) do add(escape(line)) end
  end
end

add(('.TH WHOWHEN 1 %s "whowhen %s"'):format(DATE, arg[1] or ""))
add(".SH NAME")
add("whowhen \\- mark who and when in news text")
add(".SH SYNOPSIS")
add(".B whowhen")
add("[\\fIOPTION\\fR]... [\\fIFILE\\fR]...")
add(".SH DESCRIPTION")
add_text(options.PURPOSE)
for _, remark in ipairs(options.REMARKS) do
  if not remark.title then
    add(".PP")
    add_text(remark.text)
  end
end
add(".SH OPTIONS")
for _, section in ipairs(options.SECTIONS) do
  add(".SS " .. section.title)
  if section.remark then add_text(section.remark:gsub("^%l", string.upper) .. ".") end
  for _, option in ipairs(options.OPTIONS) do
    if option.section == section.key then
      add(".TP")
      add(".B " .. escape(options.head(option)))
      add_text(option.help)
    end
  end
end
add(".SH ENVIRONMENT")
for _, variable in ipairs(options.ENVIRONMENT) do
  add(".TP")
  add(".B " .. variable.name)
  add_text(variable.help)
end
for _, remark in ipairs(options.REMARKS) do
  if remark.title then
    add(".SH " .. remark.title:upper())
    add_text(remark.text)
  end
end
io.write(table.concat(lines, "\n"), "\n")
