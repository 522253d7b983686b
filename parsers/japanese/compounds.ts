import { numberedName } from './kanji.ts';
import { firstOver } from './order.ts';
import type { Token } from './tokens.ts';

/**
 * A noun as a reader takes it, of one or more words: 企業投資促進制度. Its words are those at [from, to); its name
 * stands at [start, end), without the 各 or 等 that may lean on it.
 */
export type Compound = { from: number; to: number; start: number; end: number };

/** Words that the dictionary has in pieces, some of which are particles. */
export const CUT: ReadonlySet<string> = new Set(
  '障がい ひきこもり 引きこもり 道の駅 通いの場 と畜'.split(' '),
);

/** Letters, with digits among them. */
const WORD = /^\p{N}*[\p{L}\p{M}゛゜][\p{L}\p{M}\p{N}゛゜]*$/u;
/** 立ち寄り先, 借り手: the stem of a verb makes a noun with these. */
const VERB_STEM = /\p{Script=Han}.*[いきぎしちにびみりえけせてねべめれ]$/u;
const VERBAL_SUFFIX = /^(?:隊|先|手|方|員|会|場|品|者|数|率|量|額)$/;
const ALONE = /^(?:数|代名詞|非自立|接続詞的|特殊)/;
/** Nouns of the dictionary that lead to a name: ジェトロをはじめ専門機関. */
const ADVERBS = new Set('はじめ 始め それぞれ 全て すべて 自ら とも ため うち 行い'.split(' '));
const KATAKANA = /^[\p{Script=Katakana}ー]+$/u;
/** Words that stand before or after a name without being part of it: 各商工会, 中小企業等. */
const HEADS = new Set('各 同 本 当 両 約 全 他 毎 第 諸 等 分 現在'.split(' '));
/** They lead to a number rather than to a name: 延べ120人. */
const QUALIFIERS = new Set('延べ のべ 総勢 わずか およそ おおむね'.split(' '));
const TAILS = new Set(
  '等 ら 中 時 後 前 上 内 間 毎 ごと 向け 以外 以降 以前 以上 以下 未満 程度 現在 ほか 別 用 済 済み 的 たち'.split(
    ' ',
  ),
);

const HAN = /^\p{Script=Han}$/u;
const HANS = /^\p{Script=Han}+$/u;
const isNoun = (token?: Token): boolean =>
  token?.pos === '名詞' && /^(?:一般|サ変接続|固有名詞)/.test(token.posDetail);

