-- needs: pandoc
-- The pandoc filter: what is marked in its HTML, and that nothing else changes.
local support = require("support")
local screen = require("screen")
local equal, check = support.equal, support.check

local home = screen.folder()
local FILTER = screen.ROOT .. "/lua/whowhen/host/pandoc.lua"

local function html(text, filter)
  local file = screen.write(home .. "/article.md", text)
  return screen.output(("cd %s && pandoc -s --wrap=none --metadata title=x -t html %s %s 2>&1")
    :format(home, filter == false and "" or "-L " .. (filter or FILTER), file))
    :match("<body>.-</body>")
end
local function body(text) return html(text):match("</header>%s*(.-)%s*</body>") end
local function span(kind, value, text)
  return ('<span class="whowhen %s" data-value="%s">%s</span>'):format(kind, value, text)
end

equal("a date", body("On 2024-07-14, it"), "<p>On " .. span("date", "2024-07-14", "2024-07-14")
  .. ", it</p>")
equal("several words", body("for three days."), "<p>for " .. span("duration", "P3D", "three days")
  .. ".</p>")
equal("the date of the metadata", body("---\ndate: 2024-07-14\n---\nleft on Friday"):match("<p>.*"),
  "<p>left on " .. span("date", "2024-07-12", "Friday") .. "</p>")
local quoted = "Published 2024-07-14\n\n> left on **Friday** or *July\n> 13*"
equal("the date of a paragraph before", body(quoted)
  :match("<blockquote>%s*(.-)%s*</blockquote>"), "<p>left on <strong>"
  .. span("date", "2024-07-12", "Friday") .. "</strong> or <em>"
  .. span("date", "2024-07-13", "July 13") .. "</em></p>")
equal("code and notes are left alone", body("`2024-07-14`"), "<p><code>2024-07-14</code></p>")
local plain = "# H\n\nText with *no* dates.[^1]\n\n- a `b`\n- \"c\"\n\n[^1]: A note.\n"
equal("nothing else changes", html(plain), html(plain, false))
local text = "Text with *2024-07-14*, \"two weeks\" é [x 2021](y).\n\n- a `b` 2020\n\n"
  .. "| a |\n|---|\n| 1 |\n"
local function without_spans(page) return (page:gsub("</?span[^>]*>", "")) end
equal("no text is lost", without_spans(html(text)), without_spans(html(text, false)))
local broken = screen.write(home .. "/broken.lua", ([[
package.preload.whowhen_core = function() error("out of order") end
PANDOC_SCRIPT_FILE = %q
dofile(PANDOC_SCRIPT_FILE)]]):format(FILTER))
check("a fault leaves the document", html("on 2024-07-14", broken):find("<p>on 2024%-07%-14</p>"))
local said = screen.output(("echo x | pandoc -L %s 2>&1"):format(broken))
check("and is said", said:find("whowhen is off: out of order", 1, true), said)

screen.remove_folders()
support.finish()
