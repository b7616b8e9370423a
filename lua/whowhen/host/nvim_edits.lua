--- The listening half of the Neovim adapter: what was edited, read when it is needed.
local api = vim.api

local M = {}

local LARGE = 4 * 2 ^ 20 -- Reading a text of this size at once takes as long as eyes notice.
local ROWS = 8192 -- How many rows are read at a time, in some milliseconds.

---@type table<integer, { row: integer, from: integer, old: integer, new: integer }|false>
local hulls = {} -- What was edited and not read yet, for each buffer listened to.

local ticks = {} ---@type table<integer, integer> When each of these was read last.

--- Where a row begins, in bytes from 0; that behind the last is the text's length.
---@param buf integer
---@param row integer
---@return integer
function M.offset(buf, row)
  local offset = api.nvim_buf_get_offset(buf, row)
  -- Before 0.10 an empty buffer has no offsets; it holds an empty line.
  return offset >= 0 and offset or row
end
local offset_of = M.offset

--- The length of the text with the newline of its last line, which Neovim does not count where the
--- file has none and is to stay so.
local function length(buf)
  local options = vim.bo[buf]
  local lacks = not options.endofline and (options.binary or not options.fixendofline)
  return offset_of(buf, api.nvim_buf_line_count(buf)) + (lacks and 1 or 0)
end

--- Hands over the whole text, which is put together when somebody wants it: it may be too large.
---@return whowhen.Source
local function whole(buf)
  local text
  return {
    len = length(buf),
    read = function(first, last)
      text = text or table.concat(api.nvim_buf_get_lines(buf, 0, -1, false), "\n") .. "\n"
      return text:sub(first, last)
    end,
  }
end

--- Whether a buffer should be read in slices.
---@param buf integer
---@return boolean
function M.is_large(buf)
  return length(buf) > LARGE
end

--- Whether so much of a large buffer was edited, as by :%substitute, that it should be read again
--- in slices.
---@param buf integer
---@return boolean
function M.is_overtaken(buf)
  local hull = hulls[buf]
  return hull and hull.new > LARGE / 4 and M.is_large(buf)
end

--- Reads a large buffer in slices, from its beginning again when it changes meanwhile.  `later` has
--- the next slice read; `done` is given the text.
---@param buf integer
---@param later fun(step: function)
---@param done fun(text: string)
function M.read_slowly(buf, later, done)
  local tick, row, pieces
  local function step()
    if not api.nvim_buf_is_loaded(buf) then return done(nil) end
    if tick ~= api.nvim_buf_get_changedtick(buf) then
      tick, row, pieces = api.nvim_buf_get_changedtick(buf), 0, {}
    end
    local rows = api.nvim_buf_get_lines(buf, row, row + ROWS, false)
    table.insert(pieces, table.concat(rows, "\n"))
    row = row + #rows
    if row < api.nvim_buf_line_count(buf) then return later(step) end
    ticks[buf] = tick
    if hulls[buf] then hulls[buf] = false end
    table.insert(pieces, "") -- The last line has a newline too.
    done(table.concat(pieces, "\n"))
  end
  later(step)
end

--- Adds an edit to the hull of those that were not read yet.  The new text must not be read now:
--- during :substitute, undo and block edits it is ahead of the event, or behind.
local function merge(hull, row, from, old, new)
  if not hull then return { row = row, from = from, old = old, new = new } end
  local start, stop = math.min(hull.from, from), math.max(hull.from + hull.new, from + old)
  return {
    row = from < hull.from and row or hull.row,
    from = start,
    old = hull.old + hull.from - start + stop - hull.from - hull.new,
    new = stop - start - old + new,
  }
end

--- Whether a byte is in a row.
local function is_in_row(buf, row, offset)
  return row < api.nvim_buf_line_count(buf) and offset_of(buf, row) <= offset
    and offset < offset_of(buf, row + 1)
end

--- The row of a byte, from 0; the editor knows where its lines begin.  `guess` is looked at first.
local function row_of(buf, offset, guess)
  if guess and is_in_row(buf, guess, offset) then return guess end
  local low, high = 0, api.nvim_buf_line_count(buf)
  while high - low > 1 do
    local middle = math.floor((low + high) / 2)
    if offset_of(buf, middle) <= offset then low = middle else high = middle end
  end
  return low
