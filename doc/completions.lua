--- Writes what a shell completes after `whowhen`, made of the command's list of options:
---
---     LUA_PATH="lua/?.lua;lua/?/init.lua;;" lua5.4 doc/completions.lua bash|zsh|fish
local kinds = require("whowhen.kinds")
local options = require("whowhen.cli.options").OPTIONS

--- The words that an option's value may be; empty when they cannot be listed.
local function words_of(option)
  if option.takes == "kinds" then
    local words = { "vague" }
    for _, name in ipairs(kinds.NAMES) do table.insert(words, name) end
    for name in pairs(kinds.GROUPS) do table.insert(words, name) end
    table.sort(words)
    return words
  end
  return option.choices or {}
end

local function takes_files(option)
  return option.takes == "file" or option.takes == "rules"
end

--- Text without what the shells would read in it.
local function plain(text)
  return (text:gsub("[%[%]:'\"\\`$]", ""))
end

local WRITERS = {}

function WRITERS.bash()
  local names, cases = {}, {}
  for _, option in ipairs(options) do
    if option.short then table.insert(names, "-" .. option.short) end
    table.insert(names, "--" .. option.name .. (option.value and "=" or ""))
    local words = words_of(option)
    if option.value and (#words > 0 or takes_files(option)) then
      table.insert(cases, ("    --%s) COMPREPLY=($(compgen %s-W '%s' -- \"$cur\")) ;;"):format(
        option.name, takes_files(option) and "-f " or "", table.concat(words, " ")))
    end
  end
  return ([=[
# Completions of whowhen for bash; made of its list of options.
_whowhen() {
  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]}
  # bash takes --option=value for three words.
  [ "$cur" = = ] && cur=
  [ "$prev" = = ] && prev=${COMP_WORDS[COMP_CWORD-2]}
  case $prev in
%s
    *)
      case $cur in
        -*)
          COMPREPLY=($(compgen -W '%s' -- "$cur"))
          [[ ${COMPREPLY-} == *= ]] && compopt -o nospace
          ;;
        *) COMPREPLY=($(compgen -f -- "$cur")) ;;
      esac
      ;;
  esac
}
complete -o filenames -F _whowhen whowhen
]=]):format(table.concat(cases, "\n"), table.concat(names, " "))
end

function WRITERS.zsh()
  local lines = {
    "#compdef whowhen",
    "# Made of the command's list of options.",
    "_arguments -S \\",
  }
  for _, option in ipairs(options) do
    local words, value = words_of(option), ""
    if option.value then
      local action = takes_files(option) and "_files" or ("(%s)"):format(table.concat(words, " "))
      value = (":%s:%s"):format(plain(option.value):lower(), action)
    end
    local names = "--" .. option.name .. (option.value and "=" or "")
    table.insert(lines, ("  '*%s[%s]%s' \\"):format(names, plain(option.brief), value))
    if option.short then
      table.insert(lines, ("  '-%s[%s]' \\"):format(option.short, plain(option.brief)))
    end
  end
  table.insert(lines, "  '*:file:_files'")
  return table.concat(lines, "\n") .. "\n"
end

function WRITERS.fish()
  local lines = { "# Completions of whowhen for fish; made of its list of options." }
  for _, option in ipairs(options) do
    local words = words_of(option)
    local short = option.short and " -s " .. option.short or ""
    local value = not option.value and ""
      or takes_files(option) and (" -r -a '%s'"):format(table.concat(words, " "))
      or (" -x -a '%s'"):format(table.concat(words, " "))
    table.insert(lines, ("complete -c whowhen -l %s%s%s -d '%s'"):format(option.name, short, value,
      plain(option.brief)))
  end
  return table.concat(lines, "\n") .. "\n"
end

local writer = WRITERS[arg[1]]
if not writer then error("completions for what shell? bash, zsh or fish") end
io.write(writer())
