--- Commands that work where nothing is marked, too.
local M = {}

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
