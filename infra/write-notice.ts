import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BUNDLE_NAMES, contentsOf, makeBundle, PROJECT_FOLDER } from './bundles.ts';
import { noticeOf } from './notice.ts';

// `npm run notice`: the repository's own, of all that any function is deployed with.
const folder = mkdtempSync(join(tmpdir(), 'shisaku-notice-'));
try {
  const contents = BUNDLE_NAMES.map((name) =>
    contentsOf(name, makeBundle(name, join(folder, name))),
  );
  const packages = contents.flatMap((one) => one.packages);
  const copied = contents.flatMap((one) => one.copied);
  writeFileSync(join(PROJECT_FOLDER, 'NOTICE'), noticeOf({ packages, copied }, PROJECT_FOLDER));
} finally {
  rmSync(folder, { recursive: true });
}
