import { expect, it } from 'vitest';
import { resources } from '../../lambdas/reader/resources.ts';
import { parse } from '../../parsers/parse.ts';
import type { SheetRecord } from '../../parsers/records/sheet.ts';
import { drawForm } from '../../samples/forms/draw.ts';
import type { Form } from '../../samples/forms/form.ts';
import { KINDS } from '../../samples/forms/kinds/all.ts';
import { OTHERS } from '../../samples/forms/kinds/others.ts';
import { Random } from '../../samples/generator/random.ts';

const SEED = 20260;
const STYLES = [
  { face: 'gothic', fill: null },
  { face: 'mincho', fill: '#e6e6e6' },
] as const;

const read = async (form: Form, style: (typeof STYLES)[number]) =>
  parse(await drawForm(form, style), resources);

type Truth = Pick<
  SheetRecord,
  | 'fiscalYear'
  | 'publisherName'
  | 'programName'
  | 'number'
  | 'title'
  | 'department'
  | 'indicators'
  | 'budget'
> & { ratings: { text: string }[]; fields: { text: string }[] };

const squash = (text: string | null) => text?.normalize('NFKC').replace(/\s+/g, '') ?? null;

/** What a record says in figures: who, when, which kind, how much. */
const cells = ({ indicators }: Pick<Truth, 'indicators'>) =>
  indicators
    .flatMap(({ name, unit, level, values, achievement, pastAchievements = [] }) => [
      ...values.map((v) => [name, unit, level, v.fiscalYear, v.type, v.text, v.value, v.status]),
      ...[achievement, ...pastAchievements].flatMap((a) =>
        a ? [[name, a.fiscalYear, a.text, a.ratio, a.status, a.basis]] : [],
      ),
    ])
    .map((row) => row.map((part) => squash(String(part))).join(' '))
    .sort();
const amounts = ({ budget }: Pick<Truth, 'budget'>) =>
  budget
    .flatMap(({ name, unit, amounts: all }) =>
      all.map((a) => [name, unit, a.fiscalYear, a.text, a.value, a.yen]),
    )
    .map((row) => row.map((part) => squash(String(part))).join(' '))
    .sort();
const header = ({ fiscalYear, publisherName, programName, number, title, department }: Truth) =>
  [fiscalYear, ...[publisherName, programName, number, title, department].map(squash)].join(' / ');
const texts = (all: readonly { text: string }[]) => all.map(({ text }) => squash(text)).sort();

it.each(
  Object.entries(KINDS).flatMap(([name, draw]) =>
    STYLES.map((style, i) => [`${name} ${style.face}`, draw(new Random(SEED + i)), style] as const),
  ),
)('a form that no spec knows is read: %s', async (_, form, style) => {
  const truth = form.truth as Truth;
  const { sheets, warnings } = await read(form, style);
  const [sheet, ...others] = sheets as [Truth & SheetRecord];
  expect(others).toEqual([]);
  expect(header(sheet)).toEqual(header(truth));
  expect(cells(sheet)).toEqual(cells(truth));
  expect(amounts(sheet)).toEqual(amounts(truth));
  expect(texts(sheet.ratings)).toEqual(texts(truth.ratings));
  expect(texts(sheet.fields)).toEqual(expect.arrayContaining(texts(truth.fields)));
  expect(warnings).toEqual([]);
});

it.each(Object.entries(OTHERS))('%s is no evaluation sheet', async (_, draw) => {
  await expect(read(draw(new Random(SEED)), STYLES[0])).rejects.toMatchObject({
    code: 'unrecognized-format',
  });
});

it('two drawings of one sheet have one id, two governments never', async () => {
  const draw = KINDS['reform'] as (random: Random) => Form;
  const [a, b] = await Promise.all(STYLES.map((style) => read(draw(new Random(3)), style)));
  expect(a?.sheets[0]?.id).toEqual(b?.sheets[0]?.id);
  const others = await Promise.all(
    [4, 5, 6, 7, 8].map(async (seed) => (await read(draw(new Random(seed)), STYLES[0])).sheets[0]),
  );
  const [first] = a?.sheets ?? [];
  for (const other of others) {
    if (other?.publisherName !== first?.publisherName) {
      expect(other?.publisher).not.toEqual(first?.publisher);
    }
  }
});
