import type { Line } from '../layout/lines.ts';

/** What stands before an item. Bullets have no ordinal, and all the marker `・`. */
export type Marker = {
  readonly marker: string;
  readonly ordinal: number | null;
  /** Marks of one family count up together. */
  readonly family: string;
  /** How many characters of the line it takes. */
  readonly length: number;
  /** Whether running text may begin like this too: it counts where a gap follows, or where its neighbours count on. */
  readonly weak: boolean;
};

const KANA =
  'アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワ';
const CIRCLED_KANA =
  '㋐㋑㋒㋓㋔㋕㋖㋗㋘㋙㋚㋛㋜㋝㋞㋟㋠㋡㋢㋣㋤㋥㋦㋧㋨㋩㋪㋫㋬㋭㋮㋯㋰㋱㋲㋳㋴㋵㋶㋷㋸㋹㋺㋻';
const HIRAGANA = 'あいうえおかきくけこさしすせそたちつてとなにぬねの';
const KANJI = '一二三四五六七八九十';
const ROMAN = 'ⅰⅱⅲⅳⅴⅵⅶⅷⅸⅹⅺⅻ';

/** The second of 1-2. */
const second = (text: string) => Number(/\d+$/.exec(text.normalize('NFKC'))?.[0]);
const number = (text: string) => Number(/\d+/.exec(text.normalize('NFKC'))?.[0]);
const letter = (text: string) =>
  (/[a-z]/.exec(text.normalize('NFKC').toLowerCase())?.[0]?.charCodeAt(0) ?? 0) - 96;
const latinRoman = (text: string) =>
  ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x'].indexOf(text) + 1;
const among = (row: string) => (text: string) => [...row].findIndex((c) => text.includes(c)) + 1;
/** Rows of characters that count from 1, one after the other. */
const counted =
  (...rows: string[]) =>
  (text: string) =>
    Math.max(...rows.map((row) => among(row)(text)));

type Family = {
  readonly family: string;
  readonly pattern: RegExp;
  readonly ordinal: (text: string) => number;
  readonly weak?: true;
  /** Running text often begins like this: only with a gap behind it may it be one. */
  readonly parted?: true;
};

const CLOSE = '[)）.．]';

