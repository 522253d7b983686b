import type { PlacedText } from '../layout/text.ts';

/** Brackets around nothing or around a mark, with the words behind them: [✓]高い, （　）普通, 【○】低い. */
const BOX =
  /(?<open>[[［(（【〔<＜〈{｛])[\s　]*(?<mark>[✓✔レ☑■●◎○〇◯xXｘＸ]?)[\s　]*[\]］)）】〕>＞〉}｝](?<words>[^[［(（【〔<＜〈{｛]*)/gu;

/** The same choices with a plain box, ■ or □, for each pair of brackets; as printed where these are none. */
export function withPlainBoxes(text: PlacedText): PlacedText {
  const found = [...text.text.matchAll(BOX)];
  const [first] = found;
  if (!first || text.text.slice(0, first.index).trim() !== '') return text;
  const named = found.every(({ groups }) => /\p{L}/u.test(groups?.['words'] ?? ''));
  const marked = found.some(({ groups }) => groups?.['mark'] !== '');
  const square = found.every(({ groups }) => /[[［]/.test(groups?.['open'] ?? ''));
  // （　）年（　）月 is left to be filled in, and （○） before one text is its sign.
  if (!named || !(marked || square) || (found.length < 2 && !square)) return text;
  let plain = '';
  const sources: PlacedText['sources'][number][] = [];
  for (const { index, 0: all, groups } of found) {
    const words = groups?.['words'] ?? '';
    const to = index + all.length;
    plain += (groups?.['mark'] === '' ? '□' : '■') + words;
    sources.push(text.sources[index] ?? null, ...text.sources.slice(to - words.length, to));
  }
  return { text: plain, sources };
}
