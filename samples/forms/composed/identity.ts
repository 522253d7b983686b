import { type Block, type Cell, gap, grid, label, line, value } from '../form.ts';
import { fieldCells, type Sheet, word } from './sheet.ts';
import { long } from './vocabulary.ts';
import {
  ASPIRATIONS,
  BUREAU_AND_DIVISION,
  CHOICES,
  DEPARTMENT,
  FACTS,
  NUMBER,
  SYSTEMS,
  TITLE,
} from './words.ts';

/** The line that says what the sheet is, with its year and its publisher somewhere about it. */
export function titleLines(sheet: Sheet): Block[] {
  const { random, year, city, kind, truth, years } = sheet;
  const size = random.pick([11, 12, 14]);
  const aside = random.chance(0.25) ? random.pick(['（継続）', '【内部評価】', '（様式１）']) : '';
  if (aside) truth.leftover(aside);
  const named = years.printed ? random.int(0, 5) : random.pick([0, 2, 4]);
  const text = [
    `${long(year)}　${kind}${aside}`,
    `${long(year + 1)}　${kind}（${long(year)}${random.pick(['事業', '実績', '実施事業', '決算'])}）${aside}`,
    `${kind}（${long(year)}）${aside}`,
    `${long(year + 1)}${kind}（${long(year)}対象）${aside}`,
    `${kind}【${long(year)}実績】${aside}`,
    `${long(year)} ${kind}${aside}`,
  ][named] as string;
  switch (random.int(0, 4)) {
    case 0:
      return [line('', { middle: text, size }), line('', { right: city }), gap(3)];
    case 1:
      return [line(text, { size, right: city }), gap(4)];
    case 2:
      return [
        line('', { right: `【${city}】`, size: 8 }),
        line('', { middle: text, size }),
        gap(4),
      ];
    case 3:
      return [line(city, { size: 9 }), line(text, { size }), gap(4)];
    default:
      return [line('', { middle: `${city}　${text}`, size }), gap(4)];
  }
}

/** Who and what: number, title, departments and short facts, in rows of pairs or below one another. */
export function identity(sheet: Sheet): Block[] {
  const { random } = sheet;
  const blocks = random.chance(0.2) ? [headed(sheet)] : [paired(sheet)];
  return [...blocks, gap(random.int(2, 6))];
}

/** Labels above what they hold. */
function headed(sheet: Sheet): Block {
  const { random, theme, number, truth } = sheet;
  const cells: [string, string, number][] = [];
  if (number !== null) cells.push([word(sheet, NUMBER), number, 3]);
  cells.push([word(sheet, TITLE), theme.title, 9]);
  cells.push([word(sheet, DEPARTMENT), `${theme.bureau}　${theme.division}`, 6]);
  for (const [labels, texts] of random.some(FACTS.slice(0, 6), 2)) {
    const name = word(sheet, labels);
    cells.push([name, truth.field(name, random.pick(texts)), 4]);
  }
  return grid(
    cells.map(([, , w]) => w),
    [cells.map(([name]) => label(name)), cells.map(([, text]) => value(text, { align: 'center' }))],
    { rules: rules(sheet) },
  );
}

const rules = ({ random }: Sheet) => (random.chance(0.08) ? 'rows' : 'all');

/** Labels beside what they hold, two or three a row. */
function paired(sheet: Sheet): Block {
  const { random, theme, number } = sheet;
  const rows: Cell[][] = [];
  const across = 8;
  const department = departmentCells(sheet, across);
  const titleRow = (w: number) => [
    label(word(sheet, TITLE), { w: 2 }),
    value(theme.title, { w: w - 2, align: random.pick(['left', 'center']) }),
  ];
  const numbered = (w: number) =>
    number === null
      ? []
      : [label(word(sheet, NUMBER)), value(number, { w: w - 1, align: 'center' })];
  if (number !== null && random.chance(0.5)) {
    rows.push([...numbered(3), ...titleRow(5)]);
    rows.push(...department);
  } else {
    rows.push(titleRow(across));
    if (number === null) rows.push(...department);
    else if (random.chance(0.5)) rows.push([...numbered(4), ...fact(sheet, 4)], ...department);
    else rows.push(...department, [...fact(sheet, 4), ...numbered(4)]);
  }
  for (let i = random.int(1, 3); i > 0; i--) rows.push([...fact(sheet, 4), ...fact(sheet, 4)]);
  if (random.chance(0.5)) rows.push(...system(sheet, across));
  if (random.chance(0.5)) rows.push(choice(sheet, across));
  return grid([3, 3, 2, 3, 3, 2, 3, 3], rows, { rules: rules(sheet) });
}

function departmentCells(sheet: Sheet, across: number): Cell[][] {
  const { random, theme } = sheet;
  if (random.chance(0.4)) {
    const [bureau, division] = random.pick(BUREAU_AND_DIVISION);
    return [
      [
        label(bureau),
        value(theme.bureau, { w: 3 }),
        label(division),
        value(theme.division, { w: across - 5 }),
      ],
    ];
  }
  const between = random.pick(['　', ' ', '\n']);
  return [
    [
      label(word(sheet, DEPARTMENT), { w: 2 }),
      value(`${theme.bureau}${between}${theme.division}`, { w: 2 }),
      ...fact(sheet, across - 4),
    ],
  ];
}

function fact(sheet: Sheet, w: number): Cell[] {
  const free = FACTS.filter(([labels]) => !labels.some((one) => sheet.used.has(one)));
  if (free.length === 0) return [label(''), value('', { w: w - 1 })];
  const [labels, texts] = sheet.random.pick(free);
  return fieldCells(sheet, word(sheet, labels), sheet.random.pick(texts), [], {
    value: { w: w - 1, align: sheet.random.pick(['left', 'center']) },
  });
}

/** Levels of the plan beside the name of the plan, in one row or below one another. */
function system(sheet: Sheet, across: number): Cell[][] {
  const { random } = sheet;
  const [plan, levels] = random.pick(SYSTEMS);
  const texts = random.some(ASPIRATIONS, levels.length);
  const rows = levels.map((level, i) =>
    fieldCells(sheet, level, texts[i] as string, [plan], { value: { w: across - 2 } }),
  );
  rows[0] = [label(plan, { h: levels.length }), ...(rows[0] as Cell[])];
  return rows;
}

function choice(sheet: Sheet, across: number): Cell[] {
  const { random } = sheet;
  const [labels, options] = random.pick(CHOICES);
  const ticks = random.pick([
    ['■', '□'],
    ['●', '○'],
  ] as const);
  const on = random.int(0, options.length - 1);
  const text = options.map((one, i) => `${i === on ? ticks[0] : ticks[1]}${one}`).join('　');
  return fieldCells(sheet, word(sheet, labels), text, [], { value: { w: across - 1 } });
}
