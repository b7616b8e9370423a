--- Writes the beginnings of the written articles, without their marks, as files of a folder: what
--- the fuzz targets start from.
---
---     lua5.4 tests/fuzz/articles.lua FOLDER FILE...
local folder = arg[1]

-- Longer inputs are slower, and meet no more.
local LENGTH = 500

local function without_marks(text)
  return (text:gsub("{[polm]%d*:([^{}]*)}", "%1"):gsub("{[dtus]=[^|{}]*|([^{}]*)}", "%1"))
end

local n = 0
for i = 2, #arg do
  local file = assert(io.open(arg[i], "rb"))
  local text = without_marks(file:read("a")) .. "# id: "
  file:close()
  for body in text:gmatch("# style:[^\n]*\n(.-)%f[#\0]# id: ") do
    n = n + 1
    local out = assert(io.open(("%s/%04d"):format(folder, n), "wb"))
    out:write(body:sub(1, LENGTH))
    out:close()
  end
end