const FAMILIES: readonly Family[] = [
  { family: '①', pattern: /^[①-⑳㉑-㉟㊱-㊿]/, ordinal: number },
  { family: '❶', pattern: /^[❶-❿⓫-⓴]/, ordinal: counted('❶❷❸❹❺❻❼❽❾❿⓫⓬⓭⓮⓯⓰⓱⓲⓳⓴') },
  { family: '➀', pattern: /^[➀-➓⓵-⓾]/, ordinal: counted('➀➁➂➃➄➅➆➇➈➉', '➊➋➌➍➎➏➐➑➒➓', '⓵⓶⓷⓸⓹⓺⓻⓼⓽⓾') },
  { family: '(1)', pattern: /^(?:[⑴-⒇]|[(（][0-9０-９]{1,2}[)）])/, ordinal: number },
  { family: '[1]', pattern: /^[[［〔〈<＜《][0-9０-９]{1,2}[\]］〕〉>＞》]/, ordinal: number },
  { family: '1)', pattern: /^[0-9０-９]{1,2}[)）]/, ordinal: number },
  { family: '1.', pattern: /^(?:[⒈-⒛]|[0-9０-９]{1,2}[.．](?![0-9０-９]))/, ordinal: number },
  { family: '(ア)', pattern: new RegExp(`^[(（][${KANA}][)）]`), ordinal: among(KANA) },
  { family: 'ア)', pattern: new RegExp(`^[${KANA}]${CLOSE}`), ordinal: among(KANA) },
  { family: '㋐', pattern: new RegExp(`^[${CIRCLED_KANA}]`), ordinal: among(CIRCLED_KANA) },
  { family: '(あ)', pattern: new RegExp(`^[(（][${HIRAGANA}][)）]`), ordinal: among(HIRAGANA) },
  { family: 'あ)', pattern: new RegExp(`^[${HIRAGANA}]${CLOSE}`), ordinal: among(HIRAGANA) },
  {
    family: 'ｱ',
    pattern: /^[ｱ-ﾜ](?![ｦ-ﾟ])/,
    ordinal: (text) => among(KANA)(text.normalize('NFKC')),
    weak: true,
  },
  {
    family: '№1',
    pattern: /^(?:№|[NＮ][oｏ][.．]?|[#＃])[0-9０-９]{1,2}(?![0-9０-９])/,
    ordinal: number,
  },
  {
    family: '第1',
    pattern: /^第[0-9０-９]{1,2}(?![0-9０-９])/,
    ordinal: number,
    weak: true,
    parted: true,
  },
  {
    family: '1-1',
    pattern: /^[0-9０-９]{1,2}[-－‐−ー][0-9０-９]{1,2}(?![0-9０-９])/,
    ordinal: second,
    weak: true,
  },
  {
    family: '(一)',
    pattern: new RegExp(`^(?:[㈠-㈩㊀-㊉]|[(（][${KANJI}][)）])`),
    ordinal: counted(KANJI, '㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩', '㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉'),
  },
  {
    family: 'i)',
    pattern: /^(?:[(（]?[ivxｉｖｘ]{1,4}[)）]|[ivxｉｖｘ]{1,4}[.．](?![a-zａ-ｚ]))/,
    ordinal: (text) => latinRoman(text.normalize('NFKC').replace(/[^ivx]/g, '')),
  },
  { family: '(a)', pattern: /^(?:[⒜-⒵ⓐ-ⓩⒶ-Ⓩ]|[(（][a-zA-Zａ-ｚＡ-Ｚ][)）])/, ordinal: letter },
  {
    family: 'a)',
    pattern: /^[a-zA-Zａ-ｚＡ-Ｚ](?:[)）]|[.．](?![a-zA-Zａ-ｚＡ-Ｚ]))/,
    ordinal: letter,
  },
  {
    family: 'ⅰ)',
    pattern: new RegExp(`^(?:[(（][ⅰ-ⅻⅠ-Ⅻ][)）]|[ⅰ-ⅻⅠ-Ⅻ]${CLOSE})`),
    ordinal: (text) => among(ROMAN)(text.toLowerCase()),
  },
  {
    family: 'ア',
    pattern: new RegExp(`^[${KANA}](?![ァ-ヺー])`),
    ordinal: among(KANA),
    weak: true,
  },
  {
    family: 'ⅰ',
    pattern: /^[ⅰ-ⅻⅠ-Ⅻ]/,
    ordinal: (text) => among(ROMAN)(text.toLowerCase()),
    weak: true,
  },
  { family: '一', pattern: new RegExp(`^[${KANJI}]、`), ordinal: among(KANJI), weak: true },
  {
    family: '一 ',
    pattern: new RegExp(`^[${KANJI}]`),
    ordinal: among(KANJI),
    weak: true,
    parted: true,
  },
  {
    family: 'A',
    pattern: /^[a-zA-Zａ-ｚＡ-Ｚ](?![\wａ-ｚＡ-Ｚ０-９])/,
    ordinal: letter,
    weak: true,
  },
  { family: '1、', pattern: /^[0-9０-９]{1,2}、/, ordinal: number, weak: true },
  { family: '1', pattern: /^[0-9０-９]{1,2}(?![0-9０-９.．,，%％])/, ordinal: number, weak: true },
];

/** Arrows, geometric shapes, dingbats and the like; △5 is a figure. */
const SIGN = '[\\u2190-\\u21ff\\u25a0-\\u27bf\\u2b00-\\u2bff](?![0-9０-９])';
const BULLET = new RegExp(`^(?:[・･•‧＊*○〇●■□◆◇▶►➢]|${SIGN}|[\\p{Pd}−](?![0-9０-９.．]))`, 'u');
/** Signs that running text may begin with too. */
const SIGN_OF_LIST = /^[＋+～〜~＃#＠@＆&＝=][^0-9０-９]/;

/** A bullet where a list is made of it, else a note; ※1 is a note that something refers to. */
const NOTE = /^※(?![0-9０-９])/;

/** The marker that a line begins with; null when it begins with none. */
export function markerOf({ text, gaps }: Pick<Line, 'text' | 'gaps'>): Marker | null {
  for (const { family, pattern, ordinal, weak, parted } of FAMILIES) {
    const found = pattern.exec(text)?.[0];
    if (!found) continue;
    const after = gaps.includes(found.length) || /^\s/.test(text.slice(found.length));
    if (parted && !after) continue;
    const value = ordinal(found);
    // Nothing is counted from (0) or 1-0, and IIII is no number.
    if (!(value >= 1)) continue;
    return {
      marker: found,
      ordinal: value,
      family,
      length: found.length,
      weak: weak === true && (parted === true || !after),
    };
  }
  const note = NOTE.exec(text)?.[0];
  if (note) return { marker: '・', ordinal: null, family: '※', length: note.length, weak: true };
  const sign = SIGN_OF_LIST.exec(text)?.[0].charAt(0);
  if (sign) return { marker: '・', ordinal: null, family: sign, length: 1, weak: true };
  const bullet = BULLET.exec(text)?.[0];
  if (!bullet) return null;
  return { marker: '・', ordinal: null, family: '・', length: bullet.length, weak: false };
}
