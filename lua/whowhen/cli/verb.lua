--- What the command puts out beside the marked text: a function a verb, called for each file.
local batch = require("whowhen.cli.batch")
local input = require("whowhen.cli.input")
local json = require("whowhen.report.json")
local show = require("whowhen.cli.show")
local visible = require("whowhen.visible")

local M = {}

--- Makes an empty document for as long as `work` needs it.
local function with_document(run, work)
  local document = assert(run.whowhen.document("", run.document_options))
  local ok, fault = pcall(work, document)
  document:close()
  if not ok then error(fault, 0) end
end

--- Calls `work` with the whole text; with --lines, with each line, and where it stands.
---@param work fun(document: whowhen.Document, at?: whowhen.report.Place)
local function each_text(run, reading, work)
  with_document(run, function(document)
    if not run.options.lines then
      input.append(document, reading)
      return work(document)
    end
    local at = { line = 0, start = 0 }
    input.each_line(reading, function(line, newline)
      at.line = at.line + 1
      document:sync(line)
      work(document, at)
      at.start = at.start + #line + #newline
    end)
  end)
end

local function count_row(run, counts, name)
  local row = {}
  for _, kind in ipairs(run.counted) do
    table.insert(row, ("%7d %s"):format(counts[kind] or 0, kind))
  end
  return table.concat(row, " ") .. (name and "  " .. visible.label(name) or "") .. "\n"
end

local function add_counts(sum, counts)
  for kind, n in pairs(counts) do sum[kind] = (sum[kind] or 0) + n end
end

--- Counts while it reads: what is final is counted and dropped, so that the length of a file does
--- not matter.
local function count_all(run, reading, counts)
  with_document(run, function(document)
    input.append(document, reading, function()
      local final = show.final(document)
      if final == 0 then return end
      add_counts(counts, document:count(final))
      document:edit(1, final, "")
    end)
    add_counts(counts, document:count())
  end)
end

function M.count(run, reading)
  local counts = {}
  if run.options.lines then
    each_text(run, reading, function(document) add_counts(counts, document:count()) end)
  else
    count_all(run, reading, counts)
  end
  add_counts(run.total, counts)
  local unnamed = #run.options.files == 1 and reading.name == "-"
  run.write(count_row(run, counts, not unnamed and reading.name or nil))
end

--- The last row of several files' counts.
function M.total(run)
  if #run.options.files > 1 then run.write(count_row(run, run.total, "total")) end
end

function M.json(run, reading)
  each_text(run, reading, function(document, at)
    json.mentions(document, reading.name, run.options.kinds, run.write, at)
    if reading.follows then run.flush() end
  end)
end

function M.report(run, reading)
  each_text(run, reading, function(document, at) run.report:add(document, reading.name, at) end)
end

function M.batch(run, reading)
  local number = 0
  input.each_line(reading, function(line)
    number = number + 1
    if not line:find("%S") then return end
    local ok, result = pcall(batch.answer, run, line)
    if ok then
      run.write(result)
      -- A program that asks a line at a time waits for the answer.
      run.flush()
    elseif run.ends(result) then
      error(result, 0)
    else
      run.complain(("%s:%d: %s"):format(reading.name, number, tostring(result)))
    end
  end)
end

--- The byte at a line and column; nil and a message when there is none.
local function place(document, line, column)
  local text, first = document:text(), 1
  for _ = 2, line do
    local newline = text:find("\n", first, true)
    if not newline then return nil, ("there is no line %.0f"):format(line) end
    first = newline + 1
  end
  local after = text:find("\n", first, true) or #text + 1
  if first + column > after then
    return nil, ("line %d has %d bytes"):format(line, after - first)
  end
  return first + column - 1
end

function M.explain(run, reading)
  with_document(run, function(document)
    input.append(document, reading)
    local pos, message = place(document, run.options.line, run.options.column)
    if not pos then error(message, 0) end
    run.write(table.concat(document:explain(pos), "\n") .. "\n")
  end)
end

return M
