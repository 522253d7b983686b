import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { loadTokenize } from '../../lambdas/dictionary.ts';
import { comparable, mendGlyphs, oneDash } from '../../parsers/japanese/characters.ts';
import { dates } from '../../parsers/japanese/dates.ts';
import { fiscalYear } from '../../parsers/japanese/eras.ts';
import { facts } from '../../parsers/japanese/facts.ts';
import { figure, unitInName } from '../../parsers/japanese/figures.ts';
import { fold } from '../../parsers/japanese/folded.ts';
import { kanjiNumber } from '../../parsers/japanese/kanji-number.ts';
import { keywords } from '../../parsers/japanese/keywords.ts';
import { kindsIn } from '../../parsers/japanese/kinds.ts';
import { amount, foldWidth, numerals } from '../../parsers/japanese/numerals.ts';
import { quantities } from '../../parsers/japanese/quantities.ts';
import { searchable } from '../../parsers/japanese/searchable.ts';
import { contentWords, strangers, terms } from '../../parsers/japanese/terms.ts';
import { codes, uncounted } from '../../parsers/japanese/uncounted.ts';
import { isSameUnit } from '../../parsers/japanese/unit-synonyms.ts';
import { variantsOf } from '../../parsers/japanese/variants.ts';
import { yearsIn } from '../../parsers/japanese/years.ts';

const tokenize = await loadTokenize();

/** Every way in to parsers/japanese that takes a text of any length. */
const READERS: Readonly<Record<string, (text: string) => unknown>> = {
  amount,
  codes: (text) => codes(foldWidth(text)),
  comparable,
  contentWords: (text) => contentWords(text, tokenize(text)),
  dates: (text) => dates(text, { fiscalYear: 2013, phase: 'result' }),
  facts: (text) => facts(text, tokenize(text)),
  figure,
  fiscalYear: (text) => fiscalYear(comparable(text), 2013),
  fold,
  foldWidth,
  isSameUnit: (text) => isSameUnit(text, `${text} `),
  kanjiNumber,
  keywords: (text) => keywords(text, tokenize(text)),
  kindsIn: (text) => kindsIn(comparable(text)),
  mendGlyphs,
  numerals: (text) => numerals(foldWidth(text)),
  oneDash,
  quantities: (text) => quantities(text, tokenize(text)),
  searchable,
  strangers: (text) => strangers(text, tokenize(text)),
  terms: (text) => terms(searchable(text), tokenize),
  tokenize,
  uncounted: (text) => uncounted(foldWidth(text)),
  unitInName,
  variantsOf,
  yearsIn: (text) => yearsIn(comparable(text), 2013),
};

/** They read one word, one number or a stretch that one of the READERS bounds. */
const OF_A_PART = new Set(
  'bracketed find labels pairs wordPartsOf sounding inHiragana inKatakana isNoLabel measureOf measuredBy survey yearOfEra yearNear yearOfCentury yenPer'.split(
    ' ',
  ),
);

it('no function that takes a text is left out', () => {
  const folder = 'parsers/japanese';
  const taking = readdirSync(folder)
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => [
      ...readFileSync(`${folder}/${file}`, 'utf8').matchAll(
        /^export (?:function|const) (\w+)(?:\(| = \()(?:\w+: string|\{ text)/gm,
      ),
    ])
    .map(([, name = '']) => name);
  expect(taking).toContain('facts');
  expect(taking.filter((name) => !(name in READERS) && !OF_A_PART.has(name))).toEqual([]);
});

const LENGTH = 4000;
/** Below this many milliseconds nothing is known of how time grows. */
const SHORT = 250;
/** Twice what reading four times the text may take; of time that grows with the square it is 16 times. */
const MAX_GROWTH = 8;

/** Milliseconds of this process, however busy the machine is. */
function timeOf(read: (text: string) => unknown, text: string): number {
  const before = process.cpuUsage();
  read(text);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const repeated = (pattern: string, length: number) =>
  pattern.repeat(Math.ceil(length / pattern.length));

function grows(read: (text: string) => unknown, pattern: string): string | null {
  const long = timeOf(read, repeated(pattern, 4 * LENGTH));
  if (long < SHORT) return null;
  // Three times, since the first may have compiled the code or collected garbage.
  const ratios = Array.from({ length: 3 }, () => {
    const short = timeOf(read, repeated(pattern, LENGTH));
    return timeOf(read, repeated(pattern, 4 * LENGTH)) / Math.max(short, 1);
  });
  const least = Math.min(...ratios);
  return least > MAX_GROWTH ? `«${pattern}»: ${least.toFixed(1)} times for 4 times the text` : null;
}

const PATTERNS =
  '百万円 12件 1, １ 一 1.1. 参加者12人、 平成25年度 12月3日 ( （ )） 「 「」 約 延べ →12件 第3 1人当たり ～ の 。 年 12～ あ ア A H25 1/2 6か所で 件数が増加し、 △ ①2 12件（ \u2009123 未 ・ を する'.split(
    ' ',
  );

it.each(Object.keys(READERS))('%s takes time in proportion to repeated patterns', (name) => {
  const read = READERS[name] as (text: string) => unknown;
  expect(PATTERNS.flatMap((pattern) => grows(read, pattern) ?? [])).toEqual([]);
});

it('no drawn pattern takes more', () => {
  const pattern = fc
    .array(fc.constantFrom(...PATTERNS, '円', '人', '件', '年間で', '公表予定', '中', '、', ' '), {
      minLength: 1,
      maxLength: 4,
    })
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(pattern, fc.constantFrom(...Object.keys(READERS)), (drawn, name) => {
      expect(grows(READERS[name] as (text: string) => unknown, drawn)).toBeNull();
    }),
    { numRuns: 60 },
  );
});
