import { oneDash } from './characters.ts';

/**
 * A text as words are looked for in it: NFKC, small letters, no commas in numbers, white space only between Latin words. `offsets` has the
 * place in the printed text of each of its UTF-16 units, and at last the printed length.
 */
export interface Searchable {
  readonly text: string;
  readonly offsets: readonly number[];
}

/** Half-width kana carry their voicing mark behind them; white space goes as a whole. */
const CLUSTERS = /[\uff66-\uff9d][\uff9e\uff9f]|\s+|./gsu;
/** Commas of numbers are none of it: 1,200 is looked for as 1200 and the other way round. */
const COMMA = /[,，]/;
const GROUP = /^[\d０-９]{3}(?![\d０-９])/;
const KATAKANA = /[\u30a1-\u30fa\u30fd\u30fe]/g;
const HIRAGANA = /[\u3041-\u3096\u309d\u309e]/g;

export function searchable(printed: string): Searchable {
  let text = '';
  const offsets: number[] = [];
  for (const { 0: cluster, index } of printed.matchAll(CLUSTERS)) {
    const next = printed[index + cluster.length] ?? '';
    if (
      COMMA.test(cluster) &&
      /\d$/.test(text) &&
      GROUP.test(printed.slice(index + 1, index + 5))
    ) {
      continue;
    }
    const folded = /^\s/.test(cluster) ? spaceBetween(text, next) : foldCluster(cluster, text);
    for (let n = 0; n < folded.length; n++) offsets.push(index);
    text += folded;
  }
  offsets.push(printed.length);
  return { text, offsets };
}

const spaceBetween = (before: string, next: string): string =>
  /[a-z0-9]$/.test(before) && /[A-Za-zＡ-Ｚａ-ｚ]/.test(next) ? ' ' : '';

/** A dash behind katakana is a long vowel that was typed with the wrong key. */
function foldCluster(cluster: string, before: string): string {
  const folded = oneDash(oneDash(cluster).normalize('NFKC')).toLowerCase();
  return folded === '-' && /[\u30a1-\u30fa]$/.test(before) ? 'ー' : folded;
}

export const inHiragana = (text: string): string =>
  text.replace(KATAKANA, (c) => String.fromCharCode(c.charCodeAt(0) - 0x60));

export const inKatakana = (text: string): string =>
  text.replace(HIRAGANA, (c) => String.fromCharCode(c.charCodeAt(0) + 0x60));

/** Same for what differs in kana alone (こども, コドモ; ヶ, ケ); as long as the text. */
export const sounding = (text: string): string =>
  inHiragana(text).replace(/[ゕゖ]/g, (c) => (c === 'ゕ' ? 'か' : 'け'));
