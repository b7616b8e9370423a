-- needs: neomutt less tmux
-- neomutt in a terminal, with the command as its display filter: dates relate to the mail's own.
local support = require("support")
local screen = require("screen")

local home = screen.folder()
local COMMAND = screen.BUILD .. "/whowhen"
screen.write(home .. "/mbox", [[
From a@example.org Sun Jul 14 12:00:00 2024
From: A <a@example.org>
To: b@example.org
Subject: News
Date: Sun, 14 Jul 2024 12:00:00 +0000

It rained on Friday for three days.
]])
screen.write(home .. "/muttrc", ([[
set folder = %s
set display_filter = "%s --color=always"
set allow_ansi = yes
set charset = utf-8
set header_cache = ""
]]):format(home, COMMAND))
local mutt = screen.start({
  command = { "neomutt", "-n", "-F", home .. "/muttrc", "-f", home .. "/mbox" },
  env = { HOME = home, TERM = "screen-256color" },
})
local expect = screen.expecter(support, mutt)
expect("the index", "News")
mutt:keys("Enter")
expect("the mail", function(v)
  return v:marked("Friday", "underline") and v:marked("three days", "underline")
    and v:plain("rained", "underline")
end)
mutt:close()

screen.remove_folders()
support.finish()
