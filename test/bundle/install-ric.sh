#!/usr/bin/env bash
# Lambda's runtime interface client, which brings a function up and hands it its events as Lambda does. It compiles for
# most of a minute, so it is no dependency of the project. Prints where it is.
set -euo pipefail
cd "$(dirname "$0")/../.."
version=4.0.2
folder=$PWD/node_modules/.cache/aws-lambda-ric-$version

if [ ! -e "$folder/node_modules/aws-lambda-ric/rapid-client.node" ]; then
  missing=()
  for tool in cmake g++ make python3 xz; do command -v $tool >/dev/null || missing+=($tool); done
  if [ ${#missing[@]} -gt 0 ]; then
    (apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq \
      cmake g++ make python3 xz-utils) >/dev/null
  fi
  # Headers of the machine's Node will do: the client's native part rests on Node-API alone.
  if [ -e /usr/include/node/node_api.h ]; then export npm_config_nodedir=/usr; fi
  rm -rf "$folder" && mkdir -p "$folder"
  echo '{ "private": true, "allowScripts": { "aws-lambda-ric": true } }' >"$folder/package.json"
  # What `npm run` sets for itself is not meant for this one; a download that stands still is begun again.
  npm install --prefix "$folder" --foreground-scripts --loglevel=notice --fetch-timeout=60000 --fetch-retries=5 \
    "aws-lambda-ric@$version" >"$folder/install.log" 2>&1 ||
    { tail -n 40 "$folder/install.log" >&2; exit 1; }
fi
echo "$folder/node_modules/aws-lambda-ric/index.mjs"
