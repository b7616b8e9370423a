-- needs: less tmux gzip
-- less in a terminal, with the command as its LESSOPEN, with lesspipe before it, and in a pipe.
local support = require("support")
local screen = require("screen")

local ARTICLE = [[
 date 2024-07-14 Wire - On Friday, July 13, the judge ruled.
It rained for three days.
]] .. ("line\n"):rep(60) .. "The end came on 2021-01-05 at last\n"
local COMMAND = screen.BUILD .. "/whowhen"

local home = screen.folder()
local article = screen.write(home .. "/an article.txt", ARTICLE)

local function start(lessopen, arguments)
  local terminal = screen.start({
    command = { "sh", "-c", "unset LESSSECURE NO_COLOR; exec " .. arguments },
    env = { HOME = home, TERM = "screen-256color", LESS = "-R", LESSHISTFILE = "-",
      LESSCHARSET = "utf-8", LESSOPEN = lessopen },
  })
  return terminal, screen.expecter(support, terminal)
end
local function marked(v)
  return v:marked("2024-07-14", "underline") and v:marked("Friday, July 13", "underline")
    and v:plain("the judge ruled", "underline") and v:marked("2024-07-14", "fg")
end

local OPEN = "|" .. COMMAND .. " --color=always %s"
local less, expect = start(OPEN, "less " .. screen.quote(article))
expect("the first screen", marked)
expect("durations have the quiet mark", function(v)
  return v:marked("three days", "underline") and v:plain("three days", "fg")
end)
less:type("/end came")
less:keys("Enter")
expect("search", function(v) return v:marked("2021-01-05", "underline") end)
less:type("g&rained for three")
less:keys("Enter")
expect("a filter across a mark", function(v)
  return v:marked("three days", "underline") and not v:has("judge")
end)
less:close()

less, expect = start("", COMMAND .. " --color=always < " .. screen.quote(article) .. " | less")
expect("in a pipe", marked)
less:close()
less, expect = start("", "env PAGER=less " .. COMMAND .. " " .. screen.quote(article))
expect("as the command's own pager", marked)
less:close()

local evil = screen.write(home .. "/evil.txt",
  "2024-07-14 \27[8mhidden\27[0m \194\15531mred \27]0;title\7 end\n")
less, expect = start(OPEN, "less " .. evil)
expect("an article's escapes are shown", function(v)
  return v:has("[8mhidden") and v:has("<U+009B>31mred") and v:has("]0;title")
    and v:plain("red", "fg") and v:marked("2024-07-14", "underline")
end)
less:close()
local named = screen.write(home .. "/" .. screen.EVIL_NAME, screen.EVIL_TEXT)
less, expect = start(OPEN, "less " .. screen.quote(named))
local written = less:record()
less:keys("C-l")
expect("a name that is evil, too", function(v)
  return v:marked("5/6/2024", "underline") and v:has("<U+202E>") and v:plain("ruled", "fg")
end)
support.check("nothing of it is obeyed", not screen.is_obeyed(screen.read(written)))
less:close()
less, expect = start("|whowhen-missing --color=always %s", "less " .. screen.quote(article))
expect("a missing command leaves the text", function(v)
  return v:plain("2024-07-14", "underline")
end)
less:close()

-- What the read-me proposes for those who have lesspipe; here, one that knows .gz only.
local lesspipe = screen.write(home .. "/lesspipe",
  '#!/bin/sh\ncase $1 in *.gz) exec gzip -dc "$1" ;; esac\n')
os.execute("chmod +x " .. lesspipe .. "; gzip -k " .. screen.quote(article))
local CHAIN = ([[|f() { %s "$1" | grep -q . && %s "$1" || cat "$1"; }; f %%s | %s --color=always]])
  :format(lesspipe, lesspipe, COMMAND)
less, expect = start(CHAIN, "less " .. screen.quote(article .. ".gz"))
expect("an archive, by way of lesspipe", marked)
less:close()
less, expect = start(CHAIN, "less " .. screen.quote(article))
expect("a text, by way of lesspipe", marked)
less:close()

screen.remove_folders()
support.finish()
