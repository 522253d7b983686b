import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { sandboxBoundsOf } from '../../lambdas/reader/limits.ts';
import { sandboxedReader } from '../../lambdas/reader/sandbox.ts';
import { composed } from '../../samples/forms/composed/compose.ts';
import { drawForm } from '../../samples/forms/draw.ts';
import type { Form } from '../../samples/forms/form.ts';
import { formAsHtml } from '../../samples/forms/html.ts';
import { OTHERS } from '../../samples/forms/kinds/others.ts';
import { Random } from '../../samples/generator/random.ts';
import { GeneralSheet } from '../../samples/scoring/general/record.ts';
import { f1, type GeneralTally, PARTS, scoreGeneral } from '../../samples/scoring/general/score.ts';

const FILLS = [null, '#e6e6e6', '#d9ead3', '#dce6f1'];

/** A document that was drawn: a sheet with its truth, or one that is no evaluation sheet. */
type Drawn = { readonly file: string; readonly truth: GeneralSheet | null };
type Judged = {
  readonly file: string;
  readonly tally: GeneralTally | null;
  readonly refused: boolean;
};

/**
 * Forms put together at random, drawn here or printed by a browser, read and scored: prints the shares of what is right.
 * @param browser the program of a Chromium, for every second form; undefined where none is to be used
 * @param bounds shares that are not to be undercut, counts that are not to be exceeded
 * @returns whether all bounds hold
 */
export async function generalCorpus(
  folder: string,
  seed: number,
  count: number,
  browser: string | undefined,
  bounds: ReadonlyMap<string, number>,
): Promise<boolean> {
  const drawn = await drawAll(folder, seed, count, browser);
  const judged = await readAll(folder, drawn);
  const sheets = judged.flatMap(({ tally }) => tally ?? []);
  const others = judged.filter(({ tally }) => tally === null);
  const figures = new Map<string, number>([
    ['sheets', sheets.length],
    ...PARTS.map((part): [string, number] => [part, f1(sum(sheets, part))]),
    ['silent', sheets.reduce((all, { silent }) => all + silent, 0)],
    ['invented', sheets.reduce((all, { invented }) => all + invented, 0)],
    ['refused', others.filter(({ refused }) => refused).length / Math.max(others.length, 1)],
  ]);
  for (const [name, figure] of figures) {
    console.log(
      `${name.padEnd(14)}${COUNTS.has(name) ? figure : `${(figure * 100).toFixed(1)} %`}`,
    );
  }
  for (const { file, tally, refused } of judged) {
    if (tally) for (const fault of tally.faults.slice(0, 6)) console.log(`${file}  ${fault}`);
    else if (!refused) console.log(`${file}  is no evaluation sheet and was read as one`);
  }
  const broken = [...bounds].filter(([name, bound]) => {
    const figure = figures.get(name) ?? 0;
    return COUNTS.has(name) ? figure > bound : figure < bound;
  });
  if (broken.length > 0) console.log(`BELOW: ${broken.map(([name]) => name).join(', ')}`);
  return broken.length === 0;
}

const COUNTS = new Set(['sheets', 'silent', 'invented']);

function sum(tallies: readonly GeneralTally[], part: (typeof PARTS)[number]) {
  const all = { right: 0, want: 0, got: 0 };
  for (const { parts } of tallies) {
    all.right += parts[part].right;
    all.want += parts[part].want;
    // What is read beyond the truth's ratings and fields is no fault: forms say more than was noted.
    all.got += part === 'fields' ? parts[part].want : parts[part].got;
  }
  return all;
}

async function drawAll(
  folder: string,
  seed: number,
  count: number,
  browser: string | undefined,
): Promise<Drawn[]> {
  await mkdir(folder, { recursive: true });
  const drawn: Drawn[] = [];
  for (let i = 0; i < count; i++) {
    const random = new Random(seed * 1000 + i);
    const style = { face: random.pick(['gothic', 'mincho'] as const), fill: random.pick(FILLS) };
    const other = i % 12 === 11 ? random.pick(Object.values(OTHERS)) : null;
    const form: Form = other ? other(random) : composed(random, style);
    const file = `form-${seed}-${i}`;
    const pdf = join(folder, `${file}.pdf`);
    if (browser && i % 2 === 1) await print(browser, formAsHtml(form, style), pdf);
    else await writeFile(pdf, await drawForm(form, style));
    const truth = other ? null : GeneralSheet.parse(form.truth);
    await writeFile(join(folder, `${file}.truth.json`), JSON.stringify(form.truth));
    drawn.push({ file, truth });
  }
  return drawn;
}

async function print(browser: string, html: string, pdf: string): Promise<void> {
  const page = pdf.replace(/pdf$/, 'html');
  await writeFile(page, html);
  const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--no-pdf-header-footer'];
  await promisify(execFile)(browser, [...flags, `--print-to-pdf=${pdf}`, `file://${page}`]);
}

async function readAll(folder: string, drawn: readonly Drawn[]): Promise<Judged[]> {
  const read = sandboxedReader(availableParallelism(), sandboxBoundsOf(process.env));
  return Promise.all(
    drawn.map(async ({ file, truth }) => {
      const sheet = await read(new Uint8Array(await readFile(join(folder, `${file}.pdf`)))).then(
        ({ sheets }) => sheets[0] ?? null,
        () => null,
      );
      await writeFile(join(folder, `${file}.json`), JSON.stringify(sheet));
      return { file, tally: truth && scoreGeneral(truth, sheet), refused: sheet === null };
    }),
  );
}
