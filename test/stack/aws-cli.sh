#!/usr/bin/env bash
# The AWS CLI as people have it, against `shisaku start`: bytes up, down, listed, copied and removed.
# Not part of `npm test`, since it needs `aws`; without it, it fails.
set -euo pipefail
cd "$(dirname "$0")/../.."
PATH="$PWD/node_modules/.bin:$PATH"
aws --version

work=$(mktemp -d)
node cli/shisaku.js start --port 0 --s3-port 0 --no-samples \
  --data "$work/data" >"$work/stdout" 2>"$work/stderr" &
server=$!
finish() {
  local code=$?
  if [ "$code" -ne 0 ]; then cat "$work/stderr"; fi
  kill "$server" 2>/dev/null && wait "$server" || true
  rm -rf "$work"
  exit "$code"
}
trap finish EXIT
until grep -q '^ready: ' "$work/stdout"; do
  kill -0 "$server"
  sleep 0.1
done

export AWS_ACCESS_KEY_ID=shisaku AWS_SECRET_ACCESS_KEY=shisaku-local-only
export AWS_DEFAULT_REGION=ap-northeast-1 AWS_CONFIG_FILE=/dev/null AWS_SHARED_CREDENTIALS_FILE=/dev/null
export LC_ALL=C.UTF-8
unset AWS_PROFILE AWS_SESSION_TOKEN AWS_ENDPOINT_URL
endpoint=$(sed -n 's/^ *S3 *\(http[^ ]*\).*/\1/p' "$work/stderr")
s3() { aws s3 --endpoint-url "$endpoint" "$@"; }
step() { printf '%s\n' "- $*"; }

mkdir -p "$work/up/施策"
small="$work/up/施策/評価 シート+1%.pdf"
large="$work/up/large.bin"
head -c 100000 /dev/urandom >"$small"
head -c 20000000 /dev/urandom >"$large"

step 'cp up and down, small and in parts'
s3 cp --no-progress "$small" 's3://sheets/施策/評価 シート+1%.pdf'
s3 cp --no-progress "$large" s3://sheets/large.bin
s3 cp --no-progress 's3://sheets/施策/評価 シート+1%.pdf' "$work/small.back"
s3 cp --no-progress s3://sheets/large.bin "$work/large.back"
cmp "$small" "$work/small.back"
cmp "$large" "$work/large.back"

step 'cp from and to a pipe'
s3 cp - s3://sheets/piped <"$large"
s3 cp s3://sheets/piped - | cmp - "$large"

step 'sync both ways, the second time nothing is left to do'
s3 sync --no-progress "$work/up" s3://sheets/sync/
test -z "$(s3 sync --no-progress "$work/up" s3://sheets/sync/)"
s3 sync --no-progress s3://sheets/sync/ "$work/down"
diff -r "$work/up" "$work/down"

step 'ls'
s3 ls | grep ' sheets$' >/dev/null
s3 ls s3://sheets/ | grep ' PRE sync/$' >/dev/null
s3 ls --recursive s3://sheets/sync/ | grep ' 100000 sync/施策/評価 シート+1%.pdf$' >/dev/null

step 'cp and mv inside the bucket, small and in parts'
s3 cp --no-progress 's3://sheets/施策/評価 シート+1%.pdf' s3://sheets/small.copy
s3 mv --no-progress s3://sheets/piped s3://sheets/moved
s3 cp s3://sheets/small.copy - | cmp - "$small"
s3 cp s3://sheets/moved - | cmp - "$large"

step 'checksums'
aws s3api --endpoint-url "$endpoint" put-object --bucket sheets --key summed --body "$small" \
  --checksum-algorithm SHA256 >/dev/null
aws s3api --endpoint-url "$endpoint" head-object --bucket sheets --key summed \
  --checksum-mode ENABLED --query ChecksumSHA256 --output text |
  grep -xF "$(openssl dgst -sha256 -binary "$small" | base64)" >/dev/null

step 'wrong secret'
if AWS_SECRET_ACCESS_KEY=guess s3 ls s3://sheets 2>"$work/refused"; then exit 1; fi
grep -q SignatureDoesNotMatch "$work/refused"

step 'rm'
s3 rm --quiet s3://sheets/summed
s3 rm --quiet --recursive s3://sheets/
test -z "$(s3 ls --recursive s3://sheets)"

step 'stop'
kill -INT "$server"
wait "$server"
echo 'aws-cli: all well'
