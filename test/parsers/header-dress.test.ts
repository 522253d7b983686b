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
const OPENING: Drawn = [0, '平成25年度事業マネジメントシート（選択・集中プログラム）'];
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
  [
    'the mark of a version below its title',
    [[0, '施策327　灯台のある町'], [20, '未定稿'], DEPARTMENT],
    {},
  ],
  [
    'a date of correction below its title',
    [[0, '施策327　灯台のある町'], [20, '31.5.2修正'], DEPARTMENT],
    {},
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
  [
    'what may be a second title in its title',
    [[0, '施策327　灯台のある町（岬の明かりを守る）'], DEPARTMENT],
    { title: '灯台のある町（岬の明かりを守る）', inferred: ['（岬の明かりを守る）'] },
  ],
  [
    'a second title in marks on the title’s line',
    [[0, '施策327　灯台のある町　～岬の明かりを守る～'], DEPARTMENT],
    { subtitle: '岬の明かりを守る', inferred: ['～岬の明かりを守る～'] },
  ],
])('a header with %s', (_, rows, said) => {
  expect(read('mie-measure', ...rows)).toEqual({ ...plain, ...said });
});

it.each([
  ['in parentheses', '灯台のある町（岬の明かりプロジェクト）', '（岬の明かりプロジェクト）'],
  ['behind a gap', '灯台のある町　岬の明かりプロジェクト', '岬の明かりプロジェクト'],
  ['far behind', '灯台のある町　　　　　岬の明かりプロジェクト', '岬の明かりプロジェクト'],
  ['in marks', '灯台のある町～岬の明かりプロジェクト～', '～岬の明かりプロジェクト～'],
])('a project’s second title %s on the title’s line is its subtitle', (_, title, inferred) => {
  const said = { number: '5', subtitle: '岬の明かりプロジェクト', inferred: [inferred] };
  expect(read('mie-project', OPENING, [0, `緊急課題解決5　${title}`], DEPARTMENT)).toEqual({
    ...plain,
    ...said,
  });
});

it('a second title of a long one may wrap', () => {
  const long = '灯台のある町と岬を守り育てる';
  const rows: Drawn[] = [
    [0, `緊急課題解決5　${long}`],
    [0, '取組　～岬の明かりプロジェクト～'],
  ];
  expect(read('mie-project', OPENING, ...rows, DEPARTMENT)).toMatchObject({
    title: `${long}取組`,
    subtitle: '岬の明かりプロジェクト',
  });
});

it('a few large letters beside a header are none of it', () => {
  const mark: Drawn = [40, '写', { size: 18 }];
  const title: Drawn = [0, '緊急課題解決5　灯台のある町'];
  const format = FORMATS.find((one) => one.format === 'mie-project');
  const header = format && headerAt(format, drawnLines(OPENING, title, mark, DEPARTMENT), 0);
  expect(header).toMatchObject({ title: '灯台のある町', stamps: [{ text: '写' }] });
});

it('a word about a title, and one spaced out, are no second titles', () => {
  const titled = (title: string) =>
    read('mie-project', OPENING, [0, `緊急課題解決5　${title}`], DEPARTMENT);
  expect(titled('灯台のある町（仮称）')).toMatchObject({
    title: '灯台のある町（仮称）',
    inferred: [],
  });
  expect(titled('灯　台　の　あ　る　町　を　守　る')).toMatchObject({
    subtitle: null,
    inferred: [],
  });
});

it('a number and a title with labels of their own', () => {
  const rows: Drawn[] = [
    [0, '緊急課題解決'],
    [0, 'プロジェクト番号5'],
    [0, 'プロジェクト名'],
    [0, '灯台のある町'],
    DEPARTMENT,
  ];
  expect(read('mie-project', OPENING, ...rows)).toEqual({ ...plain, number: '5' });
});

it.each<[string, Drawn]>([
  ['the number of the document', [40, '資料３－２']],
  ['the day it was written on', [30, '（作成日：平成25年７月１日）']],
  ['the number of the page', [45, '－12－']],
])('%s between the publisher and the line that opens a sheet belongs to neither', (_, between) => {
  const format = FORMATS.find((one) => one.format === 'mie-project');
  if (!format) throw new Error('the format is missing');
  const lines = drawnLines(
    [0, '三重県'],
    between,
    OPENING,
    [0, '新しい豊かさ協創３'],
    [0, '灯台のある町'],
    DEPARTMENT,
  );
  expect(headerAt(format, lines, 0)).toMatchObject({
    fiscalYear: 2013,
    number: '3',
    title: '灯台のある町',
    publisherName: '三重県',
  });
});

it('a box between them is no line of the header', () => {
  const format = FORMATS.find((one) => one.format === 'mie-measure');
  if (!format) throw new Error('the format is missing');
  const [publisher, box, ...lines] = drawnLines(
    [0, '三重県'],
    [40, '速報'],
    [0, '平成25年度'],
    [0, '施策327　灯台のある町'],
    DEPARTMENT,
  );
  if (!publisher || !box) throw new Error('a line is missing');
  const header = headerAt(format, [publisher, { ...box, boxed: true }, ...lines], 0);
  expect(header).toMatchObject({ fiscalYear: 2013, title: '灯台のある町' });
  expect(header?.lines.map(({ text }) => text)).not.toContain('速報');
});
