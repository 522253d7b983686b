/**
 * How long commands take from the first keystroke: `--help`, an empty file refused, a two-page sheet parsed; beside them
 * Node alone, and a script that imports pdf.js and makes its two calls for the same file (`npm run bench:start`).
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROUNDS = 10;
const SHEET = process.argv[2] ?? 'samples/shiomi-2013-shisaku-214.pdf';

const dir = mkdtempSync(join(tmpdir(), 'shisaku-start-'));
const EMPTY = join(dir, 'empty.pdf');
writeFileSync(EMPTY, '');
/** As anybody would write it. */
const BARE = `
  import { readFile } from 'node:fs/promises';
  import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
  const folder = 'node_modules/pdfjs-dist/';
  const task = getDocument({
    data: new Uint8Array(await readFile(process.argv[1])), verbosity: 0,
    cMapUrl: folder + 'cmaps/', cMapPacked: true, standardFontDataUrl: folder + 'standard_fonts/',
  });
  const document = await task.promise;
  for (let n = 1; n <= document.numPages; n++) {
    const page = await document.getPage(n);
    await page.getTextContent();
    await page.getOperatorList();
  }
  await task.destroy();
`;

const shisaku = (...args: readonly string[]) => ['cli/shisaku.js', ...args];
const commands = {
  'node -e 0': ['-e', '0'],
  '--help': shisaku('--help'),
  'an empty file': shisaku('parse', EMPTY),
  'bare pdf.js': ['--input-type=module', '-e', BARE, SHEET],
  parse: shisaku('parse', SHEET),
} as const;
type Name = keyof typeof commands;
const names = Object.keys(commands) as Name[];

function run(name: Name): number {
  const before = performance.now();
  const { status, stderr } = spawnSync(process.execPath, commands[name], { encoding: 'utf8' });
  const took = performance.now() - before;
  if (status !== (name === 'an empty file' ? 2 : 0)) throw new Error(`${name}: ${stderr}`);
  return took;
}

// What is compiled is kept from the first time on.
for (const name of names) run(name);
const times = new Map<Name, number[]>(names.map((name) => [name, []]));
for (let round = 0; round < ROUNDS; round++) {
  for (const name of names) times.get(name)?.push(run(name));
}
const median = (name: Name): number =>
  times.get(name)?.toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? Number.NaN;

const RATIOS: readonly (readonly [Name, Name, number])[] = [
  ['--help', 'node -e 0', 2.5],
  ['an empty file', 'node -e 0', 4],
  ['parse', 'bare pdf.js', 1.2],
];
for (const name of names) console.log(`${name}: ${Math.round(median(name))} ms`);
for (const [name, other, bound] of RATIOS) {
  console.log(
    `${name} is ${(median(name) / median(other)).toFixed(2)} × ${other}, at most ${bound}`,
  );
}
