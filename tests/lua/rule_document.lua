--- Documents with rules, matched in Lua: by plain search for words, and for patterns with PCRE2
--- through LuaJIT's ffi where that is there.
local whowhen = require("whowhen")

local M = {}

local has_ffi, ffi = pcall(require, "ffi")
local pcre2
if has_ffi then
  ffi.cdef([[
    void *pcre2_compile_8(const char *, size_t, uint32_t, int *, size_t *, void *);
    void *pcre2_match_data_create_from_pattern_8(void *, void *);
    int pcre2_match_8(void *, const char *, size_t, size_t, uint32_t, void *, void *);
    size_t *pcre2_get_ovector_pointer_8(void *);
    int pcre2_pattern_info_8(void *, uint32_t, void *);
    int pcre2_get_error_message_8(int, char *, size_t);
  ]])
  for _, name in ipairs({ "pcre2-8", "libpcre2-8.so.0" }) do
    local ok, library = pcall(ffi.load, name)
    if ok then pcre2 = library end
  end
end

--- Whether patterns can be matched here.
M.has_patterns = pcre2 ~= nil

local UTF, NAMECOUNT, NAMEENTRYSIZE, NAMETABLE = 0x00080000, 17, 18, 19

--- Compiles a pattern; nil, a message and an offset when it is wrong.
local function compile(pattern)
  local code, offset = ffi.new("int[1]"), ffi.new("size_t[1]")
  local compiled = pcre2.pcre2_compile_8(pattern, #pattern, UTF, code, offset, nil)
  if compiled ~= nil then return compiled end
  local message = ffi.new("char[200]")
  pcre2.pcre2_get_error_message_8(code[0], message, 200)
  return nil, ffi.string(message), tonumber(offset[0])
end

--- The numbers of the named groups.
local function group_numbers(compiled)
  local n, size, names = ffi.new("uint32_t[1]"), ffi.new("uint32_t[1]"), ffi.new("uint8_t*[1]")
  pcre2.pcre2_pattern_info_8(compiled, NAMECOUNT, n)
  pcre2.pcre2_pattern_info_8(compiled, NAMEENTRYSIZE, size)
  pcre2.pcre2_pattern_info_8(compiled, NAMETABLE, names)
  local numbers = {}
  for i = 0, n[0] - 1 do
    local entry = names[0] + i * size[0]
    numbers[ffi.string(ffi.cast("char*", entry + 2))] = entry[0] * 256 + entry[1]
  end
  return numbers
end

local function pattern_matches(rule, text)
  local compiled = assert(compile(rule.pattern))
  local data = pcre2.pcre2_match_data_create_from_pattern_8(compiled, nil)
  local numbers, list, pos = group_numbers(compiled), {}, 0
  while pcre2.pcre2_match_8(compiled, text, #text, pos, 0, data, nil) > 0 do
    local at = pcre2.pcre2_get_ovector_pointer_8(data)
    local groups = {}
    for name, number in pairs(numbers) do
      local from, to = tonumber(at[2 * number]), tonumber(at[2 * number + 1])
      if from <= #text then groups[name] = text:sub(from + 1, to) end
    end
    table.insert(list, { first = tonumber(at[0]) + 1, last = tonumber(at[1]), groups = groups })
    pos = tonumber(at[1])
  end
  return list
end

local function word_matches(rule, text)
  local list = {}
  for _, word in ipairs(rule.words) do
    local first, last = text:find(word, 1, true)
    while first do
      if not text:sub(first - 1, first - 1):find("%w") and not text:find("^%w", last + 1) then
        table.insert(list, { first = first, last = last, groups = {} })
      end
      first, last = text:find(word, last + 1, true)
    end
  end
  return list
end

--- What stands for core.rules.
function M.compile(list)
  for i, rule in ipairs(list) do
    local ok, message, offset = true, nil, nil
    if rule.pattern and pcre2 then
      ok, message, offset = compile(rule.pattern)
    elseif rule.pattern and rule.pattern:find("%(") and not rule.pattern:find("%)") then
      ok, message, offset = nil, "missing closing parenthesis", #rule.pattern
    end
    if not ok then return nil, message, i, offset end
  end
  return { n = #list }
end

local function matches_of(rule, text)
  if rule.words then return word_matches(rule, text) end
  return rule.pattern and pcre2 and pattern_matches(rule, text) or {}
end

local function overlaps(list, m)
  for _, other in ipairs(list) do
    if m.first <= other.last and other.first <= m.last then return true end
  end
  return false
end

--- Makes a document with a set of rules, or without.
---@param text string
---@param set? whowhen.RuleSet
function M.make(text, set)
  local document = assert(whowhen.document(text, { date = "2024-07-14" }))
  if not set then return document end
  local list, queries = {}, {}
  for _, rule in ipairs(set.rules) do
    for _, m in ipairs(matches_of(rule, text)) do
      m.rule, m.kind, m.text = rule.name, rule.kind, text:sub(m.first, m.last)
      if not rule.kind then
        table.insert(queries, m)
      elseif not overlaps(list, m) and set:accepts(rule, document, m, m.groups) then
        m.value = set:value(rule, document, m, m.groups)
        table.insert(list, m)
      end
    end
  end
  for m in document:mentions() do
    if not overlaps(list, m) and not set:rejects(document, m) then table.insert(list, m) end
  end
  table.sort(list, function(a, b) return a.first < b.first end)
  function document.mentions()
    local i = 0
    return function()
      i = i + 1
      return list[i]
    end
  end
  function document.findings(_, article) return set:findings(document, article, queries) end
  return document
end

return M
