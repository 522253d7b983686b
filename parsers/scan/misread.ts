import { figure, yenPer } from '../japanese/figures.ts';
import type { Glyph, Repair } from '../pdf/page.ts';

/** Characters that networks take for one another, above all in black and white; no digits, and no numerals but in units. */
const ALIKE = [
  '日目白自曰旦臼晶昌H',
  '績続積',
  '年卒午',
  '度庶席',
  '未末本',
  '人入',
  '土士',
  '大太犬',
  '木本',
  '計誠',
  '実美宝',
  '値植直',
  '標漂',
  '検険倹',
  '児兄',
  '育痛',
  '累提',
  '施旋',
  '問間門',
  '往住佳',
  '徴微',
  '粋枠',
  '率卒',
  '拓折析',
  '員貝',
  '困因囚',
  '圏岡',
  '力カ',
  '口ロ',
  '夕タ',
  '工エ',
  '才オ',
  '卜ト',
  '一ー—―',
].map((group) => Array.from(group));
/** The same in units of money: 百万円. */
const IN_UNITS = [...ALIKE, ['百', '折', '白', '首'], ['万', '方', '亡', '刀'], ['千', '干', '于']];
/** The same where a cell holds nothing else: in a sentence these stand beside one another for themselves. */
const IN_CELLS = [...IN_UNITS, ['千', '半'], ['円', '同', '内'], ['未', '木']];
/** Words of Japanese are no longer than this where they are looked for. */
const MAX_WORD = 4;
/** No stretch is looked at in more than so many ways. */
const MAX_VARIANTS = 150;
/** White this wide (ems) parts words. */
const GAP = 0.6;

/**
 * Glyphs of which a character that makes no word is the one like it that does: 日標 is 目標. Only where what stands there as
 * read is in no word, so that no word becomes another; each is told as a repair.
 * @param isWord whether a dictionary has it
 */
export function inWords(
  glyphs: readonly Glyph[],
  isWord: (text: string) => boolean,
): { glyphs: Glyph[]; repairs: Repair[] } {
  const mended = [...glyphs];
  const repairs: Repair[] = [];
  for (const [from, to] of stretches(glyphs)) {
    const read = glyphs.slice(from, to).map(({ text }) => text);
    for (const { at, length, word } of repairsOf(read, isWord)) {
      const own = glyphs.slice(from + at, from + at + length);
      const [first, last] = [own[0] as Glyph, own.at(-1) as Glyph];
      const box = [first.x0, first.y0, last.x1, last.y1] as const;
      repairs.push({ box: [...box], from: read.slice(at, at + length).join(''), to: word });
      Array.from(word).forEach((text, i) => {
        mended[from + at + i] = { ...(own[i] as Glyph), text };
      });
    }
  }
  return { glyphs: mended, repairs };
}

/** From where to where glyphs stand one beside the other. */
function stretches(glyphs: readonly Glyph[]): [number, number][] {
  const found: [number, number][] = [];
  let from = 0;
  for (let i = 1; i <= glyphs.length; i++) {
    const [before, glyph] = [glyphs[i - 1] as Glyph, glyphs[i]];
    const isBeside =
      glyph &&
      Math.abs(glyph.y0 + glyph.y1 - before.y0 - before.y1) < before.size &&
      Math.abs(glyph.x0 - before.x1) < GAP * before.size;
    if (isBeside) continue;
    found.push([from, i]);
    from = i;
  }
  return found;
}

/** Whether a stroke that lies makes the katakana before it long: デザイナー等. */
const isDrawnOut = (read: readonly string[], at: number) =>
  /[ー—―一]/.test(read[at] ?? '') && /[ァ-ヶ]/.test(read[at - 1] ?? '');

type Found = { readonly at: number; readonly length: number; readonly word: string };

function repairsOf(read: readonly string[], isWord: (text: string) => boolean): Found[] {
  const found: Found[] = [];
  const isTaken = (at: number, length: number) =>
    found.some((one) => at < one.at + one.length && at + length > one.at);
  for (let length = MAX_WORD; length >= 2; length--) {
    for (let at = 0; at + length <= read.length; at++) {
      if (isTaken(at, length) || isDrawnOut(read, at)) continue;
      const text = read.slice(at, at + length);
      const isWhole = length === read.length;
      const own = variants(text, isWhole ? IN_CELLS : IN_UNITS).find((one) =>
        isOfCells(one, isWhole),
      );
      const word =
        own ??
        variants(text, ALIKE).find((one) => isWord(one) && text.some((c) => one.includes(c)));
      if (!word || word === text.join('')) continue;
      if (own || !isInWord(read, at, length, isWord)) found.push({ at, length, word });
    }
  }
  return found;
}

/** Units of money, and what a whole cell says instead of a figure: 未確定. */
const isOfCells = (text: string, isWhole: boolean) =>
  yenPer(text) !== null || (isWhole && figure(text)?.status === 'pending');

/** Of the characters that look like others those that count: behind a numeral they are words for themselves, 三年 and 一人. */
const COUNTED = /^([一二三四五六七八九十百千万数何][年日目人本口員]|[0-9０-９][年人本口員])$/;

/** Whether something of a stretch is in a word as it is read. */
function isInWord(
  read: readonly string[],
  at: number,
  length: number,
  isWord: (text: string) => boolean,
): boolean {
  for (let from = Math.max(0, at - MAX_WORD + 1); from < at + length; from++) {
    for (let to = Math.max(at + 1, from + 2); to <= from + MAX_WORD && to <= read.length; to++) {
      const text = read.slice(from, to).join('');
      if (COUNTED.test(text) || isWord(text)) return true;
    }
  }
  return false;
}

/** What may stand there: as read first, then with characters that look alike. */
function variants(read: readonly string[], groups: readonly (readonly string[])[]): string[] {
  if (!read.some((character) => groups.some((group) => group.includes(character)))) return [];
  const texts = read.reduce<string[]>(
    (texts, character) => {
      const alike = groups.filter((group) => group.includes(character)).flat();
      const each = [...new Set([character, ...alike])];
      if (texts.length > MAX_VARIANTS) return texts;
      return texts.flatMap((text) => each.map((one) => text + one));
    },
    [''],
  );
  return texts.length > MAX_VARIANTS ? [] : texts;
}
