--- Reports as Markdown: a table an article.
local rows = require("whowhen.report.rows")

local M = {}

--- Escapes what Markdown, or GitHub's, would take for markup or make a link of.
local function escape(text)
  text = text:gsub("[\\`*_{}%[%]<>()#!|~&$^=@]", "\\%0")
  return (text:gsub("://", "\\://"):gsub("([wW][wW][wW])%.", "%1\\."))
end

function M.rows(out, list, label)
  local heading = ("## %s of %s"):format(out.report.title, escape(label))
  rows.grid(out, list, heading, "|" .. (" --- |"):rep(#out.report.columns), escape)
end

return M
