import { expect, it } from 'vitest';
import { resources } from '../../lambdas/reader/resources.ts';
import { parse } from '../../parsers/parse.ts';
import { randomProducer } from '../../samples/corpus/producer.ts';
import { randomSheet } from '../../samples/corpus/sheet.ts';
import { makeDocument } from '../../samples/generator/document.ts';
import type { Habits } from '../../samples/generator/habits.ts';
import { Random } from '../../samples/generator/random.ts';
import { STRIKES } from '../../samples/generator/strikes.ts';
import { UNSEEN } from '../../samples/generator/unseen.ts';

const SEED = 20_260_712;
const WRITERS = ['embedded', 'UniJIS-UTF16-H'] as const;
const cases = <T>(styles: readonly T[]) =>
  WRITERS.flatMap((fonts) => styles.map((style) => [fonts, style] as const));

/** Every figure of one drawn sheet, one of them with a struck one above it. */
async function figuresOf(fonts: (typeof WRITERS)[number], habits: Partial<Habits>) {
  const random = new Random(SEED);
  const producer = randomProducer(random);
  const sheet = randomSheet(random);
  const [first, ...others] = sheet.indicators;
  if (!first) throw new Error('no indicator');
  const struck = { text: '47', value: 47, status: 'reported', struck: { text: '8,765' } } as const;
  const corrected = { ...first, actuals: { ...first.actuals, [sheet.fiscalYear]: struck } };
  const { pdf } = await makeDocument(
    { ...producer, fonts, habits: { ...producer.habits, rotate: 0, unseen: null, ...habits } },
    [{ ...sheet, indicators: [corrected, ...others] }],
  );
  const { sheets } = await parse(pdf, resources);
  return sheets.flatMap(({ indicators }) =>
    indicators.flatMap(({ name, values }) =>
      values.map(({ text, others: parts = [] }) => [name, text, ...parts.map((part) => part.text)]),
    ),
  );
}

it.each(cases(UNSEEN))('in %s, a draft that is %s is not read', async (fonts, unseen) => {
  expect(await figuresOf(fonts, { unseen })).toEqual(await figuresOf(fonts, {}));
});

it.each(cases(STRIKES))(
  'in %s, what is struck through by a %s is previous',
  async (fonts, strike) => {
    const texts = await figuresOf(fonts, { strike });
    expect(texts.filter((one) => one.includes('8,765'))).toEqual([
      [expect.any(String), '47', '8,765'],
    ]);
  },
);
