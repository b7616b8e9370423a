--- Commands that say what is marked, and whether; most work where nothing is marked, too.
local kind_sets = require("whowhen.kinds")

local M = {}

M.kinds = {
  help = "KIND: marks these from now on, and walks over them; \"shown\" is the usual ones",
  takes = { "kinds" },
  run = function(buffer, _, words)
    local kinds = table.concat(words, ",")
    local bits, message = kind_sets.resolve(kinds, buffer.document.own)
    if not bits then return { message = "whowhen: " .. message } end
    buffer.desk.config.kinds = kinds
    return { repaint = true, message = "whowhen: marks " .. table.concat(words, " ") }
  end,
}

M.toggle = {
  help = "marks this text, or no longer",
  anywhere = true,
  run = function(buffer)
    buffer.wanted = not buffer.document
    if not buffer.wanted then buffer:drop() end
    local how = buffer.wanted and "on" or "off"
    buffer.refused = nil
    return { repaint = true, message = ("whowhen: %s here"):format(how) }
  end,
}

M.reload = {
  help = "reads the rules again, and starts anew after a fault",
  anywhere = true,
  run = function(buffer)
    local changed, trouble = buffer.desk:reload()
    for _, other in pairs(buffer.desk.buffers) do
      if changed then other:drop() end
      other.refused = nil
    end
    local how = changed and "new rules are in force" or "the rules are as they were"
    return { repaint = true, message = "whowhen: " .. (trouble or how) }
  end,
}

return M
