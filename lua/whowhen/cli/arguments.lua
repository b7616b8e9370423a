--- Reading the arguments of the command.
local known = require("whowhen.cli.options")

local M = {}

---@alias whowhen.cli.Verb "text"|"json"|"batch"|"count"|"help"|"version"
---| "test-rules" | "explain"
---| "cast"|"timeline"|"check"|"page" The reports.

---@class whowhen.cli.Options
---@field verb whowhen.cli.Verb
---@field format? whowhen.report.Format
---@field color "auto"|"always"|"never"
---@field date? string
---@field narrative? boolean
---@field kinds? string
---@field findings? string
---@field today? string
---@field rules string[] Files and packs.
---@field line? integer What --explain is asked about …
---@field column? integer
---@field lines? boolean Each line is an article of its own.
---@field files string[]
---@field no_file boolean Whether none was named.

-- How many letters an option may differ from the one that was meant, and less than it has.
local FARTHEST = 3

-- The verbs that --format is for.
local REPORTS = { cast = true, timeline = true, check = true }

--- The message for an unknown option; it names the option that was probably meant.
local function unknown_option(name)
  -- The beginning of an option is near: "--time", "-t".
  local begun = "--" .. name:gsub("^%-+", "")
  local near, all = {}, {}
  for _, option in ipairs(known.OPTIONS) do
    local long = "--" .. option.name
    all[long] = true
    if begun ~= "--" and long:sub(1, #begun) == begun then near[long] = true end
  end
  local meant, distance = require("whowhen.nearest").name(begun, next(near) and near or all)
  local message = ("unknown option %s"):format(name)
  local far = math.min(FARTHEST, #begun - #"--" - 1)
  if not next(near) and distance > far then return message end
  return ("%s: did you mean %s?"):format(message, meant)
end

--- What is wrong with a value, by what an option takes; what is checked nowhere else.
local TROUBLE = {
  date = function(option, value)
    if not require("whowhen.value").day(value) then
      return ('--%s: "%s" is not a date of the form YYYY-MM-DD'):format(option.name, value)
    end
  end,
  choice = function(option, value)
    for _, choice in ipairs(option.choices) do
      if choice == value then return nil end
    end
    return ('--%s: "%s" is not one of %s'):format(
      option.name, value, table.concat(option.choices, ", ")
    )
  end,
  place = function(option, value)
    if not value:find("^[1-9]%d*:[1-9]%d*$") then
      return ('--%s: "%s" is not LINE:COLUMN, as in 3:14'):format(option.name, value)
    end
  end,
}

--- Sets what an option says; a message when that cannot be.
local function set_option(options, option, value)
  local check = TROUBLE[option.takes]
  local trouble = check and check(option, value)
  if trouble then return trouble end
  if option.many then
    table.insert(options[option.name], value)
  elseif not option.verb then
    options[option.name] = value or true
  elseif options.verb ~= "text" and options.verb ~= option.name then
    return ("--%s and --%s exclude each other"):format(options.verb, option.name)
  else
    options.verb = option.name
    if option.takes == "kinds" and value ~= option.optional then options.kinds = value end
    if option.takes == "place" then
      local line, column = value:match("(%d+):(%d+)")
      options.line, options.column = tonumber(line), tonumber(column)
    end
  end
end

--- Settles what --format is the format of; a message when it has none.
local function settle_format(options)
  local format = options.format
  if not format or REPORTS[options.verb] or options.verb == "help" then return nil end
  if options.verb ~= "text" then
    return ("--%s and --format exclude each other"):format(options.verb)
  end
  if format == "html" then
    options.verb = "page"
  elseif format ~= "text" then
    return ("--format=%s needs --cast, --timeline or --check"):format(format)
  end
end

--- Reads the option at argv[i]: the index of its last argument; nil and what is wrong with it.
local function read_option(options, argv, i)
  local name, value = argv[i]:match("^(%-%-[^=]+)=(.*)$")
  name = name or argv[i]
  local option = known.BY_NAME[name]
  if not option then return nil, unknown_option(name) end
  if value and not option.value then return nil, name .. " takes no value" end
  if option.value and not option.optional then
    if not value then
      i = i + 1
      value = argv[i]
    end
    if (value or "") == "" then return nil, name .. " needs a value" end
  end
  local message = set_option(options, option, value or option.optional)
  if message then return nil, message end
  return i
end

--- Reads the arguments; nil and a message when one is wrong.
---@param argv string[]
---@return whowhen.cli.Options?
---@return string? message
function M.parse(argv)
  local options = { verb = "text", color = "auto", files = {}, rules = {} }
  local i, only_files = 1, false
  while argv[i] do
    local arg = argv[i]
    if only_files or arg == "-" or arg:sub(1, 1) ~= "-" then
      table.insert(options.files, arg)
    elseif arg == "--" then
      only_files = true
    else
      local last, message = read_option(options, argv, i)
      if not last then return nil, message end
      i = last
    end
    i = i + 1
  end
  local message = settle_format(options)
  if message then return nil, message end
  options.no_file = #options.files == 0
  if options.no_file then options.files[1] = "-" end
  return options
end

return M
