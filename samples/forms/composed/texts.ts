import { type Block, type Cell, gap, grid, label, line, value } from '../form.ts';
import { PLANS, PROBLEMS, RESULTS } from '../sentences.ts';
import { fieldCells, type Sheet, word } from './sheet.ts';
import { FURTHER, MEANS, OUTCOME, PLAN, PROBLEM, PURPOSE, TARGET } from './words.ts';

type Asked = readonly [name: string, text: string];

export function purpose(sheet: Sheet): Block[] {
  const { random, theme } = sheet;
  const asked: Asked[] = [
    [word(sheet, PURPOSE), theme.purpose],
    [word(sheet, MEANS), theme.means],
  ];
  if (random.chance(0.7)) asked.splice(random.int(0, 1), 0, [word(sheet, TARGET), theme.target]);
  if (random.chance(0.4)) asked.push(...further(sheet));
  return [...arranged(sheet, asked, ['目的', '概要', '計画（PLAN）', '事業の内容']), gap(3)];
}

export function reflection(sheet: Sheet): Block[] {
  const { random } = sheet;
  const asked: Asked[] = [
    [word(sheet, OUTCOME), random.pick(RESULTS)],
    [word(sheet, PROBLEM), random.pick(PROBLEMS)],
    [word(sheet, PLAN), random.pick(PLANS)],
  ];
  if (random.chance(0.4)) asked.push(...further(sheet));
  return [...arranged(sheet, asked, ['総括', '検証', '改善（ACTION）', '今後に向けて']), gap(3)];
}

const further = ({ random }: Sheet): Asked[] => [random.pick(FURTHER)];

/** Labels and texts beside each other, above each other, in one cell, or under a heading without a table. */
function arranged(sheet: Sheet, asked: readonly Asked[], sides: readonly string[]): Block[] {
  const { random, truth } = sheet;
  const kind = random.pick([
    'beside',
    'beside',
    'side',
    'side',
    'above',
    'across',
    'inside',
    'lines',
  ]);
  switch (kind) {
    case 'side': {
      const side = random.pick(sides);
      const upright = random.chance(0.7);
      const rows = asked.map(([name, text]) => fieldCells(sheet, name, text, [side]));
      rows[0] = [label(side, { h: asked.length, upright }), ...(rows[0] as Cell[])];
      return [grid([upright ? 1.2 : 3, 5, 20], rows)];
    }
    case 'above':
      return [
        grid(
          [1],
          asked.flatMap(([name, text]) => [
            [label(name, { align: random.pick(['left', 'center']) })],
            [value(truth.field(name, text))],
          ]),
        ),
      ];
    case 'across':
      return [
        grid(
          asked.map(() => 1),
          [
            asked.map(([name]) => label(name)),
            asked.map(([name, text]) => value(truth.field(name, text))),
          ],
        ),
      ];
    case 'inside':
      return [
        grid(
          [1],
          asked.map(([name, text]) => [value(`${name}：${truth.field(name, text)}`)]),
        ),
      ];
    case 'lines':
      return asked.flatMap(([name, text], i) => [
        line(`${['１', '２', '３', '４', '５'][i]}．${name}`),
        line(`　${truth.field(name, text)}`),
      ]);
    default:
      return [
        grid(
          [5, 20],
          asked.map(([name, text]) => fieldCells(sheet, name, text)),
          { rules: random.chance(0.12) ? 'rows' : 'all' },
        ),
      ];
  }
}
