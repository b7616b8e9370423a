--- Reports for Emacs's Org mode: a table an article.
local rows = require("whowhen.report.rows")

local M = {}

-- Org has no escape character; its manual advises a zero-width space where a text would be markup.
local ZWSP = "\226\128\139"

--- Keeps Org from reading a text as markup, links, code to run, time stamps or formulas.
local function escape(text)
  text = text:gsub("(%w):", "%1" .. ZWSP .. ":")
  text = text:gsub("[*/_=~+%[%]<>{}@\\$^#|]", function(mark)
    return (mark == "|" and "\\vert{}" or mark) .. ZWSP
  end)
  -- At the start of a cell also what follows no letter counts.
  return (text:gsub("^[%p\226]", ZWSP .. "%0"))
end

function M.rows(out, list, label)
  local heading = ("* %s of %s"):format(out.report.title, escape(label))
  rows.grid(out, list, heading, "|-", escape)
end

return M
