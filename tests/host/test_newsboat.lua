-- needs: newsboat less tmux
-- newsboat in a terminal, with the command as its pager.
local support = require("support")
local screen = require("screen")

local home = screen.folder()
screen.write(home .. "/feed.xml", [[
<?xml version="1.0"?><rss version="2.0"><channel><title>Wire</title><link>http://x/</link>
<description>d</description><item><title>News of the day</title><link>http://x/1</link>
<pubDate>Sun, 14 Jul 2024 12:00:00 +0000</pubDate>
<description>It rained on Friday for three days.</description></item></channel></rss>
]])
screen.write(home .. "/urls", "file://" .. home .. "/feed.xml\n")
-- Without LESS, a short article would end the pager at once.
screen.write(home .. "/config", ('pager "env LESS=-R %s %%f"\nauto-reload no\n'):format(
  screen.BUILD .. "/whowhen"))
local boat = screen.start({
  command = { "newsboat", "-r", "-u", home .. "/urls", "-C", home .. "/config", "-c",
    home .. "/cache" },
  env = { HOME = home, TERM = "screen-256color", PAGER = "less", LESSHISTFILE = "-",
    LESSCHARSET = "utf-8" },
})
local expect = screen.expecter(support, boat)
expect("the feeds", "Wire")
boat:keys("Enter")
expect("the articles", "News of the day")
boat:keys("Enter")
expect("the article", function(v)
  return v:marked("Friday", "underline") and v:marked("three days", "underline")
    and v:plain("rained", "underline")
end)
boat:close()

screen.remove_folders()
support.finish()
