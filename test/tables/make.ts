import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Random } from '../../samples/generator/random.ts';
import { type DrawnDocument, tablesOf } from './document.ts';
import { drawDocument } from './draw.ts';
import { htmlOf } from './html.ts';
import { latexOf } from './latex.ts';

/**
 * Draws documents with tables that no rules enclose, with their truth, by programs that people use:
 * `node test/tables/make.ts --seed 1 --count 30 --out DIR`. Needs chromium, soffice and pdflatex.
 */
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '30' },
    out: { type: 'string' },
  },
});
if (values.out === undefined) throw new Error('--out DIR is missing');
const out = values.out;
const work = mkdtempSync(join(tmpdir(), 'shisaku-tables-'));
mkdirSync(out, { recursive: true });

const PRODUCERS = ['chromium', 'libreoffice', 'latex'] as const;
const run = (command: string, args: string[]) =>
  execFileSync(command, args, { cwd: work, stdio: 'ignore' });

function print(document: DrawnDocument, producer: (typeof PRODUCERS)[number], pdf: string): void {
  if (producer === 'latex') {
    writeFileSync(join(work, 'x.tex'), latexOf(document));
    run('pdflatex', ['-interaction=batchmode', 'x.tex']);
  } else {
    writeFileSync(join(work, 'x.html'), htmlOf(document));
    if (producer === 'chromium')
      run('chromium', [
        '--headless',
        '--no-sandbox',
        '--no-pdf-header-footer',
        `--user-data-dir=${work}/chromium`,
        `--print-to-pdf=${work}/x.pdf`,
        `file://${work}/x.html`,
      ]);
    else
      run('soffice', [
        `-env:UserInstallation=file://${work}/office`,
        '--headless',
        '--convert-to',
        'pdf:writer_web_pdf_Export',
        'x.html',
      ]);
  }
  renameSync(join(work, 'x.pdf'), pdf);
}

for (let i = 0; i < Number(values.count); i++) {
  const random = new Random(Number(values.seed) * 1000 + i);
  const producer = PRODUCERS[i % PRODUCERS.length] as (typeof PRODUCERS)[number];
  const language = producer === 'latex' || i % 2 === 0 ? 'en' : 'ja';
  const drawn = drawDocument(random, language, i % 7 === 3);
  const document = producer === 'libreoffice' ? { ...drawn, columns: 1 as const } : drawn;
  const name = `${values.seed}-${String(i).padStart(2, '0')}-${producer}-${language}`;
  print(document, producer, join(out, `${name}.pdf`));
  const truth = tablesOf(document).map(({ rules, cells }) => ({
    rules,
    cells: cells.map(({ row, col, rowSpan, colSpan, text }) => ({
      row,
      col,
      rowSpan,
      colSpan,
      text,
    })),
  }));
  writeFileSync(join(out, `${name}.json`), `${JSON.stringify(truth)}\n`);
}
rmSync(work, { recursive: true });
process.stdout.write(`${readdirSync(out).length} files in ${out}\n`);
