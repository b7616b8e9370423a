--- Makes the pictures of the read-me, doc/host-*.svg, from the screens of the real programs:
---
---     sh doc/pictures.sh [nvim|vis|mle|less …]
local screen = require("screen")

local COLUMNS, ROWS = 84, 17
local CELL, LINE, MARGIN = 8.4, 19, 14

-- The sixteen colours of a terminal, on white and on black, and what is neither.
local PALETTES = {
  light = { fg = "#24292f", bg = "#ffffff", "#24292f", "#b3261e", "#1f7a33", "#8a6100", "#1b5cc4",
    "#9b2393", "#0c7792", "#d0d4da", "#6a717a", "#c8372d", "#2a8f41", "#a3760a", "#2f6fd6",
    "#b03aa8", "#178ca9", "#eef0f2" },
  dark = { fg = "#d7dae0", bg = "#16181d", "#2b2f36", "#ff8a80", "#8fd694", "#e6c15c", "#8ab4f8",
    "#ef9bea", "#6fd3e7", "#d7dae0", "#6f7680", "#ffa69e", "#a9e2ad", "#efd385", "#a8c7fa",
    "#f4b8f0", "#93e0ef", "#ffffff" },
}

--- The colour of an SGR code: "35", "95", "5,224" or "2,255,0,0".
local function color_of(code, palette)
  local red, green, blue = code:match("^2,(%d+),(%d+),(%d+)$")
  if red then return ("#%02x%02x%02x"):format(red, green, blue) end
  local n = tonumber(code:match("^5,(%d+)$"))
  if not n then
    n = tonumber(code)
    n = n % 10 + (n >= 90 and 8 or 0)
  end
  if n < 16 then return palette[n + 1] end
  if n >= 232 then
    local grey = (n - 232) * 10 + 8
    return ("#%02x%02x%02x"):format(grey, grey, grey)
  end
  local function part(i) return i == 0 and 0 or i * 40 + 55 end
  n = n - 16
  return ("#%02x%02x%02x"):format(part(n // 36), part(n // 6 % 6), part(n % 6))
end

local function look_of(style, palette)
  local fg = style.fg and color_of(style.fg, palette) or palette.fg
  local bg = style.bg and color_of(style.bg, palette) or palette.bg
  if style.reverse then fg, bg = bg, fg end
  local classes = (style.bold and "b" or "") .. (style.underline and " u" or "")
    .. (style.italic and " i" or "")
  return fg, bg, classes
end

local ESCAPES = { ["&"] = "&amp;", ["<"] = "&lt;", [">"] = "&gt;" }

--- Cuts a view into runs of one look: { row, column, text, fg, bg, classes }.
local function runs_of(view, palette)
  local runs, row, column, last = {}, 1, 1, nil
  for pos, code in utf8.codes(view.text) do
    local character = utf8.char(code)
    if character == "\n" then
      row, column, last = row + 1, 1, nil
    else
      local fg, bg, classes = look_of(view.styles[pos], palette)
      if not last or last.fg ~= fg or last.bg ~= bg or last.classes ~= classes then
        last = { row = row, column = column, text = "", fg = fg, bg = bg, classes = classes, n = 0 }
        table.insert(runs, last)
      end
      last.text, last.n = last.text .. character, last.n + 1
      column = column + 1
    end
  end
  return runs
end

local function svg(view, palette)
  local width, height = math.ceil(COLUMNS * CELL + 2 * MARGIN), ROWS * LINE + 2 * MARGIN
  local out = { ([[<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d">
<style>text{font:14px/1 ui-monospace,Menlo,Consolas,'DejaVu Sans Mono',monospace;white-space:pre}
.b{font-weight:700}.i{font-style:italic}.u{text-decoration:underline}</style>
<rect width="%d" height="%d" rx="8" fill="%s"/>]]):format(width, height, width, width, height,
    palette.bg) }
  for _, run in ipairs(runs_of(view, palette)) do
    local x, y = MARGIN + (run.column - 1) * CELL, MARGIN + (run.row - 1) * LINE
    if run.bg ~= palette.bg then
      table.insert(out, ('<rect x="%.1f" y="%.1f" width="%.1f" height="%d" fill="%s"/>'):format(
        x, y, run.n * CELL, LINE, run.bg))
    end
    if run.text:find("%S") then
      table.insert(out, ('<text x="%.1f" y="%.1f" textLength="%.1f" fill="%s" class="%s" '
        .. 'xml:space="preserve">%s</text>'):format(x, y + 14, run.n * CELL, run.fg, run.classes,
        (run.text:gsub("[&<>]", ESCAPES))))
    end
  end
  table.insert(out, "</svg>\n")
  return table.concat(out, "\n")
end

local home = screen.folder()
os.execute("mkdir -p " .. home .. "/vis")
local text = screen.output("fold -s -w 78 tests/corpus/sample.txt")
screen.write(home .. "/article.txt", text)
local article = "article.txt"

-- For each program: its command with a theme, and what to press.
local PROGRAMS = {
  nvim = function(theme)
    local command = { "nvim", "-i", "NONE", "-n", "-u", "NONE", "--cmd", "set noswapfile rtp^="
      .. screen.ROOT .. " background=" .. theme, "-c", "runtime plugin/whowhen.lua", article }
    return command, function(terminal)
      terminal:type(":WhoWhen goto Friday")
      terminal:keys("Enter")
      terminal:wait(function(v) return v:has("2024-03-15") or v:has("Friday, March 14: ") end)
      terminal:type(":WhoWhen info")
      terminal:keys("Enter")
      return "the article's date"
    end
  end,
  vis = function(theme)
    screen.write(home .. "/vis/visrc.lua", ([[
require('vis')
package.path = %q .. package.path
require('whowhen.host.vis')
vis.events.subscribe(vis.events.INIT, function() vis:command("set theme %s") end)]]):format(
      screen.ROOT .. "/lua/?.lua;", theme == "dark" and "zenburn" or "light-16"))
    return { "vis", article }, function(terminal)
      terminal:type(":whowhen timeline")
      terminal:keys("Enter")
      return "Timeline, from"
    end
  end,
  mle = function()
    return { "mle", "-N", "-H", "0", "-x", screen.ROOT .. "/lua/whowhen/host/mle.lua", "-K",
      "whowhen,,1", "-k", "cmd_whowhen_start,f11,", "-n", "whowhen", "-M", "start f11", "-p",
      "start", article }, function() return "line" end
  end,
  less = function()
    return { "sh", "-c", ("LESSOPEN='|%s/whowhen --color=always %%s' less -R %s"):format(
      screen.BUILD, article) }, function() return "article.txt" end
  end,
}

local names = #arg > 0 and arg or { "nvim", "vis", "mle", "less" }
for _, name in ipairs(names) do
  for theme, palette in pairs(PALETTES) do
    local command, act = PROGRAMS[name](theme)
    local terminal = screen.start({
      command = command,
      cols = COLUMNS,
      rows = ROWS,
      cwd = home,
      env = { HOME = home, XDG_CONFIG_HOME = home, XDG_DATA_HOME = home, XDG_STATE_HOME = home,
        XDG_CACHE_HOME = home, NVIM_LOG_FILE = "/dev/null", TERM = "screen-256color",
        LESSHISTFILE = "-", LESSCHARSET = "utf-8" },
    })
    local wanted = { underline = true, reverse = true }
    assert(terminal:wait(function(v)
      for attribute in pairs(wanted) do
        if v:marked("2024-03-19", attribute) then return true end
      end
    end), name .. " shows no marks")
    local sign = act(terminal)
    assert(terminal:wait(function(v) return v:has(sign) end), name .. " does not show " .. sign)
    screen.write(("doc/host-%s-%s.svg"):format(name, theme), svg(terminal.seen, palette))
    terminal:close()
  end
end
screen.remove_folders()
