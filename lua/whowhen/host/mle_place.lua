--- Positions in mle, which counts lines from 0 and columns in characters, and tells neither the
--- cursor's position nor what is in sight.
local M = {}

-- mle 1.7 gave some functions other names.
M.text_between = mle.mark_get_between_mark or mle.mark_get_between
M.delete_between = mle.mark_delete_between_mark or mle.mark_delete_between

local near = 0 -- The line in which the cursor was last, from 0.
local rows, columns

--- The size of the terminal; mle does not tell what is in sight, so this much around the cursor is.
function M.screen_size()
  if not rows then
    local answer = mle.util_shell_exec("stty size </dev/tty", 1)
    rows, columns = (answer.output or ""):match("^(%d+) (%d+)")
    rows, columns = tonumber(rows) or 60, tonumber(columns) or 160
  end
  return rows, columns
end

function M.newlines(text)
  return select(2, text:gsub("\n", ""))
end

--- How many characters mle counts in a text: bytes that go on a character are none.
local function characters(text)
  return select(2, text:gsub("[^\128-\191]", ""))
end

--- The position of the cursor, and its line from 0.  mle tells neither, but what lies between two
--- marks: so measure from where the cursor was.
function M.where(context, buffer)
  if mle.buffer_get_bline(context.buffer, near).rv ~= 0 then near = 0 end
  local from = mle.mark_clone(context.mark).ret_mark
  mle.mark_move_to(from, near, 0)
  local between = M.text_between(from, context.mark).ret_str or ""
  local start = buffer.lines:start(near + 1)
  if mle.mark_is_gt(from, context.mark).rv ~= 0 then
    near = near - M.newlines(between)
    start = start - #between
  else
    near = near + M.newlines(between)
    start = start + #between
  end
  mle.mark_destroy(from)
  return start, near
end

--- Where a position is in mle: the line from 0, and the column in characters.
function M.place(buffer, pos)
  local line, column = buffer.lines:place(pos)
  return line - 1, characters(buffer.document:text(pos - column + 1, pos - 1))
end

--- Whether a position may be in sight: long lines are cut at the border, or wrapped.
function M.in_sight(buffer, pos, cursor)
  local height, width = M.screen_size()
  local _, column = buffer.lines:place(pos)
  return column <= width or math.abs(pos - cursor) <= height * width
end

return M
