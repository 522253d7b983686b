#!/usr/bin/env bash
# The page for people in a real browser, over the embedded stack with its samples; what it needs is installed by apt.
set -euo pipefail
cd "$(dirname "$0")/../.."
PATH=$PWD/node_modules/.bin:$PATH
# Files with Japanese names are chosen: without it Chromium takes their names for bytes.
export LC_ALL=C.UTF-8
if ! command -v chromium >/dev/null || ! command -v pdftotext >/dev/null || ! command -v openssl >/dev/null; then
  (apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium poppler-utils fonts-noto-cjk openssl) >/dev/null
fi
node --test --test-force-exit --test-reporter=spec "$@" test/browser/all.ts
