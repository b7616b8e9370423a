--- Runs the examples that stand beside rules.
---
---     examples = {
---       "Case {docket|No. 24-0317} was heard.",      what the rule marks, and nothing else
---       "Sales fell in {date=2024-Q3|Q3 FY2024}.",   with the value it gives
---       "Gate No. 24 is open.",                      nothing to mark here
---       "He came on {!=Aug. 3|Aug. 3rd}.",           a finding, with its first suggestion
---       "The {-|Rust} set was closed.",              a mark that the rule rejects
---     }
---
--- Only the rule's own marks count.  The reference date is M.DATE, unless the text has a header.
local check = require("whowhen.rule.check")
local rules = require("whowhen.rules")
local visible = require("whowhen.visible")

local M = { DATE = "2024-07-14" }

--- Takes the marks out of an example: the text, and the marks as a list.
---@param example string
---@return string text
---@return { first: integer, last: integer, kind: string, value: string? }[]
function M.parse(example)
  local marks, pieces, len, pos = {}, {}, 0, 1
  local function add(piece)
    table.insert(pieces, piece)
    len = len + #piece
  end
  for start, label, text, after in example:gmatch("(){([%w!-][^{}|]*)|([^{}]*)}()") do
    add(example:sub(pos, start - 1))
    local kind, value = label:match("^([^=]*)=(.*)$")
    local first, last = len + 1, len + #text
    table.insert(marks, { first = first, last = last, kind = kind or label, value = value })
    add(text)
    pos = after
  end
  add(example:sub(pos))
  return table.concat(pieces), marks
end

--- Puts marks into a text.
local function marked(text, marks)
  local pieces, pos = {}, 1
  table.sort(marks, function(a, b) return a.first < b.first end)
  for _, mark in ipairs(marks) do
    local value = mark.value and "=" .. mark.value or ""
    table.insert(pieces, text:sub(pos, mark.first - 1))
    table.insert(pieces, ("{%s%s|%s}"):format(mark.kind, value, text:sub(mark.first, mark.last)))
    pos = mark.last + 1
  end
  table.insert(pieces, text:sub(pos))
  return table.concat(pieces)
end

--- What a rule does in a text, as marks.
local function marks_of(set, rule, text, make)
  local marks = {}
  local document = make(text, set)
  for m in document:mentions() do
    if m.rule == rule.name then
      table.insert(marks, { first = m.first, last = m.last, kind = m.kind, value = m.value })
    end
  end
  for _, article in ipairs(document:articles()) do
    for _, finding in ipairs(document:findings(article)) do
      if finding.id == rule.name then
        local suggestion = finding.suggestions[1]
        table.insert(marks, { first = finding.first, last = finding.last, kind = "!",
          value = suggestion and suggestion.text })
      end
    end
  end
  if rule.reject or rule.never then
    local plain = make(text, nil)
    for m in plain:mentions() do
      if set:rejects(plain, m) == rule then
        table.insert(marks, { first = m.first, last = m.last, kind = "-" })
      end
    end
  end
  return marks
end

--- Runs one example: what came out instead, or nil when it is right.
local function trouble(set, rule, example, make)
  local text, expected = M.parse(example)
  local marks = marks_of(set, rule, text, make)
  -- A value that the example does not name is not compared.
  for _, mark in ipairs(marks) do
    local named = false
    for _, want in ipairs(expected) do
      named = named or want.first == mark.first and want.value ~= nil
    end
    if not named then mark.value = nil end
  end
  local got, want = marked(text, marks), marked(text, expected)
  return got ~= want and got or nil
end

--- Runs all examples of a set.  `make` makes a document of a text and a set, or of a text alone.
---@param set whowhen.RuleSet
---@param make fun(text: string, set: whowhen.RuleSet?): whowhen.Document
---@return integer run
---@return string[] failures One message each.
function M.run(set, make)
  local run, failures = 0, {}
  for _, rule in ipairs(set.rules) do
    for i, example in ipairs(rule.examples or {}) do
      run = run + 1
      local got = trouble(set, rule, example, make)
      if got then
        table.insert(failures, ("%s: example %d:\n  wanted %s\n  got    %s"):format(
          check.label(rule.file, rule.line, rule.name), i, visible.line(example), visible.line(got)
        ))
      end
    end
  end
  return run, failures
end

--- Tests rules as the command does: writes what is wrong with them and a line of totals.  False
--- when anything is.
---@param files string[]
---@param write fun(text: string)
---@return boolean sound
function M.report(files, write)
  local whowhen, matcher = require("whowhen"), require("whowhen_core").rules
  local function complain(message) write(visible.text(message) .. "\n") end
  local faults = 0
  local set, messages = rules.load(files, {
    compile = matcher,
    report = function(message)
      faults = faults + 1
      complain(message)
    end,
  })
  for _, message in ipairs(messages) do complain(message) end
  if not matcher then
    write(("%d rules, %d refused; examples are not run: this module matches no rules\n"):format(
      #set.rules, #messages
    ))
    return #messages == 0
  end
  local run, failures = M.run(set, function(text, with)
    return assert(whowhen.document(text, { date = M.DATE, rules = with }))
  end)
  for _, failure in ipairs(failures) do complain(failure) end
  write(("%d rules, %d refused; %d examples, %d failed\n"):format(
    #set.rules, #messages, run, #failures
  ))
  return #messages == 0 and #failures == 0 and faults == 0
end

return M
