import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Refusal } from '../../parsers/records/refusal.ts';
import { randomProducer } from '../../samples/corpus/producer.ts';
import { randomSheet } from '../../samples/corpus/sheet.ts';
import { makeDocument } from '../../samples/generator/document.ts';
import { Random } from '../../samples/generator/random.ts';
import { mutantOf } from '../fuzz/fuzz.ts';
import { unownedIn } from '../parsers/owners.ts';

/**
 * `npm run owners -- [FILE|FOLDER …]`: whether each printed character of the sheets in these PDFs, and in as many drawn and
 * damaged ones as are asked for, is claimed or left over, once. Without a path it reads the samples.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    drawn: { type: 'string', default: '0' },
    mutants: { type: 'string', default: '0' },
    seed: { type: 'string', default: String(Math.floor(Date.now() / 1000) % 1_000_000) },
  },
});
const paths = positionals.length > 0 ? positionals : ['samples'];
const seed = Number(values.seed);
const counts = { read: 0, refused: 0, sheets: 0, unowned: 0 };

for (const file of paths.flatMap(pdfsIn)) await check(file, readFileSync(file));
for (let i = 0; i < Number(values.drawn); i++) {
  const random = new Random(1000 * seed + i);
  const { pdf } = await makeDocument(randomProducer(random), [randomSheet(random)]);
  await check(`drawn from seed ${1000 * seed + i}`, pdf);
}
for (let i = 0; i < Number(values.mutants); i++) {
  await check(`mutant ${i} of seed ${seed}`, mutantOf(seed, i).mutant.bytes);
}
const { read, refused, sheets, unowned } = counts;
console.log(
  `seed ${seed}: ${read} documents with ${sheets} sheets, ${refused} refused: ${unowned} characters without exactly one owner`,
);
if (unowned > 0 || sheets === 0) process.exitCode = 1;

function pdfsIn(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.toLowerCase().endsWith('.pdf'))
    .map((file) => join(path, file))
    .sort();
}

async function check(name: string, pdf: Uint8Array): Promise<void> {
  const found = await unownedIn(pdf).catch((error) => {
    if (error instanceof Refusal) return null;
    throw error;
  });
  if (!found) {
    counts.refused++;
    return;
  }
  counts.read++;
  counts.sheets += found.sheets;
  counts.unowned += found.unowned.length;
  for (const { character, printed, owned } of found.unowned) {
    console.log(`${name}: 「${character}」 ${printed} without a claim, ${owned} left over`);
  }
}
