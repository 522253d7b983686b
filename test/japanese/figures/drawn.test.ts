import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Figure, figure } from '../../../parsers/japanese/figures.ts';

/** How many strings are drawn: FIGURES=20000 as `npm run figures` has it. */
const RUNS = Number(process.env['FIGURES'] ?? 2000);

const digits = fc.oneof(
  { weight: 3, arbitrary: fc.nat(9999).map(String) },
  fc.nat(9_999_999).map((n) => n.toLocaleString('en-US')),
  fc.nat(9999).map((n) => (n / 10).toFixed(1)),
  fc
    .nat(999)
    .map((n) => String(n).replace(/\d/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0))),
);
/** None of these makes one number of two. */
const BETWEEN =
  ' |　|\n|→|⇒|～|〜|-|－|/|／|・|、|：|:|;|（|）|(|)|[|]|①|²|※1|うち|から|件|社 |% |％|㎡|t-CO2 |か所|人、|人日|件→|件～|以上|約|延べ|平成25年度|4月|8月頃|年度|△|▲|＋|￥|?|フ|三|O|l|S|は|が|を|で|に|前年|(参考)|ー|—|…|×|＝|+|±|当たり|対'.split(
    '|',
  );
const WORDS =
  '件|社|人|％|%|㎡|ｔ|か所|団体|市町|ポイント|千円|億円|百万円|以上|以下|未満|程度|約|延べ|累計|増|減|維持|達成|調査中|公表予定|未定|なし|不可|データ|頃|末|平成|25年度|4月|H26|第|回目|年間で|が|を|に|で|は|の|→|（|）|(|)|△|▲|－|＋|±|／|/|・|、|，|,|.|．|①|²|※|*|～|…|○|l|O|フ|三|十|百|千|万|億|\n| |　|\u2009|速報値|参加|策定|実施|隔年'.split(
    '|',
  );
const cell = fc
  .array(fc.oneof(digits, fc.constantFrom(...WORDS), fc.constantFrom(...WORDS)), {
    minLength: 1,
    maxLength: 9,
  })
  .map((parts) => parts.join(''));

const narrow = (text: string) =>
  text.replace(/[！-～]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));
/** The numbers as they are printed, those in groups of three (also over a line's end) with and without what is before them. */
function numbersIn(text: string): number[] {
  const grouped = narrow(text).replace(
    /(?<!\.\d*)(?<=\d)(?:,\n?|\n,|[\u2009\u202f])(?=\d{3}(?!\d))/g,
    '',
  );
  const runs = [grouped, narrow(text)].flatMap((one) => one.match(/\d+(?:\.\d+)*/g) ?? []);
  return runs.map(Number);
}
const hasDigit = (text: string) => /\d/.test(narrow(text));
/** Put together from its parts, as 12億3千万 is. */
const isPutTogether = (text: string) => /\d\s*[百千万億兆]+\s*\d/.test(narrow(text));

/** Points in time and ordinals, which are no figures. */
const TIMES =
  /(?:平成|H)?\d{1,4}(?:年度?|月)|(?:平成|H|R|S|T|M)\d{1,4}(?:\.\d{1,2})*|第\d{1,4}|(?:\d{1,2}\.){2}\d{1,2}(?=$|[^\d.%\p{L}]|実施|から|[にのは末])|\d{1,4}[^\d\s]{1,3}目|\d{1,4}[~・、-](?=\d)/gu;
const NOTES = /※\d{0,2}/g;

const check = (
  arbitrary: fc.Arbitrary<string>,
  holds: (text: string, read: Figure | null) => void,
) =>
  fc.assert(
    fc.property(arbitrary, (text) => holds(text, figure(text))),
    { numRuns: RUNS },
  );

describe('of drawn cells', () => {
  it('no two numbers are one', () => {
    const two = fc
      .tuple(
        fc.constantFrom('', ...WORDS),
        digits,
        fc.constantFrom(...BETWEEN),
        digits,
        fc.constantFrom('', ...WORDS),
      )
      .map((parts) => parts.join(''));
    check(two, (text, read) => {
      const numbers = numbersIn(text);
      if (!read || read.value === null || isPutTogether(text)) return;
      const value = Math.abs(read.value);
      expect(numbers).toContain(value);
    });
  });

  it('what is reported is a number that is printed there, or words of it put together', () => {
    check(cell, (text, read) => {
      if (read?.status !== 'reported' || /[一二三四五六七八九十百千万億]/.test(text)) return;
      expect(numbersIn(text)).toContain(Math.abs(read.value ?? Number.NaN));
    });
  });

  it('no digit ends in words in silence, but in times, notes and sentences over several years', () => {
    check(cell, (text, read) => {
      if (read?.status !== 'narrative' || !hasDigit(text)) return;
      const sentence = (read.others ?? []).length > 0 && /→|間?[でに]/.test(narrow(text));
      if (!sentence) expect(narrow(text).replace(TIMES, '').replace(NOTES, '')).not.toMatch(/\d/);
    });
  });

  it('whatever is not read says why, and nothing else does but a correction', () => {
    check(cell, (_, read) => {
      if (read?.status === 'unread') expect(read.reason).toMatch(/./);
      else if (read?.reason !== undefined) expect(read.reason).toContain('correction');
      expect(read === null || (read.value !== null) === (read.status === 'reported')).toBe(true);
    });
  });

  it('a unit stands in the text as printed, white space aside', () => {
    check(cell, (text, read) => {
      if (!read?.unit || /[￥¥]/.test(text)) return;
      const bare = text.replace(/\s/g, '');
      const parts = read.unit.split(/[/／]/);
      for (const part of parts) expect(bare).toContain(part);
    });
  });
});
