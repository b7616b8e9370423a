--- Writes the manual page of the command, which is its help in the form of man(7):
---
---     LUA_PATH="lua/?.lua;;" lua5.4 doc/man.lua >whowhen.1
local arguments = require("whowhen.cli.arguments")

local function escape(text)
  return (text:gsub("\\", "\\e"):gsub("%-", "\\-"):gsub("^([.'])", "\\&%1"))
end

local lines = {
  ".TH WHOWHEN 1",
  ".SH NAME",
  "whowhen \\- mark who and when in news text",
  ".SH SYNOPSIS",
  ".B whowhen",
  "[\\fIOPTION\\fR]... [\\fIFILE\\fR]...",
  ".SH DESCRIPTION",
}

local function add(line) table.insert(lines, line) end

-- The usage is the synopsis; then come paragraphs, and lists of options below a line with a colon.
for line in arguments.HELP:gsub("^Usage:[^\n]*\n", ""):gmatch("([^\n]*)\n") do
  local option, rest = line:match("^  (%-%-[^ ]+)%s*(.*)$")
  if line:find("^  %-%-help") then option, rest = line:match("^  (.*)$"), "" end
  local section = line:match("^(%u[^.(:]*):$") or line:match("^(%u[^.(:]*) %(.*%):$")
  if option then
    add(".TP")
    add(".B " .. escape(option))
    if rest ~= "" then add(escape(rest)) end
  elseif section then
    add(".SH " .. section:upper())
    local remark = line:match(" %((.*)%):$")
    if remark then add(escape(remark:gsub("^%l", string.upper)) .. ".") end
  elseif line == "" then
    add(".PP")
  else
    add(escape(line:gsub("^%s+", "")))
  end
end
io.write(table.concat(lines, "\n"), "\n")
