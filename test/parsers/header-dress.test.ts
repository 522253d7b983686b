import { expect, it } from 'vitest';
import { FORMATS } from '../../lambdas/reader/formats.ts';
import { headerAt } from '../../parsers/sheets/header.ts';
import { type Drawn, drawnLines } from './drawn-lines.ts';

function read(name: string, ...rows: readonly Drawn[]) {
  const format = FORMATS.find((one) => one.format === name);
  const header = format && headerAt(format, drawnLines(...rows), 0);
  if (!header) return null;
  const { number, title, subtitle, department, inferred } = header;
  return { number, title, subtitle, department, inferred: inferred.map(({ text }) => text.text) };
}

const plain = {
  number: '327',
  title: '灯台のある町',
  subtitle: null,
  department: '海浜部',
  inferred: [],
};
const DEPARTMENT: Drawn = [30, '【主担当部局：海浜部】'];

it.each<[string, Drawn[], object]>([
  [
    'which of several sheets of one number it is',
    [[0, '施策327（2）　灯台のある町'], DEPARTMENT],
    { number: '327-2', inferred: ['（2）'] },
  ],
  [
    'a second title without brackets',
    [[0, '施策327　灯台のある町'], [0, '岬の明かりを守る'], DEPARTMENT],
    { title: '灯台のある町岬の明かりを守る', inferred: ['岬の明かりを守る'] },
  ],
  [
    'a second title in brackets',
    [[0, '施策327　灯台のある町'], [0, '＜岬の明かりを守る＞'], DEPARTMENT],
    { subtitle: '岬の明かりを守る' },
  ],
  ['its place in a plan', [[0, '３－２－７　施策327　灯台のある町'], DEPARTMENT], {}],
  [
    'a second office',
    [
      [0, '施策327　灯台のある町'],
      [30, '【主担当部局：海浜部（副：観光部）】'],
    ],
    {},
  ],
])('a header with %s', (_, rows, said) => {
  expect(read('mie-measure', ...rows)).toEqual({ ...plain, ...said });
});
