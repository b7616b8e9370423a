--- The text with its marks, in constant memory: what is final is written and dropped while the rest
--- is read.
local input = require("whowhen.cli.input")
local terminal = require("whowhen.cli.terminal")
local visible = require("whowhen.visible")

local M = {}

--- A text that can be shown, with its line ends as they are.
local function harmless(text)
  if not text:find("\r\n", 1, true) then return visible.text(text) end
  local out, pos = {}, 1
  while true do
    local at = text:find("\r\n", pos, true)
    if not at then break end
    table.insert(out, visible.text(text:sub(pos, at - 1)))
    table.insert(out, "\r\n")
    pos = at + 2
  end
  table.insert(out, visible.text(text:sub(pos)))
  return table.concat(out)
end

local function marked(text, color)
  if color == "" then return text end
  local on, off = "\27[" .. color .. "m", "\27[m"
  -- less and some terminals end a mark with its line: begin it again after the indentation.
  return on .. text:gsub("[ \t]*\r?\n[ \t]*", off .. "%0" .. on) .. off
end

--- Writes a document with its marks up to a byte; `reading.shown` is the last byte that has been
--- written.
local function paint(run, document, reading, upto)
  local colors, spans = terminal.by_number(document, run.colors), {}
  while reading.shown < upto do
    local last = visible.window(document, reading.shown + 1, upto)
    document:spans(reading.shown + 1, last, spans, run.options.kinds or "shown")
    for i = 1, #spans, 3 do
      -- Of what came line by line the beginning may have been shown without its mark.
      local from, to = math.max(spans[i], reading.shown + 1), spans[i + 1]
      local color = colors[spans[i + 2]]
      local before = harmless(document:text(reading.shown + 1, from - 1))
      run.write(before .. marked(harmless(document:text(from, to)), color))
      reading.shown = to
    end
    if reading.shown < last then
      run.write(harmless(document:text(reading.shown + 1, last)))
      reading.shown = last
    end
  end
end

--- Up to which byte marks are final.  A rule's functions may look at all of an article.
local function final(document)
  local settled = document:settled()
  if settled == 0 or not (document.rules and document.rules.filters) then return settled end
  return document:article_at(math.min(settled + 1, document:len())).first - 1
end
M.final = final

--- Writes what can be written after a piece was read, and drops what is final.  What comes line by
--- line is shown as it comes: what its marks depend on may not have been written yet.
local function keep_up(run, document, reading)
  local done = final(document)
  local upto = reading.follows and run.on_terminal and document:len() or done
  if upto > reading.shown then paint(run, document, reading, upto) end
  if done > 0 and done <= reading.shown then
    document:edit(1, done, "")
    reading.shown = reading.shown - done
  end
  if reading.follows then run.flush() end
end

--- Shows what is left of a text as it is, but harmless.
local function show_rest(run, reading)
  local kept = ""
  for piece in input.next, reading do
    kept, reading.piece = kept .. piece, nil
    local whole = visible.whole(kept)
    run.write(harmless(kept:sub(1, whole)))
    kept = kept:sub(whole + 1)
    if reading.follows then run.flush() end
  end
  run.write(harmless(kept))
end

--- Shows each line as an article of its own.
local function show_lines(run, document, reading)
  input.each_line(reading, function(line, newline)
    document:sync(line)
    reading.shown = 0
    paint(run, document, reading, #line)
    run.write(newline)
    if reading.follows then run.flush() end
  end)
  document:sync("")
  reading.shown = 0
end

local function show_all(run, document, reading)
  input.append(document, reading, function() keep_up(run, document, reading) end)
  paint(run, document, reading, document:len())
end

--- Shows a text with marks.  When that fails, the error is raised after the text has been shown
--- without them: a reader who asked for a text gets it.
---@param run whowhen.cli.Run
---@param reading whowhen.cli.Reading
function M.marked(run, reading)
  local document
  local ok, fault = pcall(function()
    document = assert(run.whowhen.document("", run.document_options))
    local show = run.options.lines and show_lines or show_all
    show(run, document, reading)
  end)
  if not ok and not run.ends(fault) then
    if document and document:len() > reading.shown then
      run.write(harmless(document:text(reading.shown + 1)))
    end
    show_rest(run, reading)
  end
  if document then document:close() end
  if not ok then error(fault, 0) end
end

--- Shows a text without marks.
---@param run whowhen.cli.Run
---@param reading whowhen.cli.Reading
function M.plain(run, reading)
  show_rest(run, reading)
end

--- Names a file before its text, where there are several.
---@param run whowhen.cli.Run
---@param name string
---@param number integer
function M.separator(run, name, number)
  local before = number > 1 and "\n" or ""
  run.write(("%s\27[2m==> %s <==\27[m\n"):format(before, visible.label(name)))
end

return M
