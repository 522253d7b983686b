#!/usr/bin/env bash
# What `npm pack` gives, installed into an empty folder and run under the machine's own Node: it reads a sheet as the
# checkout does, and serves the API, a sample and the page.
set -euo pipefail
cd "$(dirname "$0")/../.."
root=$PWD
folder=$(mktemp -d)
trap 'kill "${stack:-}" 2>/dev/null && wait "$stack" || true; rm -rf "$folder"' EXIT
sheet=$root/samples/shiomi-2013-shisaku-214.pdf
node cli/program.ts parse "$sheet" >"$folder/expected.json"
npm pack --silent --pack-destination "$folder" >/dev/null

# npm run puts the checkout's own Node first.
PATH=$(tr : '\n' <<<"$PATH" | grep -v node_modules | paste -sd :)
unset NODE "${!npm_@}"
cd "$folder"
echo "{}" >package.json
npm install --silent --no-fund --no-audit ./shisaku-*.tgz
echo "node $(node --version), npm $(npm --version): $(npx shisaku --version)"
npx shisaku parse "$sheet" >parsed.json
cmp expected.json parsed.json
./node_modules/.bin/shisaku parse "$sheet" | cmp expected.json

./node_modules/.bin/shisaku start --port 0 --s3-port 0 --data data >started 2>&1 &
stack=$!
until grep -q '^ready: ' started; do
  kill -0 $stack
  sleep 0.2
done
api=$(sed -n 's/^ready: //p' started)
curl -fsS "$api/v1/health" | grep -q '"ok"'
style=$(curl -fsS "$api/" | grep -o '/[a-z/-]*style-[A-Z0-9]*\.css' | head -1)
curl -fsS -o /dev/null "$api$style"
until curl -fsS "$api/v1/sheets?limit=1" | grep -q shiomi; do sleep 0.5; done
echo "the package parses, starts and serves as the checkout does"
