#!/usr/bin/env bash
# Each function's bundle alone in an empty folder, under the Lambda runtime interface client.
set -euo pipefail
cd "$(dirname "$0")/../.."
PATH=$PWD/node_modules/.bin:$PATH
RIC=$(test/bundle/install-ric.sh)
RIC=$RIC node --test test/bundle/bundles.ts
