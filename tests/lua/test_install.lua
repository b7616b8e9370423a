-- What `make install` puts below a prefix works there, and `make uninstall` takes all of it away.
local support = require("support")
local check, equal = support.check, support.equal

-- Once is enough, and only an unsanitized module runs without help.
if support.ABI ~= "lua5.4" or support.BUILD ~= "build" then
  check("installed by the tests of Lua 5.4", true)
  support.finish()
end

local function output(command)
  local pipe = assert(io.popen(command .. " 2>&1"))
  local text = pipe:read("*a")
  pipe:close()
  return text
end

local folder = output("mktemp -d"):match("[^\n]+")
-- A place with a blank and a letter beyond ASCII in its name.
local root = folder .. "/a prefix é"
local function make(goal)
  local cc = os.getenv("CC") or "cc"
  return output(("MAKEFLAGS= make -s %s CC='%s' PREFIX='%s/usr'"):format(goal, cc, root))
end

local said = make("install")
check("one line says so", said:find("whowhen [%d.]+ is installed below"), said)
check("and that the command is not on the path", said:find("$PATH needs", 1, true), said)
local bin = ("'%s/usr/bin/whowhen'"):format(root)
check("the command", output(bin .. " --count tests/corpus/sample.txt"):find("%d+ date"))
check("its sources are its own", not output("grep -c \"$PWD\" " .. bin):find("^[1-9]"))
check("no temporary file is left", output(("find '%s' -name '*.new'"):format(root)) == "")
check("the modules are stripped",
  not output(("file -L '%s'/usr/lib/lua/*/whowhen_core.so"):format(root)):find("with debug_info"))
local shown = output(("nm -D --defined-only '%s/usr/lib/libwhowhen.so' | awk '{ print $3 }'")
  :format(root))
for name in shown:gmatch("[^\n]+") do check(name .. " is public", name:find("^ww_%l")) end
check("the library has them all", shown:find("ww_document_new"))

-- What shells complete has every option.
local completions = {
  ["bash-completion/completions/whowhen"] = "--%s",
  ["zsh/site-functions/_whowhen"] = "--%s",
  ["fish/vendor_completions.d/whowhen.fish"] = "-l %s ",
}
for path, form in pairs(completions) do
  local file = assert(io.open(("%s/usr/share/%s"):format(root, path)))
  local text = file:read("*a")
  file:close()
  for _, option in ipairs(require("whowhen.cli.options").OPTIONS) do
    check(path .. " has --" .. option.name, text:find(form:format(option.name), 1, true))
  end
end
for path in pairs(completions) do
  local shell = path:match("^%l+")
  if output("command -v " .. shell) == "" then
    print("skipped: the syntax of its completions: there is no " .. shell)
  else
    equal("syntax for " .. shell, output(("%s -n '%s/usr/share/%s'"):format(shell, root, path)), "")
  end
end
equal("completed", output(("bash -c '. \"%s/usr/share/bash-completion/completions/whowhen\"; "
  .. "COMP_WORDS=(whowhen --format = h); COMP_CWORD=3; _whowhen; echo ${COMPREPLY[@]}'"):format(
  root)), "html\n")

equal("pkg-config", output(
  ("PKG_CONFIG_PATH='%s/usr/lib/pkgconfig' pkg-config --modversion whowhen"):format(root)),
  output("sed -n 's/^#define WW_VERSION \"\\(.*\\)\"/\\1/p' include/whowhen.h"))

-- Installing again replaces files by renaming: a file that somebody has open stays whole.
local open = assert(io.open(root .. "/usr/bin/whowhen"))
make("install")
check("a file in use stays", #open:read("*a") > 0)
open:close()
make("uninstall")
equal("nothing is left", output(("find '%s' -mindepth 1 ! -path '%s/usr'"):format(root, root)), "")
os.execute("rm -rf '" .. folder .. "'")
support.finish()
