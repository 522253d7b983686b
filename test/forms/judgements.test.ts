import { expect, test } from 'vitest';
import { JUDGEMENT } from '../../parsers/forms/vocabulary/judgements.ts';
import { comparable } from '../../parsers/japanese/characters.ts';

test.each([
  'A',
  'Ｂ（一部見直しのうえ継続）',
  '○（順調）',
  'Ⅲ',
  'Ⅱ（やや遅れ）',
  '拡充',
  '4点',
  '現状維持',
  'おおむね妥当',
])('「%s」 is a judgement', (text) => {
  expect(JUDGEMENT.test(comparable(text))).toBe(true);
});

test.each(['12（8）', 'A市と協議した', '令和3年度', '1,234', '見直しの内容を検討する'])(
  '「%s」 is none',
  (text) => {
    expect(JUDGEMENT.test(comparable(text))).toBe(false);
  },
);
