-- mod-version:4
--- Lite XL's adapter, for those that want this version named in a plugin's first line.
return require("whowhen.host.litexl")
