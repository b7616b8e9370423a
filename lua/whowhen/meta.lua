---@meta whowhen_core
-- luacheck: ignore 212 241

--- The C module: a thin skin over include/whowhen.h.  Users call `require "whowhen"`.
---
--- Positions are bytes from 1, ranges are inclusive, and last = first - 1 is an empty range; a
--- position outside of the text is an argument error.  A set of kinds is a number with bit i - 1
--- for core.kinds[i], and the next bit for vague mentions, which belong to that set only; the
--- default is every kind.  Running out of memory raises an error and changes nothing.
---@class whowhen.Core
---@field version string
---@field kinds whowhen.Kind[] The kinds by their numbers.
---@field finding_names string[] The ids of the findings that it makes, by their numbers.
local core = {}

--- Makes an empty document.  An invalid date gives nil and a message.  options.rules is what
--- core.rules gave; the document keeps it alive.
---@param options? whowhen.Options
---@return whowhen.CoreDocument?
---@return string? message
function core.new(options) end

--- What core.rules is given of a rule.
---@class whowhen.CoreRule
---@field pattern? string PCRE2, in UTF-8; it must not match empty text. Matches stay in a block.
---@field words? string[] Whole words or runs of them, as they are written.
---@field kind? integer|"titles"|"never" One of core.kinds by its number, or 10 … 32 for a kind of
--- its own; without it matches are no mentions.  Words may be titles, or never names.
---@field priority integer Overlaps: the higher priority, then the longer, then the core's own
--- times, rules in the order of the list, and the core's own names; then the earlier.

--- What was compiled of rules; it serves any number of documents of this Lua state.
---@class whowhen.CoreRules: userdata

--- Compiles rules.  On failure nil, a message, the place in `list` of the rule that is wrong, and
--- for a pattern the bytes before the error.
---@param list whowhen.CoreRule[]
---@return whowhen.CoreRules?
---@return string? message
---@return integer? item
---@return integer? offset
function core.rules(list) end

--- How many bytes a text begins with that are ASCII.
---@param text string
---@return integer
function core.ascii(text) end

--- The name of a form by its number: "month-day", "name", "rule".
---@param number integer
---@return string
function core.form(number) end

---@class whowhen.CoreDocument
local document = {}

--- The named groups of the match of a rule that begins at `first`, matched again when asked for.
---@param first integer
---@param rule integer
---@return table<string, string>
function document:groups(first, rule) end

--- The first match of a rule that begins in first..last, or nothing.
---@param rule integer
---@param first integer
---@param last integer
---@return integer? first
---@return integer? last
function document:query(rule, first, last) end

--- The first rule from number `from` on whose pattern took too many steps in a paragraph: the
--- document is read without it, as if it found nothing.
---@param from? integer
---@return integer?
function document:slow_rule(from) end

--- Replaces first..last; returns the range in which marks changed, or nothing.
---@param first integer
---@param last integer
---@param replacement string
---@return integer? first
---@return integer? last
function document:edit(first, last, replacement) end

--- Makes the text equal to `text`; returns as edit does.
---@param text string
---@return integer? first
---@return integer? last
function document:sync(text) end

--- Divides about so many bytes more of a lazy document into articles, then makes the engine ready
--- for forms that no text has asked for: for a host that has nothing else to do.  Whether there is
--- more, and first and last of what is to be painted again, if anything is.
---@param bytes integer
---@return boolean more
---@return integer? first
---@return integer? last
function document:idle(bytes) end

--- The length of the text in bytes; also #document.
---@return integer
function document:len() end

---@param first integer
---@param last integer
---@return string
function document:text(first, last) end

--- How many bytes of `text` stand at `pos` and behind it; with `back`, of its last ones at `pos`
--- and before.
---@param pos integer
---@param text string
---@param back? boolean
---@return integer
function document:common(pos, text, back) end

--- Frees the document's memory; every other function raises an error from then on.
function document:close() end

--- The first mention whose last byte lies after `pos`, 0 .. len; nothing when there is none.  Past
--- `limit` nothing is read for it in a lazy document.
---@param pos integer
---@param kinds? integer
---@param limit? integer
---@return integer? first
---@return integer? last
---@return integer? kind
---@return boolean? vague
---@return integer? form The number of its form, see core.form().
---@return integer? rule The number of the rule that made it.
function document:next(pos, kinds, limit) end

