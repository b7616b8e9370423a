#!/bin/sh
# Makes doc/host-*.svg from the screens of the programs: sh doc/pictures.sh [nvim|vis|mle|less …]
cd "$(dirname "$0")/.." || exit
LUA_PATH='tests/host/?.lua;;' exec lua5.4 doc/pictures.lua "$@"
