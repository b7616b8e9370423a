--- Going from article to article, in a text that holds many.
local describe = require("whowhen.describe")

local M = {}

M.article = {
  help = "[N] [next|previous]: goes to the beginning of an article",
  words = { "next", "previous" },
  run = function(buffer, pos, words)
    local document, count, forward = buffer.document, 1, true
    for _, word in ipairs(words) do
      count = tonumber(word) or count
      if word == "previous" then forward = false end
    end
    local index = document.core:article_at(pos)
    local here = document:article(index)
    -- Back goes to the beginning of this one first.
    if not forward and pos > here.first then count = count - 1 end
    local wanted = index + (forward and count or -count)
    local last = document.core:articles()
    if wanted < 1 or wanted > last or (wanted == index and pos == here.first) then
      return { message = ("whowhen: no %s article"):format(forward and "next" or "previous") }
    end
    local article = document:article(wanted)
    local stop = math.min(article.last, article.first + 200)
    local line = describe.plain(document:text(article.first, stop):match("[^\n]*"))
    return {
      select = { first = article.first, last = article.first },
      message = ("article %d of %d%s: %s"):format(wanted, last,
        article.date and ", " .. article.date or "", line:sub(1, 60)),
    }
  end,
}

return M
