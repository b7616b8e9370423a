-- needs: nvim
-- The language server with Neovim's own client, and with Emacs's where it is: what they edit.
local support = require("support")
local screen = require("screen")
local check = support.check

local home = screen.folder()
local article = screen.write(home .. "/article.txt",
  screen.read(screen.ROOT .. "/tests/corpus/sample.txt"))
local environment = ("cd %s && export HOME=$PWD XDG_DATA_HOME=$PWD XDG_STATE_HOME=$PWD "
  .. "XDG_CONFIG_HOME=$PWD NVIM_LOG_FILE=/dev/null WHOWHEN=%s/whowhen ARTICLE=%s && "):format(
  home, screen.BUILD, article)

local told = screen.output(environment .. ("timeout 120 %s --headless -i NONE -n -u NONE %s "
  .. "-c 'luafile %s/tests/host/lsp_nvim.lua' 2>&1 </dev/null"):format(
  os.getenv("NVIM") or "nvim", article, screen.ROOT))
check("Neovim: edits are followed", told:find("0 wrong, marks true", 1, true), told)
check("Neovim: hover", told:find("hover date", 1, true), told)

local emacs = "emacs -q --batch --eval \"(progn (require 'package) (package-initialize))\" "
local has_eglot = screen.output(emacs .. "--eval \"(progn (require 'eglot) (princ 'there))\" 2>&1")
if not has_eglot:find("there", 1, true) then
  print("skipped: the language server in Emacs: there is no eglot")
else
  told = screen.output(environment .. ("timeout 120 %s -l %s/tests/host/lsp_eglot.el 2>&1")
    :format(emacs, screen.ROOT) .. " </dev/null")
  check("Emacs: edits are followed", told:find("0 wrong, marks t", 1, true), told)
end

screen.remove_folders()
support.finish()
