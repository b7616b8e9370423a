--- A distributed run: a scheduler and two workers of Dask, one of which dies in the middle; and the
--- contract by which Hadoop streaming and Spark drive a program.
local support = require("support")
local command_line = require("command_line")
local run, file_with = command_line.run, command_line.file_with
local equal, check = support.equal, support.check

check("this is Lua", true)
if support.ABI ~= "lua5.4" then support.finish() end
if not pcall(require, "cjson") then
  print("skipped: a distributed run: there is no lua-cjson")
  support.finish()
end

-- An archive: requests of all lengths, one that is bad, and an empty line.
local requests = {}
for n = 1, 400 do
  local text = ("Jane Doe met Mr. Roe on Friday %d, and again in May. "):format(n):rep(n % 7 + 1)
  table.insert(requests, ('{"id":%d,"text":"%s","dct":"2024-07-%02d"}'):format(n, text, n % 28 + 1))
end
requests[100] = '{"id":100}'
requests[200] = ""
local archive = file_with(table.concat(requests, "\n") .. "\n")

-- The contract.
local answers, told, status = run("@ --batch <" .. archive)
equal("an answer for each request", select(2, answers:gsub("\n", "")), 398)
check("no tab", not answers:find("\t", 1, true))
check("a bad one is told by its line", told:find("-:100: ", 1, true) and status == 2, told)
local wrapped
wrapped, told, status = run([[sh -c '@ --batch || [ $? = 2 ]' <]] .. archive)
check("and need be no failure", wrapped == answers and status == 0, told)
equal("nothing to do", run("@ --batch </dev/null"), "")
equal("line by line", (run(([[
fifo=$(mktemp -u) && mkfifo "$fifo"
(sed -n 1p A; read -r go <"$fifo"; sed -n 2p A) | timeout 60 @ --batch |
  (head -n 1; echo go >"$fifo")
rm "$fifo"]]):gsub("A", archive))), answers:match("[^\n]*\n"))
-- A program that asks and waits, hundreds of times in a second.
local asked = run([[
fifo=$(mktemp -u) && mkfifo "$fifo"
(n=0
while [ $n -lt 400 ]; do
  echo '{"text":"x"}'
  read -r answer || break
  n=$((n + 1))
done <"$fifo"
echo $n >&2) 2>"$fifo.n" | timeout 60 @ --batch >"$fifo"
cat "$fifo.n"
rm "$fifo" "$fifo.n"]])
equal("one at a time", asked, "400\n")

-- The run.
local python
for _, name in ipairs({ "python3", "/usr/bin/python3" }) do
  local _, _, missing = run(name .. " -c 'import distributed'")
  if missing == 0 then python = python or name end
end
if not python then
  print("skipped: a distributed run: Python has no module distributed")
  command_line.finish()
end

-- The parts are small, and each waits a little, so that a worker can be ended at its work.
local out, messages, code = run(([[
dir=$(mktemp -d) && cd "$dir" || exit 9
W=$OLDPWD/@ ROOT=$OLDPWD
PYTHON -m distributed.cli.dask_scheduler --host 127.0.0.1 --port 0 --no-dashboard \
  --scheduler-file scheduler.json >scheduler.log 2>&1 & scheduler=$!
for n in 1 2; do
  PYTHON -m distributed.cli.dask_worker --scheduler-file scheduler.json --nthreads 1 --no-nanny \
    --no-dashboard --host 127.0.0.1 >worker$n.log 2>&1 &
  eval "worker$n=$!"
done
tries=0
until grep -q address scheduler.json 2>/dev/null || [ $tries = 300 ]; do
  sleep 0.1
  tries=$((tries + 1))
done
address=$(sed -n 's/.*"address": "\([^"]*\)".*/\1/p' scheduler.json)
PYTHON "$ROOT/doc/whowhen_dask.py" --scheduler "$address" --size 4000 ARCHIVE out -- \
  sh -c 'sleep 0.1; "$1" --batch; exit $?' sh "$W" 2>told & job=$!
tries=0
until [ -e out/part-00004.jsonl ] || [ $tries = 600 ]; do
  sleep 0.1
  tries=$((tries + 1))
done
kill -9 $worker1
wait $job
echo "status $?" >>told
kill -9 $worker2 $scheduler
wait
cat out/part-*.jsonl
cat told >&2
cd / && rm -r "$dir"]]):gsub("PYTHON", python):gsub("ARCHIVE", archive))
equal("the run ends", code, 0)
equal("nothing is lost or there twice", out, answers)
check("a bad request is told", messages:find('"text" is missing', 1, true)
  and messages:find("status 2\n", 1, true), messages)
command_line.finish()
