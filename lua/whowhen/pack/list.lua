--- The packs of rules that come with the program, by their names; each is a file beside this one.
return { "ap", "courts", "markets" }
