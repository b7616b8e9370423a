--- What business stories are full of: tickers, fiscal quarters and years, indexes.
local function four_digits(year)
  return #year == 4 and year or "20" .. year
end

return {
  {
    name = "markets-ticker",
    kind = "ticker",
    pattern = [[(?x) \( (?:NYSE|NASDAQ|Nasdaq|AMEX|LSE|TSX|ASX|OTC|HKEX) \s?:\s?
      (?<symbol> [A-Z0-9][A-Z0-9.-]{0,6} ) \)]],
    style = "constant",
    examples = {
      "Shares of Acme {ticker|(NYSE: ACM)} rose; Beta {ticker|(NASDAQ:BETA)} fell.",
      "The NYSE (New York) was closed.",
    },
  },
  {
    name = "markets-fiscal-quarter",
    kind = "date",
    priority = 1,
    pattern = [[\bQ(?<quarter>[1-4])\s?(?:FY|fiscal(?: year)?)\s?'?(?<year>(?:20)?\d{2})\b]],
    value = function(m) return four_digits(m.year) .. "-Q" .. m.quarter end,
    examples = {
      "Sales fell in {date=2024-Q3|Q3 FY2024} and {date=2025-Q1|Q1 fiscal 25}.",
      "Question Q3 FY is open.",
    },
  },
  {
    name = "markets-quarter-first",
    kind = "date",
    priority = 1,
    pattern = [[\b(?<quarter>[1-4])Q\s?'?(?<year>(?:20)?\d{2})\b]],
    value = function(m) return four_digits(m.year) .. "-Q" .. m.quarter end,
    examples = { "It lost less in {date=2024-Q2|2Q24} than in {date=2023-Q2|2Q 2023}." },
  },
  {
    name = "markets-fiscal-year",
    kind = "date",
    priority = 1,
    pattern = [[(?<!Q[1-4] )(?<!Q[1-4])\bFY\s?'?(?<year>(?:20)?\d{2})\b]],
    value = function(m) return "FY" .. four_digits(m.year) end,
    examples = {
      "The outlook for {date=FY2025|FY25} is unchanged from {date=FY2024|FY 2024}.",
      "The FY 3000 router and Q3 FY2024.",
    },
  },
}
