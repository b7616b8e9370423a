--- Requests of --batch and arguments of the command, mangled at random: each is answered or told
--- what is wrong with it.  N=n tries so many, SEED=n others; `make fuzz` does for long.
local support = require("support")
local arguments = require("whowhen.cli.arguments")
local batch = require("whowhen.cli.batch")
local known = require("whowhen.cli.options")
local whowhen = require("whowhen")
local check = support.check

-- The command is Lua 5.4's alone.
local cjson = support.ABI == "lua5.4" and require("whowhen.report.json").load()
if not cjson then
  check("looked at by the tests of Lua 5.4", true)
  support.finish()
end

local N = tonumber(os.getenv("N")) or 400
local SEED = tonumber(os.getenv("SEED")) or 1
math.randomseed(SEED)

local REQUESTS = {
  '{"id":"a","text":"On Friday, Alec Baldwin spoke.","dct":"2024-07-14"}',
  '{"text":"It rained on July 13.\\n\\nJudge Mary Sommer did not.","id":1.50}',
  '{"id":[1,{"x":null}],"text":"\\u00e9t\\u00e9 2024 \\ud83d\\ude00, two days later","dct":null}',
  '{"dct":"2024-07-14T10:00:00Z","text":"","id":"\\"\\\\"}',
}
local PIECES = { '"', "\\", "{", "}", "[", "]", ":", ",", "\\u0000", "\\ud800", "\255", "\0",
  "null", "1e999", "-",
  '"text":', '"dct":"2024-02-30"', " ", "\226\128\174", "\t", '"id":NaN', "Friday" }

local function mangle(text, pieces)
  for _ = 1, math.random(0, 4) do
    local at = math.random(#text + 1)
    local stop = math.random(4) == 1 and math.min(#text, at + math.random(8)) or at - 1
    local piece = math.random(3) > 1 and pieces[math.random(#pieces)] or text:sub(at, at + 5)
    text = text:sub(1, at - 1) .. piece .. text:sub(stop + 1)
  end
  return text
end

--- A message is one that somebody wrote, and not Lua's own about a fault in a source.
local function is_message(text)
  return type(text) == "string" and not text:find("%.lua:%d") and not text:find("attempt to")
end

local run = { whowhen = whowhen, cjson = cjson, options = { kinds = "all" }, document_options = {} }

--- What is wrong with how a line was answered; nil when nothing is.
local function wrong_answer(line)
  local sound, answer = pcall(batch.answer, run, line)
  if not sound then return not is_message(answer) and tostring(answer) or nil end
  local read, reply = pcall(cjson.decode, answer)
  if not read then return "no JSON: " .. answer end
  if not answer:find("^[^\n]*\n$") then return "more than a line" end
  local text = cjson.decode(line).text
  for _, span in ipairs(reply.spans) do
    if not (0 <= span.start and span.start < span["end"] and span["end"] <= #text) then
      return "a span outside of the text"
    end
  end
end

local values = { "2024-07-14", "2024-02-30", "", "all", "date,person", "nothing", "3:14", "0:0",
  "x", "ap", "json", "-1", "\27[2J", "\255" }

local function some_arguments()
  local argv = {}
  for i = 1, math.random(0, 5) do
    local option = known.OPTIONS[math.random(#known.OPTIONS)]
    local name = "--" .. option.name
    local join = math.random(3)
    if option.value and join == 1 then name = name .. "=" .. values[math.random(#values)] end
    if math.random(4) == 1 then name = mangle(name, { "-", "=", "\0", "e", "--" }) end
    argv[i] = math.random(6) == 1 and values[math.random(#values)] or name
  end
  return argv
end

local function wrong_reading(argv)
  local sound, options, message = pcall(arguments.parse, argv)
  if not sound then return tostring(options) end
  if not options then return not is_message(message) and tostring(message) or nil end
  return type(options.verb) ~= "string" and "no verb" or nil
end

local trouble
for i = 1, N do
  local line, argv = mangle(REQUESTS[i % #REQUESTS + 1], PIECES), some_arguments()
  trouble = wrong_answer(line) or wrong_reading(argv)
  if trouble then
    trouble = ("%d of seed %d: %s\n%q\n%s"):format(
      i, SEED, trouble, line, table.concat(argv, " "))
    break
  end
end
check(("%d requests and arguments"):format(N), not trouble, trouble)
support.finish()
