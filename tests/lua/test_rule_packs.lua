--- The packs that come with the program: sound, and right in their own examples.
local support = require("support")
local rule_document = require("rule_document")
local rule_test = require("whowhen.rule.test")
local rules = require("whowhen.rules")
local equal, check = support.equal, support.check

for _, pack in ipairs({ "ap", "courts", "markets" }) do
  local reported = {}
  local set, messages = rules.load(pack, {
    compile = rule_document.compile,
    report = function(message) table.insert(reported, message) end,
  })
  equal(pack .. ": sound", table.concat(messages, "\n"), "")
  check(pack .. ": has rules", #set.rules > 3)
  for _, rule in ipairs(set.rules) do
    check(rule.name .. " has examples", rule.examples or rule.titles)
    local prefix = pack == "ap" and "style" or pack
    check(rule.name .. " is named after its pack", rule.name:find("^" .. prefix .. "%-"))
    check(rule.name .. " has a line", rule.line)
  end
  if rule_document.has_patterns then
    local run, failures = rule_test.run(set, rule_document.make)
    check(pack .. ": examples", #failures == 0, table.concat(failures, "\n"))
    check(pack .. ": examples were run", run >= #set.rules - 1)
    equal(pack .. ": no fault", table.concat(reported, "\n"), "")
  end
end

-- All packs together.
local set, messages = rules.load({ "ap", "courts", "markets" }, { compile = rule_document.compile })
equal("together: sound", table.concat(messages, "\n"), "")
check("together: all rules", #set.rules > 15)

support.finish()