--- The last mention whose first byte lies before `pos`, 1 .. len + 1; nothing when there is none.
---@param pos integer
---@param kinds? integer
---@return integer? first
---@return integer? last
---@return integer? kind
---@return boolean? vague
---@return integer? form
---@return integer? rule
function document:previous(pos, kinds) end

--- What claims a range and lost it to mentions there: the i-th, the better right first.  Returns as
--- next() does; nothing when there are no more.
---@param first integer
---@param last integer
---@param i integer From 1.
---@return integer? first
---@return integer? last
---@return integer? kind
---@return boolean? vague
---@return integer? form
---@return integer? rule
function document:beneath(first, last, i) end

--- The mentions that touch a range, as { first, last, kind, … }, in `into` when it is given.
---@param first integer
---@param last integer
---@param into? integer[]
---@param kinds? integer
---@return integer[]
function document:spans(first, last, into, kinds) end

--- How many mentions of each kind end at or before `last` (0 .. len, by default all), in the order
--- of core.kinds, then vague ones, then those of rules' own kinds; as_read: among what was read so
--- far of a lazy document.
---@param last? integer
---@param as_read? boolean
---@return integer ...
function document:count(last, as_read) end

--- How many bytes of a lazy document were not read yet.
---@return integer
function document:unread() end

--- The last byte that no longer depends on what may be appended, or 0.
---@return integer
function document:settled() end

--- The value of a mention, or of what lies beneath one, told by its range and its form's number;
--- nil when it has none.
---@param first integer
---@param last integer
---@param form integer
---@return string?
function document:value(first, last, form) end

--- What a time mention tells: its value and what that has no room for.
---@param first integer
---@param last integer
---@param form integer
---@param kind integer
---@return string? value
---@return string? until_ Of the first mention of a range the value of its end.
---@return string? bound
---@return string? mod
---@return string? zone
---@return integer? first Of a range the mention that ends it, as next() gives it …
---@return integer? last
---@return integer? kind
---@return boolean? vague
---@return integer? form
function document:time(first, last, form, kind) end

--- How many articles there are, at least 1.
---@return integer
function document:articles() end

--- The index of the article that holds `pos`, 1 .. len + 1.
---@param pos integer
---@return integer
function document:article_at(pos) end

--- What is known of an article: its range, where its reference date came from, the date, and the
--- range of the text that gave it; then the same of a date that disagrees, if there is one.
---@param index integer
---@return integer first
---@return integer last
---@return string source
---@return string? date
---@return integer? from
---@return integer? to
---@return string? other_source
---@return string? other_date
---@return integer? other_from
---@return integer? other_to
function document:article(index) end

--- How many entities (persons, organisations, places, …) the article `index` has.
---@param index integer
---@return integer
function document:entities(index) end

--- What is known of an entity, by its number from 1: its kind's number, its mentions, how many
--- before it have its name too, the ranges of its best name and of its first mention, and that of a
--- title beside one of them.
---@param index integer The article.
---@param number integer
---@return integer kind
---@return integer mentions
---@return integer namesakes
---@return integer name_first
---@return integer name_last
---@return integer first
---@return integer last
---@return integer? title_first
---@return integer? title_last
function document:entity(index, number) end

--- The number of the entity that the name at a range belongs to, and whether others in the article
--- bear that name too; nothing when no name stands there.
---@param first integer
---@param last integer
---@return integer? number
---@return boolean? ambiguous
function document:link(first, last) end

--- How many findings the article `index` has.
---@param index integer
---@return integer
function document:findings(index) end

--- A finding by its number from 1: its id, the value of a date (of an ambiguous order the other
--- reading), the range of the mention, and that of the other name.
---@param index integer The article.
---@param number integer
---@return string id
---@return string value
---@return integer first
---@return integer last
---@return integer? other_first
---@return integer? other_last
function document:finding(index, number) end

--- What is known of the word at a position; see ww_explanation.
---@class whowhen.CoreExplanation
---@field first? integer The word, where one stands.
---@field last? integer
---@field role? string In time expressions.
---@field scores? table<whowhen.Kind|"no name", integer> Where names were looked for, and with it:
---@field settled? string What says in the model's place what the name is.
---@field lists? string[]
---@field evidence? string[]
---@field also_lower? boolean

---@param pos integer
---@return whowhen.CoreExplanation
function document:explain(pos) end

return core
