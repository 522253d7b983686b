import type { Random } from '../../samples/generator/random.ts';
import type { Cell, DrawnDocument, DrawnTable, Part, Rules } from './document.ts';
import { Words } from './words.ts';

const RULES: readonly Rules[] = ['none', 'none', 'rows', 'book', 'book', 'head', 'shade'];

const cell = (row: number, col: number, text: string, more: Partial<Cell> = {}): Cell => ({
  row,
  col,
  rowSpan: 1,
  colSpan: 1,
  text,
  align: 'left',
  bold: false,
  indent: 0,
  ...more,
});

/** Figures as they are printed: with groups, decimals, signs, dashes and gaps. */
function figure(random: Random, style: number): string {
  const n = random.next();
  if (n < 0.04) return random.pick(['–', '-', '…', 'n/a']);
  if (style === 0) return random.int(1, 99999).toLocaleString('en');
  if (style === 1) return (random.next() * 100).toFixed(1);
  if (style === 2) return `${(random.next() * 60 - 20).toFixed(1)}%`;
  return String(random.int(0, 999));
}

/** Names in the first column, figures in the others; heads may span, rows may be heads of what follows. */
function statistics(random: Random, words: Words): Omit<DrawnTable, 'rules' | 'caption' | 'note'> {
  const groups = random.next() < 0.4 ? random.int(2, 3) : 0;
  const each = groups > 0 ? random.int(2, 3) : 1;
  const figures = groups > 0 ? groups * each : random.int(2, 6);
  const cols = figures + 1;
  const first = random.int(2001, 2012);
  const years = random.next() < 0.5;
  const align = random.pick(['right', 'right', 'center'] as const);
  const cells: Cell[] = [];
  const corner = random.next() < 0.7 ? words.name(0) : '';
  const heads = groups > 0 ? 2 : 1;
  if (corner !== '') cells.push(cell(0, 0, corner, { rowSpan: heads, bold: true }));
  for (let g = 0; g < groups; g++)
    cells.push(
      cell(0, 1 + g * each, words.name(random.int(0, 1)), {
        colSpan: each,
        align: 'center',
        bold: true,
      }),
    );
  for (let c = 1; c < cols; c++) {
    const text = years
      ? words.year(first + ((c - 1) % (groups > 0 ? each : figures)))
      : words.head();
    cells.push(cell(heads - 1, c, text, { align, bold: true }));
  }
  const count = random.int(4, 14);
  const long = random.next() < 0.4;
  const sections = random.next() < 0.3;
  const styles = Array.from({ length: cols }, () => random.int(0, 3));
  const gaps = random.next() < 0.3;
  let row = heads;
  for (let i = 0; i < count; i++) {
    if (sections && i % 4 === 0) cells.push(cell(row++, 0, words.name(1), { bold: true }));
    const name = words.name(long && random.next() < 0.4 ? random.int(5, 9) : random.int(0, 2));
    cells.push(cell(row, 0, name, { indent: sections ? 1 : 0 }));
    for (let c = 1; c < cols; c++) {
      if (gaps && random.next() < 0.15) continue;
      cells.push(cell(row, c, figure(random, styles[c] as number), { align }));
    }
    row++;
  }
  const widths = long ? [0.34, ...Array.from({ length: figures }, () => 0.66 / figures)] : null;
  return { cells, rows: row, cols, heads, widths };
}

/** Words in all columns, most of them on several lines. */
function measures(random: Random, words: Words): Omit<DrawnTable, 'rules' | 'caption' | 'note'> {
  const cols = random.int(3, 4);
  const rows = random.int(3, 6);
  const heads = ['No.', words.name(0), words.head(), words.name(1)].slice(4 - cols);
  const cells = heads.map((text, c) => cell(0, c, text, { bold: true }));
  for (let r = 1; r <= rows; r++) {
    const all = [
      String(r),
      words.phrase(random.int(3, 14)),
      words.office(),
      random.next() < 0.5 ? words.state() : words.phrase(random.int(2, 9)),
    ].slice(4 - cols);
    for (const [c, text] of all.entries()) cells.push(cell(r, c, text));
  }
  const widths = [0.08, 0.42, 0.22, 0.28].slice(4 - cols);
  const total = widths.reduce((sum, w) => sum + w, 0);
  return { cells, rows: rows + 1, cols, heads: 1, widths: widths.map((w) => w / total) };
}

/** A name and a figure, line by line. */
function pairs(random: Random, words: Words): Omit<DrawnTable, 'rules' | 'caption' | 'note'> {
  const rows = random.int(4, 9);
  const cells: Cell[] = [
    cell(0, 0, words.name(0), { bold: true }),
    cell(0, 1, words.head(), { bold: true, align: 'right' }),
  ];
  const style = random.int(0, 3);
  for (let r = 1; r <= rows; r++) {
    cells.push(cell(r, 0, words.name(random.int(0, 2))));
    cells.push(cell(r, 1, figure(random, style), { align: 'right' }));
  }
  return { cells, rows: rows + 1, cols: 2, heads: 1, widths: [0.35, 0.2] };
}

function table(random: Random, words: Words, n: number, ja: boolean): DrawnTable {
  const draw = random.pick([statistics, statistics, statistics, measures, pairs]);
  const base = draw(random, words);
  const label = ja ? `表${n}　` : `Table ${n}. `;
  return {
    ...base,
    rules: random.pick(RULES),
    caption: random.next() < 0.7 ? `${label}${words.name(random.int(1, 4))}` : null,
    note:
      random.next() < 0.4
        ? ja
          ? `資料：${words.office()}`
          : `Source: ${words.office()}, ${words.name(2)}`
        : null,
  };
}

/** @param none whether the page is to hold no table at all */
export function drawDocument(random: Random, language: 'en' | 'ja', none: boolean): DrawnDocument {
  const words = new Words(random, language);
  const ja = language === 'ja';
  const parts: Part[] = [];
  const prose = (sentences: number) => parts.push({ kind: 'prose', text: words.prose(sentences) });
  parts.push({ kind: 'heading', text: words.name(2) });
  const columns = random.next() < 0.3 ? 2 : 1;
  prose(random.int(2, 5));
  if (none) {
    const kind = random.pick(['list', 'contents', 'letter', 'list'] as const);
    if (kind === 'list')
      parts.push({
        kind,
        numbered: random.next() < 0.5,
        items: Array.from({ length: random.int(4, 9) }, () => words.prose(random.int(1, 2))),
      });
    else if (kind === 'contents')
      parts.push({
        kind,
        entries: Array.from({ length: random.int(8, 16) }, (_, i): [string, number] => [
          words.name(random.int(1, 3)),
          3 + i * random.int(1, 4) + i,
        ]),
      });
    else
      parts.push({
        kind,
        left: [words.office(), words.name(1), words.name(0)],
        right: [words.year(2014), words.name(1)],
      });
    for (let i = 0; i < 3; i++) prose(random.int(4, 8));
    return { language, columns, size: random.pick([9, 10, 11]), serif: random.next() < 0.5, parts };
  }
  const count = random.pick([1, 1, 2]);
  for (let n = 1; n <= count; n++) {
    parts.push({ kind: 'table', table: table(random, words, n, ja) });
    prose(random.int(2, 5));
  }
  if (random.next() < 0.3)
    parts.push({
      kind: 'list',
      numbered: true,
      items: Array.from({ length: 4 }, () => words.sentence()),
    });
  return { language, columns, size: random.pick([9, 10, 11]), serif: random.next() < 0.5, parts };
}
