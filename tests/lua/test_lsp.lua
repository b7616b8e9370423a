--- The language server: its positions, its wire, and every method, as a client sees them.
local support = require("support")
local unpack = rawget(table, "unpack") or rawget(_G, "unpack")
local equal, check = support.equal, support.check

if support.ABI ~= "lua5.4" then
  -- The command is Lua 5.4's alone.
  check("no server here", true)
  support.finish()
end

local wire = require("whowhen.lsp.wire")
local texts = require("whowhen.lsp.text")
local tokens = require("whowhen.lsp.tokens")
local whowhen = require("whowhen")
local server = require("whowhen.host.lsp")

if not wire.load() then
  print("skipped: the language server: there is no lua-cjson")
  check("no JSON here", true)
  support.finish()
end

-- Positions, in all encodings.
local TEXT = "a\xc3\xa9\xe2\x82\xac\xf0\x9f\x99\x82b\r\nc\rd\n\nlast \xf0\x9f\x99\x82"
for _, row in ipairs({
  -- encoding, byte, line, character
  { "utf-8", 1, 0, 0 }, { "utf-8", 11, 0, 10 }, { "utf-16", 11, 0, 5 }, { "utf-32", 11, 0, 4 },
  { "utf-16", 7, 0, 3 }, { "utf-16", 14, 1, 0 }, { "utf-16", 16, 2, 0 }, { "utf-16", 18, 3, 0 },
  { "utf-16", 19, 4, 0 }, { "utf-16", #TEXT + 1, 4, 7 }, { "utf-32", #TEXT + 1, 4, 6 },
}) do
  local text = texts.new(whowhen.document(TEXT), row[1])
  local label = ("%s byte %d"):format(row[1], row[2])
  local position = text:position(row[2])
  equal(label, position.line .. ":" .. position.character, row[3] .. ":" .. row[4])
  equal(label .. " and back", text:byte({ line = row[3], character = row[4] }), row[2])
end
local text16 = texts.new(whowhen.document(TEXT), "utf-16")
equal("in the middle of a character", text16:byte({ line = 0, character = 4 }), 7)
equal("behind a line's end", text16:byte({ line = 0, character = 99 }), 12)
equal("behind the text's end", text16:byte({ line = 9, character = 0 }), #TEXT + 1)
equal("an empty text", texts.new(whowhen.document(""), "utf-16"):byte({ line = 0, character = 0 }),
  1)

-- Edits: the lines that are followed are those of a fresh look.
math.randomseed(11)
local PIECES = { "\r", "\n", "\r\n", "x", "\xf0\x9f\x99\x82", "on 2024-07-14", "" }
local document = whowhen.document(TEXT:rep(3))
local followed, wrong = texts.new(document, "utf-16"), 0
for _ = 1, 2000 do
  local len = document:len()
  local first = math.random(len + 1)
  local last = math.min(len, first - 1 + math.random(0, 4))
  local piece = PIECES[math.random(#PIECES)] .. PIECES[math.random(#PIECES)]
  document:edit(first, last, piece)
  followed:follow(first, last - first + 1, piece)
  local fresh = texts.new(document, "utf-16")
  local got, want = table.concat(followed.starts, " "), table.concat(fresh.starts, " ")
  if got ~= want then wrong = wrong + 1 end
end
equal("lines after edits", wrong, 0)

-- Tokens.
for _, row in ipairs({
  { {}, {}, 0, 0, 0 },
  { { 0, 1, 2, 3, 4 }, { 0, 1, 2, 3, 4 }, 0, 0, 0 },
  { { 0, 1, 2, 3, 4 }, { 0, 1, 2, 3, 4, 1, 1, 1, 1, 1 }, 5, 0, 5 },
  { { 0, 1, 2, 3, 4, 1, 1, 1, 1, 1 }, { 1, 1, 1, 1, 1 }, 0, 5, 0 },
  { { 0, 1, 2, 3, 4, 1, 1, 1, 1, 1 }, { 0, 1, 9, 3, 4, 1, 1, 1, 1, 1 }, 0, 5, 5 },
}) do
  local edit = tokens.delta(row[1], row[2])[1]
  equal("delta", edit and edit.start or 0, row[3])
  equal("deleted", edit and edit.deleteCount or 0, row[4])
  equal("inserted", edit and #edit.data or 0, row[5])
end

-- The wire.
equal("an empty list", wire.encode(wire.list({})), "[]")
equal("an empty object", wire.encode({}), "{}")
equal("a list of lists", wire.encode({ { 1, 2 }, wire.list({}) }), "[[1,2],[]]")
equal("no control character", wire.encode("a\27\n"), '"a\\u001b\\n"')

local function input_of(bytes)
  local file = assert(io.tmpfile())
  file:write(bytes)
  file:seek("set")
  return file
end
local function framed(message)
  return ("Content-Length: %d\r\n\r\n%s"):format(#message, message)
end

--- Runs the server on messages, which are tables or raw; its messages, its status and its trouble.
local function serve(messages, defaults)
  local parts = {}
  for _, message in ipairs(messages) do
    if type(message) == "table" then
      message.jsonrpc = "2.0"
      message = framed(wire.encode(message))
    end
    table.insert(parts, message)
  end
  local out = assert(io.tmpfile())
  local status, trouble = server.serve(defaults or {}, input_of(table.concat(parts)), out)
  out:seek("set")
  local answers = {}
  while true do
    local message = wire.read(out)
    if not message then break end
    table.insert(answers, wire.decode(message))
  end
  out:close()
  return answers, status, trouble
end

local function request(id, method, params)
  return { id = id, method = method, params = params or {} }
end
local function notice(method, params)
  return { method = method, params = params or {} }
end
local function by_id(answers)
  local found = {}
  for _, answer in ipairs(answers) do
    if answer.id ~= nil then found[answer.id] = answer end
  end
  return found
end
local START = request(0, "initialize", { capabilities = {} })
local READY = notice("initialized")
local STOP, EXIT = request(99, "shutdown"), notice("exit")

-- Its life, as the specification tells it.
for _, row in ipairs({
  { "started and stopped", { START, READY, STOP, EXIT }, 0 },
  { "exit without shutdown", { START, READY, EXIT }, 1 },
  { "a client that goes away", { START, READY }, 1 },
  { "before it starts", { request(1, "textDocument/hover"), EXIT }, 1, 1, -32002 },
  { "after it stopped", { START, STOP, request(1, "textDocument/hover"), EXIT }, 0, 1, -32600 },
  { "started twice", { START, request(1, "initialize"), EXIT }, 1, 1, -32600 },
  { "an unknown method", { START, request(1, "x/y"), STOP, EXIT }, 0, 1, -32601 },
  { "no JSON", { START, framed("{]"), STOP, EXIT }, 0, wire.null, -32700 },
  { "no request", { START, framed("[1]"), STOP, EXIT }, 0, wire.null, -32600 },
  { "no method", { START, framed('{"id":1}'), STOP, EXIT }, 0, 1, -32600 },
  { "no such text", { START, request(1, "textDocument/hover",
    { textDocument = { uri = "x" } }), STOP, EXIT }, 0, 1, -32602 },
  { "an unknown notification", { START, notice("$/x"), notice("x"), STOP, EXIT }, 0 },
  { "a cancelled request", { START, notice("$/cancelRequest", { id = 1 }), STOP, EXIT }, 0 },
  { "no header", { START, "GET / HTTP/1.1\r\n\r\n" }, 2 },
  { "cut off", { START, "Content-Length: 99\r\n\r\n{}" }, 1 },
  { "another header", { "Content-Type: x\r\n" .. framed('{"id":0,"method":"initialize"}'), STOP,
    EXIT }, 0 },
}) do
  local answers, status = serve(row[2])
  equal(row[1], status, row[3])
  if row[4] then
    local answer = by_id(answers)[row[4]]
    equal(row[1] .. ": its error", answer and answer.error and answer.error.code, row[5])
  end
end
local hello = by_id(serve({ request(0, "initialize", { capabilities = { general = {
  positionEncodings = { "utf-16", "utf-8" } } } }), EXIT }))[0].result
equal("the best encoding", hello.capabilities.positionEncoding, "utf-8")
equal("the usual one", by_id(serve({ START, EXIT }))[0].result.capabilities.positionEncoding,
  "utf-16")

-- Every method, on an article with a character of two units.
local URI = "file:///a.txt"
local ARTICLE = " date 2024-07-14 X - \xf0\x9f\x99\x82 Judge Mary Sommer ruled on Friday, "
  .. "July 13.\n\n"
  .. "Sommer said no. It was\nJuly\n12.\n"
local function open(text, language)
  return notice("textDocument/didOpen", { textDocument = { uri = URI, version = 1,
    languageId = language or "plaintext", text = text } })
end
local function at(line, character)
  return { textDocument = { uri = URI }, position = { line = line, character = character },
    context = {} }
end
local WHOLE = { start = { line = 0, character = 0 }, ["end"] = { line = 9, character = 0 } }

--- The result of one request about the article.
local function ask(method, params, text, changes)
  local messages = { START, READY, open(text or ARTICLE) }
  for i, each in ipairs(changes or {}) do
    table.insert(messages, notice("textDocument/didChange", {
      textDocument = { uri = URI, version = i + 1 }, contentChanges = { each } }))
  end
  table.insert(messages, request(1, method, params))
  table.insert(messages, STOP)
  table.insert(messages, EXIT)
  local answers = serve(messages)
  local answer = by_id(answers)[1]
  check(method .. " answers", answer and answer.error == nil, answer and wire.encode(answer))
  return answer and answer.result, answers
end

local hover = ask("textDocument/hover", at(0, 55))
check("hover", hover.contents.value:find("2024-07-13", 1, true), hover.contents.value)
equal("hover: where", hover.range.start.character, 51)
equal("hover on nothing", ask("textDocument/hover", at(2, 8)), wire.null)
local found = ask("textDocument/documentHighlight", at(2, 1))
equal("highlights", #found, 2)
equal("the first", found[1].range.start.character, 30)
equal("definition", ask("textDocument/definition", at(2, 1)).range.start.line, 0)
equal("references", #ask("textDocument/references", at(2, 1)), 2)
local items = ask("textDocument/completion", at(2, 3)).items
equal("completion", items[1].label, "Mary Sommer")
equal("completion: what it replaces", items[1].textEdit.range.start.character, 0)
local flat = ask("textDocument/documentSymbol", { textDocument = { uri = URI } })
equal("flat symbols", ("%s,%d"):format(flat[1].name, flat[1].location.range.start.line),
  "Mary Sommer,0")
equal("workspace symbols", #ask("workspace/symbol", { query = "sOMM" }), 1)
equal("no such symbol", #ask("workspace/symbol", { query = "[" }), 0)
local folds = ask("textDocument/foldingRange", { textDocument = { uri = URI } })
equal("folds", ("%d-%d"):format(folds[1].startLine, folds[1].endLine), "0-4")
local actions = ask("textDocument/codeAction", { textDocument = { uri = URI },
  range = { start = { line = 0, character = 55 }, ["end"] = { line = 0, character = 55 } },
  context = { diagnostics = {} } })
local titles = {}
for i, action in ipairs(actions) do titles[i] = action.title end
check("actions", table.concat(titles, "|"):find('Replace by "Friday, July 12"|', 1, true),
  table.concat(titles, "|"))
check("other forms", table.concat(titles, "|"):find('Write as "2024-07-13"', 1, true))
equal("an edit", actions[1].edit.changes[URI][1].newText, "Friday, July 12")
local data = ask("textDocument/semanticTokens/full", { textDocument = { uri = URI } }).data
equal("tokens: the first", ("%d %d %d %d"):format(unpack(data, 1, 4)), "0 6 10 0")
equal("over lines", ("%d %d %d %d %d, %d %d %d"):format(unpack(data, #data - 9, #data - 2)),
  "1 0 4 0 1, 1 0 2")
equal("tokens of a range", #ask("textDocument/semanticTokens/range", { textDocument = { uri = URI },
  range = { start = { line = 0, character = 0 }, ["end"] = { line = 0, character = 9 } } }).data, 5)
equal("diagnostics when asked", #ask("textDocument/diagnostic",
  { textDocument = { uri = URI } }).items, 1)
local listed = ask("workspace/executeCommand", { command = "whowhen.cast",
  arguments = { { uri = URI } } })
equal("a command", listed.list[1].range.start.character, 30)
equal("a command's words", #ask("workspace/executeCommand", { command = "whowhen.list",
  arguments = { { uri = URI }, "date" } }).list, 3)
local fixed, answers = ask("workspace/executeCommand", { command = "whowhen.fix", arguments = {
  { textDocument = { uri = URI }, position = { line = 0, character = 55 } }, 2 } })
check("a change is asked of the client", fixed.message:find("Saturday, July 13", 1, true))
local asked
for _, each in ipairs(answers) do
  if each.method == "workspace/applyEdit" then asked = each.params.edit.changes[URI][1] end
end
equal("its edit", asked and asked.newText, "Saturday, July 13")
check("an unknown command", ask("workspace/executeCommand", { command = "whowhen.x",
  arguments = { { uri = URI } } }).message:find('no command "x"', 1, true))

-- Ignoring by a code action: the finding goes, and what is ignored is written where rules are.
local where = os.tmpname()
os.remove(where)
local desks = require("whowhen.desk")
local user_file = desks.user_file
desks.user_file = function(name) return where .. "/" .. name end
local ignoring = titles[#titles - 1]
equal("an action", ignoring, 'Ignore: weekday-mismatch of "Friday, July 13" is never queried')
local replies = serve({ START, READY, open(ARTICLE), request(1, "workspace/executeCommand",
  actions[#actions - 1].command), request(2, "textDocument/hover", at(2, 1)), STOP, EXIT })
check("is done", by_id(replies)[1].result.message:find("never queried", 1, true))
check("and the text is there", by_id(replies)[2].result ~= wire.null)
local latest
for _, each in ipairs(replies) do
  if each.method == "textDocument/publishDiagnostics" then latest = each.params end
end
equal("the finding is gone", #latest.diagnostics, 0)
os.execute("rm -r " .. where)
desks.user_file = user_file

-- Changes, and diagnostics that are pushed.
local function pushed(list)
  local last
  for _, each in ipairs(list) do
    if each.method == "textDocument/publishDiagnostics" then last = each.params end
  end
  return last
end
local _, told = ask("textDocument/hover", at(0, 0))
equal("pushed", #pushed(told).diagnostics, 1)
equal("for this version", pushed(told).version, 1)
local saturday = { range = { start = { line = 0, character = 51 },
  ["end"] = { line = 0, character = 57 } }, text = "Saturday" }
_, told = ask("textDocument/hover", at(0, 0), nil, { saturday })
equal("a change", #pushed(told).diagnostics, 0)
equal("its version", pushed(told).version, 2)
_, told = ask("textDocument/hover", at(0, 0), nil, { saturday, { text = ARTICLE } })
equal("the whole text", #pushed(told).diagnostics, 1)
hover = ask("textDocument/hover", at(1, 3), nil, { { range = { start = { line = 1, character = 0 },
  ["end"] = { line = 99, character = 0 } }, text = "on 2023-01-02" } })
check("to beyond the end", hover ~= wire.null and hover.contents.value:find("2023-01-02", 1, true))
hover = ask("textDocument/hover", at(0, 1), "`2024-07-14`\n")
check("a text is no markdown", hover ~= wire.null)

-- All methods in an empty text, and in one that is left alone.
for label, text in pairs({ empty = "", large = ("x"):rep(300) }) do
  for _, method in ipairs({ "hover", "documentHighlight", "definition", "references",
    "completion", "documentSymbol", "foldingRange", "codeAction", "semanticTokens/full",
    "semanticTokens/range",
    "semanticTokens/full/delta", "diagnostic" }) do
    local params = at(0, 0)
    params.range = WHOLE
    local list = serve({ request(0, "initialize", { capabilities = {},
      initializationOptions = { max_line = 200 } }), READY, open(text),
      request(1, "textDocument/" .. method, params), STOP, EXIT })
    check(method .. " in a text that is " .. label, by_id(list)[1].error == nil,
      wire.encode(by_id(list)[1]))
  end
end

-- Options of the client; those of the command line stand beside them.
local list = serve({ request(0, "initialize", { capabilities = {},
  initializationOptions = { kind = "x" } }), READY, STOP, EXIT })
local said
for _, each in ipairs(list) do
  if each.method == "window/showMessage" then said = each.params end
end
check("a wrong option", said and said.message:find('unknown option "kind"', 1, true))
list = serve({ START, READY, open("It rained on Friday"), notice("workspace/didChangeConfiguration",
  { settings = { whowhen = { date = "2024-07-14" } } }),
  request(1, "textDocument/hover", at(0, 15)), STOP, EXIT }, { findings = "none" })
check("changed", by_id(list)[1].result.contents.value:find("2024-07-12", 1, true))

support.finish()
