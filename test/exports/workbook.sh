#!/usr/bin/env bash
# A folder of PDFs becomes a workbook by the three commands of README.ja.md; LibreOffice opens it, and every cell is
# compared with what the API says. Installs LibreOffice where there is none.
set -euo pipefail
cd "$(dirname "$0")/../.."
if ! command -v soffice >/dev/null; then
  (apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends libreoffice-calc) >/dev/null
fi
node test/exports/workbook.ts
