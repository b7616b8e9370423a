--- Commands that say something: about what is at the cursor, or about the whole text.
local describe = require("whowhen.describe")

local M = {}

M.info = {
  help = "says what is known of the mention at the cursor",
  run = function(buffer, pos)
    local m = buffer:at(pos)
    if not m then return { message = "whowhen: nothing is marked here" } end
    return { lines = describe.info(buffer, m) }
  end,
}

M.explain = {
  help = "says why the text at the cursor is marked, or why not",
  run = function(buffer, pos)
    local len = buffer.document:len()
    if len == 0 then return { message = "whowhen: there is no text" } end
    return { lines = buffer.document:explain(math.min(pos, len)) }
  end,
}

M.status = {
  help = "says how many mentions there are",
  run = function(buffer)
    buffer:count()
    return { message = "whowhen: " .. buffer:status() }
  end,
}

-- What each format can show; the first is what is exported when nothing else is asked for.
local EXPORTS = {
  csv = { "timeline", "cast", "check" },
  html = { "page", "timeline", "cast", "check" },
  ics = { "timeline" },
  json = { "timeline", "cast", "check" },
  md = { "timeline", "cast", "check" },
  org = { "timeline", "cast", "check" },
  text = { "timeline", "cast", "check" },
}
-- What a report calls what a command calls otherwise.
local REPORTS = { check = "findings" }

M.FORMATS = {}
for name in pairs(EXPORTS) do table.insert(M.FORMATS, name) end
table.sort(M.FORMATS)

M.export = {
  help = "FORMAT [timeline|cast|check]: the whole text's as a new text",
  takes = { "formats", "reports" },
  run = function(buffer, _, words)
    local format, what = words[1], words[2]
    local offered = EXPORTS[format]
    if not offered then
      return { message = "whowhen: export as what? " .. table.concat(M.FORMATS, ", ") }
    end
    what = what or offered[1]
    if not (" " .. table.concat(offered, " ") .. " "):find(" " .. what .. " ", 1, true) then
      local known = table.concat(offered, ", ")
      return { message = ("whowhen: %s is for %s"):format(format, known) }
    end
    local pieces = {}
    local out, message = require("whowhen.report").open(REPORTS[what] or what, format,
      function(text) table.insert(pieces, text) end, nil, buffer.desk:rules())
    if not out then return { message = "whowhen: " .. tostring(message) } end
    out:add(buffer.document, "text")
    out:close()
    return { export = { title = ("%s.%s"):format(what, format), format = format,
      -- Lines end as in an editor.
      text = (table.concat(pieces):gsub("\r\n", "\n")) } }
  end,
}

return M
