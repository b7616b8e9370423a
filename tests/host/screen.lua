--- Runs a program in a terminal of its own, sends it keys, and reads back which words carry which
--- marks.  Needs tmux.  Nothing is timed: a test waits until the screen shows what it wants.
local M = {}

-- How long a screen may take to show what is wanted: only a failing test waits that long, and what
-- fails after it in the same file seldom gets better by waiting.
local PATIENCE, SPENT = tonumber(os.getenv("PATIENCE")) or 30, 3

local function quote(word)
  return "'" .. tostring(word):gsub("'", "'\\''") .. "'"
end
M.quote = quote

--- Runs a shell command and returns its output.
function M.output(command)
  local pipe = assert(io.popen(command))
  local text = pipe:read("a")
  pipe:close()
  return text
end

function M.read(path)
  local file = io.open(path, "rb")
  if not file then return nil end
  local text = file:read("a")
  file:close()
  return text
end

function M.write(path, text)
  local file = assert(io.open(path, "wb"))
  file:write(text)
  file:close()
  return path
end

--- The folder of the source tree, and that of the build, as absolute paths.
M.ROOT = M.output("pwd"):gsub("\n", "")
local build = os.getenv("B") or "build"
M.BUILD = build:find("^/") and build or M.ROOT .. "/" .. build

local folders = {}

--- Makes a folder that remove_folders() removes.
function M.folder()
  local path = M.output("mktemp -d"):gsub("\n", "")
  table.insert(folders, path)
  return path
end

function M.remove_folders()
  for _, path in ipairs(folders) do
    -- A program that was just ended may still be writing there.
    local word = quote(path)
    os.execute(("rm -rf %s 2>/dev/null || { sleep 1; rm -rf %s; }"):format(word, word))
  end
end

local ATTRIBUTES = { [1] = "bold", [2] = "dim", [3] = "italic", [4] = "underline", [7] = "reverse" }
local ENDS = { [22] = { "bold", "dim" }, [23] = { "italic" }, [24] = { "underline" },
  [27] = { "reverse" } }