end

---@class whowhen.NvimLines: whowhen.Lines
---@field buf integer
local Lines = {}
Lines.__index = Lines

--- The line and the column of a position, both from 1.
function Lines:place(pos)
  local row = row_of(self.buf, pos - 1)
  return row + 1, pos - offset_of(self.buf, row)
end

--- The position of the first byte of a line.
function Lines:start(line)
  return offset_of(self.buf, math.max(0, math.min(line - 1, api.nvim_buf_line_count(self.buf)))) + 1
end

-- The editor knows of edits before we do.
function Lines.before_edit() end
function Lines.reset() end

--- Where the lines of a buffer begin.
---@param buf integer
---@return whowhen.Lines
function M.lines(buf)
  return setmetatable({ buf = buf }, Lines)
end

--- Reads `len` bytes of the editor's text behind `from`, which is in `row`.
local function read(buf, row, from, len)
  local list, step = {}, 1
  local column = from - offset_of(buf, row)
  local wanted = column + len
  local got = 0
  while got < wanted do
    local more = api.nvim_buf_get_lines(buf, row, row + step, false)
    if #more == 0 then break end
    for _, text in ipairs(more) do
      list[#list + 1] = text
      got = got + #text + 1
    end
    row, step = row + #more, math.min(2 * step, ROWS)
  end
  return (table.concat(list, "\n") .. "\n"):sub(column + 1, wanted)
end

--- Makes the edits in the document that were made in the editor.  Gives the whole text instead
--- when there is no document yet, or when the editor's reports do not add up.
---@param desk whowhen.Desk
---@param buf integer
---@param again fun(buf: integer, first: integer, last: integer) Is told of rows to be drawn again.
---@return whowhen.Source?
function M.catch_up(desk, buf, again)
  local buffer = desk:buffer(buf)
  local hull, tick = hulls[buf], api.nvim_buf_get_changedtick(buf)
  if hull then hulls[buf] = false end
  local is_same = ticks[buf] == tick
  ticks[buf] = tick
  if not buffer.document or hull == nil then return whole(buf) end
  -- An edit may go unreported, as some of the last line in a file without a newline.
  if not hull then return not is_same and whole(buf) or nil end
  -- Nor is what it reports of the last line to be relied on there.
  if not vim.bo[buf].endofline and hull.from + hull.old >= buffer.document:len() - 1 then
    return whole(buf)
  end
  local row = row_of(buf, hull.from, hull.row)
  local text = read(buf, row, hull.from, hull.new)
  if #text ~= hull.new or buffer.document:len() - hull.old + hull.new ~= length(buf) then
    return whole(buf)
  end
  local first, last = buffer:edit(hull.from + 1, hull.from + hull.old, text)
  -- The editor draws what was edited; the row of a key press is all that changes, mostly.
  if first and not (is_in_row(buf, row, first - 1) and is_in_row(buf, row, last - 1)) then
    local first_row, last_row = row_of(buf, first - 1), row_of(buf, last - 1)
    vim.schedule(desk:protect(function() again(buf, first_row, last_row) end))
  end
  return nil
end

--- Starts to listen to what is edited in a buffer.
---@param desk whowhen.Desk
---@param buf integer
function M.listen(desk, buf)
  if hulls[buf] ~= nil then return end
  hulls[buf] = false
  local mine = hulls
  local function drop()
    if desk.buffers[buf] then desk.buffers[buf]:drop() end
  end
  api.nvim_buf_attach(buf, false, {
    on_bytes = function(_, _, _, row, _, from, _, _, old, _, _, new)
      if hulls ~= mine then return true end
      hulls[buf] = merge(hulls[buf], row, from, old, new)
    end,
    on_reload = drop,
    on_detach = function()
      mine[buf], ticks[buf] = nil, nil
      drop()
    end,
  })
end

--- Stops to listen: who still calls back finds that its time is over.
function M.stop()
  hulls = {}
end

return M
