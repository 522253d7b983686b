import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';
import { sectionsOf, withPrinted } from './sections.ts';

// node test/figures/write.ts [NAME…]: runs the commands of docs/figures.md and writes there what they printed.

const FILE = 'docs/figures.md';
/** Of what a command prints the end is its summary. */
const MAX_LINES = 25;

const sections = sectionsOf(readFileSync(FILE, 'utf8'));
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !sections.some((section) => section.name === name));
if (unknown.length > 0) {
  const known = sections.map(({ name }) => name).join(', ');
  process.stderr.write(
    `There is no section ${unknown.join(', ')} in ${FILE}; there are ${known}\n`,
  );
  process.exit(2);
}

for (const { name, command } of sections) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  process.stderr.write(`${name}: ${command}\n`);
  const { status, stdout } = spawnSync(command, {
    shell: true,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 1e9,
  });
  if (status !== 0) {
    process.stderr.write(`${name} ended with ${status}: its section stays as it was\n`);
    process.exitCode = 1;
    continue;
  }
  const lines = stripVTControlCharacters(stdout).trimEnd().split('\n').slice(-MAX_LINES);
  const day = new Date().toISOString().slice(0, 10);
  const output = lines.map((line) => line.trimEnd()).join('\n');
  writeFileSync(FILE, withPrinted(readFileSync(FILE, 'utf8'), name, day, output));
}
