--- Prints one table of what whowhen costs:  make bench
---
---     bench.lua WHOWHEN BENCH FOLDER [FILE]
---
--- Whole processes run in turn, so that a machine that slows down slows all of them; what is shown
--- is the least of the runs, and the one in the middle, in times of `wc -w` on the same text.
--- Texts that repeat flatter every cache: the written articles are all different.
package.path = "tests/lua/?.lua;" .. package.path -- from the top of the tree
local shell = require("shell")

local whowhen, bench, folder, own = arg[1], arg[2], arg[3], arg[4]

--- How often each process runs, and how large the text of repeats is, in bytes.
local RUNS, REPEATS = 5, 40e6

--- The seconds of the processor, of the process and its children, that a command takes.
local function seconds(command)
  local text = shell.output(
    ("bash -c 'TIMEFORMAT=\"%%U %%S\"; time { %s >/dev/null 2>&1; }'"):format(command))
  local user, system = text:match("([%d.]+) ([%d.]+)%s*$")
  return tonumber(user) + tonumber(system)
end

--- Runs commands in turn; the least and the middle time of each, by its name.
local function compare(commands)
  local times = {}
  for _ = 1, RUNS do
    for _, command in ipairs(commands) do
      times[command.name] = times[command.name] or {}
      table.insert(times[command.name], seconds(command.run))
    end
  end
  for _, list in pairs(times) do table.sort(list) end
  return times
end

local function size_of(path)
  return tonumber((shell.output("wc -c <" .. path)))
end

--- One table: each command's time in times of the first one's.
local function table_of(title, path, commands)
  local times, bytes = compare(commands), size_of(path)
  print(("\n%s (%.1f MB)"):format(title, bytes / 1e6))
  print(("%-38s %9s %9s %9s"):format("", "least", "middle", "MB/s"))
  local least = times[commands[1].name][1]
  local middle = times[commands[1].name][(RUNS + 1) // 2]
  for _, command in ipairs(commands) do
    local list = times[command.name]
    print(("%-38s %9.2f %9.2f %9.1f"):format(command.name, list[1] / least,
      list[(RUNS + 1) // 2] / middle, bytes / 1e6 / list[1]))
  end
end

local function processes(path)
  return {
    { name = "wc -w", run = "LC_ALL=C.UTF-8 wc -w " .. path },
    { name = "whowhen --count", run = whowhen .. " --count " .. path },
    { name = "tokens and dates alone", run = bench .. " dates " .. path },
    { name = "one PCRE2-JIT alternation of dates", run = bench .. " regex " .. path },
  }
end

--- What others that find dates or names in English take, where Node and npm are.
local function others(path)
  if shell.output("command -v node npm"):match("[^\n]+") == nil then
    print("\nskipped: chrono-node and compromise: there is no Node")
    return
  end
  os.execute(("cd %s && [ -d node_modules/compromise ] || "
    .. "npm install --silent chrono-node compromise >npm.log 2>&1"):format(folder))
  shell.write(folder .. "/chrono.cjs", [[
    const text = require("fs").readFileSync(process.argv[2], "utf8")
    const chrono = require("chrono-node")
    let n = 0
    for (const block of text.split(/\n\n+/)) n += chrono.parse(block).length
    console.log(n)
  ]])
  shell.write(folder .. "/compromise.cjs", [[
    const text = require("fs").readFileSync(process.argv[2], "utf8")
    const nlp = require("compromise")
    let n = 0
    for (const block of text.split(/\n\n+/)) n += nlp(block).people().length
    console.log(n)
  ]])
  table_of("others, on a smaller text", path, {
    { name = "wc -w", run = "LC_ALL=C.UTF-8 wc -w " .. path },
    { name = "whowhen --count", run = whowhen .. " --count " .. path },
    { name = "chrono-node (dates)", run = ("node %s/chrono.cjs %s"):format(folder, path) },
    { name = "compromise (persons)", run = ("node %s/compromise.cjs %s"):format(folder, path) },
  })
end

os.execute("mkdir -p " .. folder)
local different, repeats, small = folder .. "/different.txt", folder .. "/repeats.txt",
  folder .. "/small.txt"
local articles = {}
for path in shell.output("ls tests/corpus/written/*.txt"):gmatch("[^\n]+") do
  local file = assert(io.open(path, "rb"))
  -- Without the marks: a reader sees none.
  local text = file:read("*a"):gsub("{%l=[^|}]*|([^}]*)}", "%1"):gsub("{%l%d+:([^}]*)}", "%1")
  file:close()
  table.insert(articles, text)
end
local all = table.concat(articles, "\n")
shell.write(different, all)
shell.write(small, all:sub(1, 200000))
shell.write(repeats, all:rep(math.ceil(REPEATS / #all)):sub(1, REPEATS))

table_of("different text", different, processes(different))
table_of("the same, repeated", repeats, processes(repeats))
if own then table_of(own, own, processes(own)) end
others(small)

print("\nkeys: microseconds until a screen is marked again")
print(("%-24s %9s %9s %9s %9s"):format("", "median", "99 %", "99.9 %", "worst"))
for _, size in ipairs({ "10000", "1000000", "100000000", "1000000000" }) do
  io.write((shell.output(("%s keys %s"):format(bench, size))))
end
io.write((shell.output(bench .. " hard")))

print("\nopening")
for _, size in ipairs({ "16000000", "1000000000" }) do
  io.write((shell.output(("%s open %s"):format(bench, size))))
end

print("\nthe command")
local sample, rules = "tests/corpus/sample.txt", folder .. "/rules.lua"
os.execute(("%s rules %s"):format(bench, rules))
local runs = compare({
  { name = "start", run = ("for i in {1..10}; do %s %s; done"):format(whowhen, sample) },
  { name = "plain", run = ("%s --count %s"):format(whowhen, different) },
  { name = "ruled", run = ("%s --rules=%s --count %s"):format(whowhen, rules, different) },
  { name = "loaded", run = ("%s --rules=%s --count /dev/null"):format(whowhen, rules) },
})
print(("%.1f ms for one article, the whole process"):format(runs.start[1] * 100))
print(("%.0f ms to load 10,000 words and 200 patterns; with them a text takes %.2f times as long")
  :format(runs.loaded[1] * 1000, (runs.ruled[1] - runs.loaded[1]) / runs.plain[1]))

print("\nmemory")
io.write((shell.output(bench .. " memory 10000000")))
