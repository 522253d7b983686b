import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

// `npm run bench [NAME] [-- …]`, `npm run verify NAME [-- …]`: runs the script of package.json of that name.

/** Whole proofs that take longer than tests. */
const VERIFY =
  'corpus tables bounds fuzz owners faults soak kill figures facts follow-up spreadsheet workbook package bundle browser aws-cli'.split(
    ' ',
  );
/** What `npm run bench` alone runs. */
const BENCH = 'reading';

const { scripts }: { scripts: Record<string, string> } = JSON.parse(
  readFileSync('package.json', 'utf8'),
);
const [group = '', given, ...rest] = process.argv.slice(2);
const wanted = given ?? (group === 'bench' ? BENCH : '');
const all =
  group === 'verify'
    ? VERIFY
    : Object.keys(scripts).flatMap((script) => script.match(/^bench:(.+)$/)?.[1] ?? []);
const script = [
  `${group}:${wanted}`,
  ...(VERIFY.includes(wanted) ? [wanted, `test:${wanted}`] : []),
].find((name) => name in scripts);
if (!script) {
  process.stderr.write(`npm run ${group} NAME, where NAME is one of ${all.join(', ')}\n`);
  process.exit(2);
}
const { status } = spawnSync('npm', ['run', '-s', script, '--', ...rest], {
  stdio: 'inherit',
  shell: process.platform === 'win32',
});
process.exitCode = status ?? 1;
