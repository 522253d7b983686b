import { describe, expect, it } from 'vitest';
import { resources } from '../../lambdas/reader/resources.ts';
import { parse } from '../../parsers/parse.ts';
import { withoutDoubtful } from '../../parsers/scan/doubts.ts';
import { oddWordsIn } from '../../parsers/scan/odd-words.ts';
import { smallSheet } from './small-sheet.ts';

const sheet = (await parse(await smallSheet(), resources)).sheets[0];
const indicator = sheet?.indicators[0];
const value = indicator?.values[0];
if (!sheet || !indicator || !value) throw new Error('The sheet is not read.');

const scan = () => true;
const with1 = (text: string, unit = indicator.unit) => ({
  ...sheet,
  indicators: [{ ...indicator, unit, values: [{ ...value, text }] }],
});
const odd = (...said: Parameters<typeof with1>) =>
  oddWordsIn(with1(...said), scan, resources.language);

describe('what two networks took a sign for', () => {
  it('makes the figure behind it unread', async () => {
    const read = with1('んへ741人');
    const [place, ...more] = await oddWordsIn(read, scan, resources.language);
    expect(more).toEqual([]);
    expect(place).toMatchObject({ of: 'number', candidates: ['んへ741人'] });
    const told = withoutDoubtful(read, place ? [place] : []);
    expect(told.indicators[0]?.values[0]).toMatchObject({ value: null, status: 'unread' });
    expect(told.warnings.at(-1)?.code).toBe('doubtful-reading');
  });

  it.each(['741人', '△741人', '約741人', '(741人)', '目標741人', 'のべ741人', '年3回'])(
    'is not seen in %s',
    async (text) => expect(await odd(text)).toEqual([]),
  );

  it('is not looked for in a text of a PDF', async () => {
    expect(await oddWordsIn(with1('んへ741人'), () => false, resources.language)).toEqual([]);
  });
});

describe('a unit of a scan', () => {
  it.each(['百万円', '人', '箇所', 'km2', 'ポイント', null])('is known: %s', async (unit) =>
    expect(await odd('741', unit)).toEqual([]),
  );

  it('that nobody knows is told beside its figures', async () => {
    const [place] = await odd('741', '・百万円');
    expect(place).toMatchObject({ of: 'words', box: value.at.box, candidates: ['・百万円'] });
  });

  it('that two cells say is known', async () => {
    const values = ['741甲乙丙', '820甲乙丙'].map((text) => ({ ...value, text }));
    const said = { ...sheet, indicators: [{ ...indicator, unit: '甲乙丙', values }] };
    expect(await oddWordsIn(said, scan, resources.language)).toEqual([]);
  });
});