/** 見守り協定, 図書の貸出しは: a stem that is a noun, without anything that it is the verb of. */
const isStem = (next: Token | undefined, previous: Token | undefined): boolean =>
  (previous?.surface === 'の' && /^[はがをも]$/.test(next?.surface ?? '')) ||
  (isNoun(next) && (!previous || /^[のや、・「『（(]$/.test(previous.surface) || isNoun(previous)));

function isPart({ surface, pos, posDetail }: Token, next?: Token, previous?: Token): boolean {
  if (surface === 'ひとり') return next?.surface === '親' || isNoun(next);
  if (pos === '形容詞') return next?.surface === 'さ';
  if (pos === '動詞') {
    // The dictionary has no 遡上 and may take 見学会 for 見 and 学会: their first character is a verb to it.
    if (HAN.test(surface))
      return next?.pos === '名詞' && HANS.test(next.surface) && previous?.surface !== 'を';
    // 見える化
    if (next?.surface === '化') return true;
    return (
      VERB_STEM.test(surface) && (VERBAL_SUFFIX.test(next?.surface ?? '') || isStem(next, previous))
    );
  }
  const joined =
    (pos === '名詞' && !ALONE.test(posDetail)) ||
    (pos === '接頭詞' && posDetail !== '数接続') ||
    (pos === '記号' && posDetail === 'アルファベット');
  return joined && !ADVERBS.has(surface) && WORD.test(surface);
}

/** The digits of CO2, PM2.5, ISO14001; those of ＰＲ10回 are counted. */
function isCode(tokens: Token[], n: number): boolean {
  if (tokens[n + 1]?.posDetail === '接尾-助数詞') return false;
  let from = n;
  while (n - from < MAX_CODE_WORDS && /^[\d０-９.．]+$/.test(tokens[from]?.surface ?? '')) from--;
  return from < n && /[A-Za-zＡ-Ｚａ-ｚ]$/.test(tokens[from]?.surface ?? '');
}

/** A code has no more words of digits. */
const MAX_CODE_WORDS = 12;

/**
 * ・ joins foreign names (グレーター・ナゴヤ, メイド・イン・三重) and separates everything else. The 数 of 参加者数150人 is
 * a prefix to the dictionary.
 */
function joins(tokens: Token[], n: number): boolean {
  if (tokens[n]?.surface === 'だ' && tokens[n + 1]?.surface === 'より') return true;
  if (tokens[n]?.surface === 'より' && tokens[n - 1]?.surface === 'だ') return true;
  if (tokens[n]?.surface === '方' && tokens[n - 1]?.pos === '動詞') return true;
  if (tokens[n]?.surface === '数' || isCode(tokens, n)) return true;
  // The dictionary has no 健診: its last character is a verb to it.
  if (tokens[n]?.pos === '動詞' && HAN.test(tokens[n]?.surface ?? '')) return true;
  const katakana = (k: number) => KATAKANA.test(tokens[k]?.surface ?? '');
  const next = tokens[n + 1];
  if (tokens[n]?.surface !== '・' || !katakana(n - 1) || !next || !isPart(next)) return false;
  return katakana(n + 1) || (tokens[n - 2]?.surface === '・' && katakana(n - 3));
}

/** The last of the pieces of a word that begin here; null where none do. */
function piecesEnd(tokens: Token[], n: number): number | null {
  const word = [...CUT].find((one) => one.startsWith(tokens[n]?.surface ?? ' '));
  if (!word) return null;
  for (let to = n + 1, said = tokens[n]?.surface ?? ''; word.startsWith(said); to++) {
    if (said === word) return to - 1;
    said += tokens[to]?.surface ?? ' ';
  }
  return null;
}

/** 4車線化区間: how many words before 化 or 級 tell what kind it is. */
function kindOf(tokens: Token[], n: number): number {
  if (!/^[化級制型式]$/.test(tokens[n]?.surface ?? '')) return 0;
  return tokens[n - 1]?.pos === '名詞' && tokens[n - 2]?.posDetail === '数' ? 2 : 0;
}

/** Every noun of the text, in order; the counter behind a number is none. */
export function compounds(tokens: Token[]): Compound[] {
  const found: Compound[] = [];
  for (let from = 0, to = 0; from < tokens.length; from = Math.max(to, from + 1)) {
    for (to = from; to < tokens.length; to++) {
      const token = tokens[to];
      const named = to + (token?.surface === '第' ? 1 : 0);
      const past = numberedName(tokens, named) ?? piecesEnd(tokens, to);
      if (past !== null) {
        to = past;
        continue;
      }
      if (!token || (tokens[to - 1]?.posDetail === '数' && !isCode(tokens, to - 1))) break;
      if (!isPart(token, tokens[to + 1], tokens[to - 1]) && !(to > from && joins(tokens, to)))
        break;
    }
    const compound = from < to && trimmed(tokens, from - kindOf(tokens, from), to);
    if (compound) found.push(compound);
  }
  return found;
}

/** 第三セクター */
const isOrdinal = (tokens: Token[], n: number): boolean =>
  tokens[n]?.surface === '第' && numberedName(tokens, n + 1) !== null;

/** Without what only leans on a name; null where nothing is left, or where it is an adjective (集中的な). */
function trimmed(tokens: Token[], from: number, to: number): Compound | null {
  const last = tokens[to - 1];
  const adjective = /^[なに]$/.test(tokens[to]?.surface ?? '');
  if (adjective && (last?.surface === '的' || last?.posDetail === '形容動詞語幹')) return null;
  let [head, tail] = [from, to];
  while (head < tail && HEADS.has(tokens[head]?.surface ?? '') && !isOrdinal(tokens, head)) head++;
  while (head < tail && TAILS.has(tokens[tail - 1]?.surface ?? '')) tail--;
  if (tail - head === 1 && tokens[head]?.posDetail.startsWith('接尾')) return null;
  const [first, end] = [tokens[head], tokens[tail - 1]];
  if (tail - head === 1 && QUALIFIERS.has(first?.surface ?? '')) return null;
  return first && end && head < tail ? { from, to, start: first.start, end: end.end } : null;
}

/**
 * The part of a noun that other readings leave of it: 県史 of 県史全 before 30巻, 補正予算 behind a fiscal year; null
 * where none does, or where it stands between them.
 * @param taken the other readings' `coverage`
 */
export function outside(tokens: Token[], noun: Compound, taken: Int32Array): Compound | null {
  const free = (n: number) => {
    const token = tokens[n];
    return token && firstOver(taken, token) < 0;
  };
  let { from, to } = noun;
  while (from < to && !free(from)) from++;
  while (from < to && !free(to - 1)) to--;
  for (let n = from; n < to; n++) if (!free(n)) return null;
  if (from === noun.from && to === noun.to) return noun;
  while (from > noun.from && from < to && tokens[from]?.posDetail.startsWith('接尾')) from++;
  return from < to ? trimmed(tokens, from, to) : null;
}