local function apply(style, codes)
  local numbers = {}
  for code in (codes == "" and "0" or codes):gmatch("[^;]+") do
    -- "4:3" is an underline of a kind.
    table.insert(numbers, tonumber(code:match("^%d+")))
  end
  local i = 1
  while i <= #numbers do
    local n = numbers[i]
    if n == 0 then
      for name in pairs(style) do style[name] = nil end
    elseif ATTRIBUTES[n] then
      style[ATTRIBUTES[n]] = true
    elseif ENDS[n] then
      for _, name in ipairs(ENDS[n]) do style[name] = nil end
    elseif n == 38 or n == 48 or n == 58 then
      local last = numbers[i + 1] == 5 and i + 2 or i + 4
      local name = n == 38 and "fg" or n == 48 and "bg" or "line"
      style[name] = table.concat(numbers, ",", i + 1, math.min(last, #numbers))
      i = last
    elseif n == 39 then
      style.fg = nil
    elseif n == 49 then
      style.bg = nil
    elseif n >= 30 and n <= 37 or n >= 90 and n <= 97 then
      style.fg = tostring(n)
    elseif n >= 40 and n <= 47 or n >= 100 and n <= 107 then
      style.bg = tostring(n)
    end
    i = i + 1
  end
end

---@class View A screen as it was seen.
---@field text string Its rows, with a newline after each.
---@field styles table<integer, table<string, any>> The style of each byte of `text`.
local View = {}
View.__index = View

local function view_of(capture)
  local rows, styles, style, at = {}, {}, {}, 0
  local pos = 1
  while pos <= #capture do
    local codes, after = capture:match("^\27%[([%d;:]*)m()", pos)
    if codes then
      apply(style, codes)
      pos = after
    elseif capture:find("^\27", pos) or capture:find("^[\14\15]", pos) then
      pos = pos + (capture:match("^\27[()].", pos) and 3 or 1)
    else
      local copy = {}
      for name, value in pairs(style) do copy[name] = value end
      at = at + 1
      rows[at], styles[at] = capture:sub(pos, pos), copy
      pos = pos + 1
    end
  end
  return setmetatable({ text = table.concat(rows), styles = styles, raw = capture }, View)
end

--- Whether the screen shows a text.
function View:has(text)
  return self.text:find(text, 1, true) ~= nil
end

--- The style that all bytes of the first occurrence of a word share, for the n-th occurrence; nil
--- when it is not in sight.
function View:style(word, n)
  local from, to = 0, 0
  for _ = 1, n or 1 do
    from, to = self.text:find(word, to + 1, true)
    if not from then return nil end
  end
  local shared = {}
  for name, value in pairs(self.styles[from]) do shared[name] = value end
  for i = from, to do
    for name, value in pairs(shared) do
      if self.styles[i][name] ~= value then shared[name] = nil end
    end
  end
  return shared
end

--- Whether a word carries a mark: an attribute's name.
function View:marked(word, attribute, n)
  local style = self:style(word, n)
  return style ~= nil and style[attribute] ~= nil
end

--- Whether a word is in sight and carries none.
function View:plain(word, attribute, n)
  local style = self:style(word, n)
  return style ~= nil and style[attribute] == nil
end

---@class Screen
local Screen = {}
Screen.__index = Screen

-- Ends all that runs in a terminal, whose shell leads their session: a program may ignore that its
-- terminal is gone, and run on for ever.
local END = "for p in $(ps -o pid= -s %s); do kill -KILL $p; done 2>/dev/null"

--- The process that runs the tests.
local TESTS = M.output("echo $PPID"):match("%d+")

--- Starts a program: { command = {…}, env = { NAME = "value" }, cols =, rows =, cwd = }.
function M.start(what)
  local folder = M.folder()
  local self = setmetatable({ tmux = ("tmux -f /dev/null -S %s/socket "):format(folder) }, Screen)
  local words = { "env" }
  for name, value in pairs(what.env or {}) do table.insert(words, quote(name .. "=" .. value)) end
  for _, word in ipairs(what.command) do table.insert(words, quote(word)) end
  local watch = ("(while kill -0 %s 2>/dev/null; do sleep 1; done; %s) & "):format(
    TESTS, END:format("$$"))
  local start = ("cd %s && LC_ALL=C.UTF-8 %s -u new-session -d -x %d -y %d %s"):format(
    quote(what.cwd or folder), self.tmux, what.cols or 90, what.rows or 24,
    quote(watch .. "stty -ixon; " .. table.concat(words, " ") .. "; echo ended $?; sleep 600"))
  local setup = " \\; set -g status off \\; set -sg escape-time 0 \\; set -g history-limit 0"
  assert(os.execute(start .. setup .. " >/dev/null 2>&1"), "tmux does not start")
  return self
end

--- What the program writes to its terminal from now on, byte by byte, goes to the end of a file.
---@return string path
function Screen:record()
  local path = M.folder() .. "/written"
  M.write(path, "")
  os.execute(self.tmux .. "pipe-pane -o 'cat >>" .. path .. "'")
  return path
end

--- A text that wants to be more: it sets a title and a colour, hides, turns writing and rings, in
--- its words and between them.
M.EVIL_TEXT = (" date 2024-07-14 X - Judge Mary%s Sommer ruled on Friday, July%s 13.\n"
  .. "Sommer%s left; Bob%s\nStone met Mary Sommers%s two days later, on 5/6/2024.\n"):gsub("%%s",
  "\27]0;obeyed\7\27[38;5;201m\194\15538;5;202m\27[8m\226\128\174\194\144\8")

--- A file's name may hold all but "/" and NUL.  It is the editor that shows it: some write C1 and
--- what turns writing as they are, so there is none here.
M.EVIL_NAME = "a\27]0;obeyed\7\27[38;5;201m\8\127\233 b.txt"

--- Whether nothing of these was given to a terminal as it is.
function M.is_obeyed(written)
  return written:find("\27]0;obeyed", 1, true) or written:find("\27%[[%d;:]*38[;:]5[;:]201")
    or written:find("\194[\144\155]") or written:find("\226\128\174", 1, true)
end

function Screen:look()
  local capture = M.output(self.tmux .. "capture-pane -e -p 2>/dev/null")
  self.seen = view_of(capture)
  return self.seen
end

--- Sends keys by their names in tmux: "C-x", "Escape", "Down".
function Screen:keys(...)
  local words = {}
  for i, key in ipairs({ ... }) do words[i] = quote(key) end
  os.execute(self.tmux .. "send-keys " .. table.concat(words, " "))
end

--- Types a text.
function Screen:type(text)
  os.execute(self.tmux .. "send-keys -l " .. quote(text))
end

--- Waits until the screen is as wanted; false when it never is.
function Screen:wait(wanted)
  local last = os.time() + PATIENCE
  repeat
    local view = self:look()
    if wanted(view) then return true end
    os.execute("sleep 0.04")
  until os.time() > last
  PATIENCE = math.min(PATIENCE, SPENT)
  return false
end

function Screen:close()
  local shell = M.output(self.tmux .. "display-message -p '#{pane_pid}' 2>/dev/null"):match("%d+")
  if shell then os.execute(END:format(shell)) end
  os.execute(self.tmux .. "kill-server 2>/dev/null")
end

--- Makes the function that checks a screen: what is wanted is a function of the view, or a text
--- that has to be seen.
function M.expecter(support, screen)
  return function(label, wanted)
    local condition = wanted
    if type(wanted) == "string" then
      condition = function(view) return view:has(wanted) end
    end
    local ok = screen:wait(condition)
    return support.check(label, ok, not ok and "the screen is\n" .. screen.seen.raw or nil)
  end
end

return M
