-- needs: elinks tmux
-- elinks in a terminal: the words of a page that are marked, and markup that is left alone.
local support = require("support")
local screen = require("screen")

local home = screen.folder()
-- The folder of elinks, and that of 0.18 and later.
os.execute(("mkdir -p %s/.elinks %s/.config && ln -s ../.elinks %s/.config/elinks"):format(
  home, home, home))
screen.write(home .. "/.elinks/hooks.lua",
  ("dofile(%q)\n"):format(screen.ROOT .. "/lua/whowhen/host/elinks.lua"))
screen.write(home .. "/.elinks/elinks.conf", [[
set document.colors.use_document_colors = 2
set terminal.screen-256color.colors = 3
set terminal.screen-256color.underline = 1
set terminal.screen-256color.type = 2
set terminal.screen-256color.utf_8_io = 1
set document.browse.margin_width = 3
]])
screen.write(home .. "/page.html", [[
<html><head><title>2019</title><style>p { margin: 2018-01-01 }</style>
<script>var d = "2017-01-01";</script></head><body>
<!-- 2016-01-01 --><p>date 2024-07-14</p><p title="2015-01-01">On Friday, <i>July</i> 12 it rained
for three&nbsp;weeks &amp; more; 3 < 4.</p><p>tail</p></body></html>
]])
local elinks = screen.start({
  command = { "elinks", "-no-connect", home .. "/page.html" },
  env = { HOME = home, TERM = "screen-256color" },
})
local expect = screen.expecter(support, elinks)
expect("the page", "rained")
expect("marks", function(v)
  return v:marked("2024-07-14", "underline") and v:marked("Friday,", "underline")
    and v:plain("rained", "underline") and v:plain("tail", "underline")
end)
expect("markup is left alone", function(v)
  return v:has("& more; 3 < 4.") and not v:has("font") and not v:has("2015")
end)
elinks:close()

screen.remove_folders()
support.finish()
