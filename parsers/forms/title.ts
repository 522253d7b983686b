import { comparable } from '../japanese/characters.ts';
import { fold } from '../japanese/folded.ts';
import { yearsIn } from '../japanese/years.ts';
import { join, type PlacedText, slice, trim } from '../layout/text.ts';
import type { Chunk } from './lines.ts';

/** The line that says what kind of sheet this is. */
export type Title = {
  readonly chunk: Chunk;
  /** The kind of sheet, without year, publisher and what stands in brackets. */
  readonly name: PlacedText;
  /** What it says of years. */
  readonly years: readonly PlacedText[];
  /** A publisher that stands in front of the kind: 北鳴市事務事業評価シート. */
  readonly publisher: PlacedText | null;
};

const ABOUT =
  /評価|点検|レビュー|進行管理|進捗|効果検証|検証|実績|成果|行政評価|フォローアップ|マネジメント|進行|振り?返り|見直し|自己点検|モニタリング|カルテ|チェック/;
const KIND =
  /(?:シート|調書|カルテ|表|書|票|カード|一覧|報告|台帳|個票|調査|について|状況|評価|点検|レビュー|効果検証|進行管理|検証)$/;
/** Words of a sentence or of a heading that no kind of sheet has. */
const OTHER =
  /[。、]|^[IVX]{1,4}(?![A-Za-z])|^[([［【]?[0-9①-⑳ⅠⅡⅢⅣⅤ]+[).．、\]］】]|^[■●◆○□・]|の(?:視点|理由|結果|基準|方法)$|^※/;
export const PUBLISHER =
  /^(?:[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}ヶケノ]{1,8}?(?:都|道|府|県|市|区|町|村)|[\p{Script=Han}]{1,6}(?:省|庁)|内閣府|内閣官房|[\p{Script=Han}]{2,8}(?:広域連合|一部事務組合|組合))$/u;
const BRACKETED =
  /\([^()]*\)|【[^【】]*】|\[[^[\]]*\]|〔[^〔〕]*〕|<[^<>]*>|「[^「」]*」|《[^《》]*》/g;

/** A word for a form that is filled in: what ends so is a title where it is set larger than all else. */
const FORM = /(?:シート|調書|カルテ|表|書|票|カード|台帳)$/;

/**
 * Whether a line may be the title of an evaluation sheet.
 * @param largest whether nothing else is set as large: then it may be about anything
 */
export function titleOf(chunk: Chunk, largest = false): Title | null {
  const { text, offsets } = fold(chunk.text.text);
  if (text.length > 60 || OTHER.test(text)) return null;
  const bare = blankOut(text);
  const name = bare.replace(/\0+/g, '');
  const titles = largest ? FORM.test(name) : ABOUT.test(name) && KIND.test(name);
  if (!titles || name.length < 4 || name.length > 40) return null;
  const from = bare.search(/[^\0]/);
  const to = bare.length - (/\0*$/.exec(bare)?.[0].length ?? 0);
  const publisher = OWN_PUBLISHER.exec(bare.slice(from, to))?.[1];
  const own =
    publisher && PUBLISHER.test(publisher) && !/^(?:市|町|村|都市)|(?<!^京)都市$/.test(publisher)
      ? publisher.length
      : 0;
  const ahead = own > 0 ? own + (BOARD.exec(bare.slice(from + own, to))?.[0].length ?? 0) : 0;
  const back = (a: number, b: number) =>
    trim(slice(chunk.text, offsets[a] as number, offsets[b] as number));
  const pieces = [...bare.slice(0, to).matchAll(/[^\0]+/g)].map(({ index, 0: piece }) =>
    back(Math.max(index, from + ahead), index + piece.length),
  );
  return {
    chunk,
    name: join(pieces),
    years: yearsOf(chunk.text),
    publisher: own > 0 ? back(from, from + own) : null,
  };
}

/** What a text says of years. */
export function yearsOf(placed: PlacedText): PlacedText[] {
  const { text, offsets } = fold(placed.text);
  return yearsIn(text, ANY_YEAR).map(({ start, end }) =>
    trim(slice(placed, offsets[start] as number, offsets[end] as number)),
  );
}

/** A publisher before the kind of sheet; 都市, 道路 and 市民 are words of their own. */
const OWN_PUBLISHER =
  /^(.{1,8}?(?:都(?!市)|道(?!路)|府(?!省)|県(?!民)|市(?![民場町])|区(?![分域間])|町(?![民村内])|村(?!民)))(?=.{2,})/;

/** Whose part of the government it is. */
const BOARD = /^\0*(?:教育委員会|議会|上下水道局|水道局|消防本部)\0*/;

/** A year without an era is taken to be near this one: it is only taken out. */
const ANY_YEAR = 2015;

/** Years, brackets and numbers of a title taken out; the length stays. */
function blankOut(text: string): string {
  const nulls = (found: string) => '\0'.repeat(found.length);
  let bare = text.replace(BRACKETED, nulls);
  for (const { start, end } of yearsIn(text, ANY_YEAR)) {
    bare = bare.slice(0, start) + nulls(text.slice(start, end)) + bare.slice(end);
  }
  return bare
    .replace(
      /^(?:\0|第?\d+(?:期|次|回|号)|様式\S?|資料\d*|(?:No\.?|№)\d+|事業番号[\d-]+|平成|令和|年度?|度|の|版|分|実績(?=事務事業|事業評価|施策|行政)|決算(?!書|附属|審査|に)|実施分|[-・:])+/,
      nulls,
    )
    .replace(/(?:No\.?\d+|\d+\/\d+|\d)$/, nulls)
    .replace(/(?<=\0)(?:の)?(?:実績|対象|実施|決算)?分?$/, nulls)
    .replace(PLAN_AHEAD, nulls);
}

/** The plan before a kind that begins with its name: 第６次総合計画　総合計画進捗管理票. */
const PLAN_AHEAD = /(?<=^\0*)(\p{L}{2,})(?=\1)/u;

/** The year that a title puts in parentheses or before 実績, 事業, 決算; null where it names none so. */
export function yearOfTitle(texts: readonly string[]): number | null {
  const folded = texts.map(comparable);
  const near = folded.flatMap((text) => yearsIn(text, null))[0]?.fiscalYear ?? ANY_YEAR;
  for (const text of folded) {
    for (const [inside] of text.matchAll(/\([^()]*\)|【[^【】]*】|〔[^〔〕]*〕|\[[^[\]]*\]/g)) {
      const [year] = yearsIn(inside, near);
      if (year && year.relative === null) return year.fiscalYear;
    }
    const before =
      /^(.*?(?:年度|\d))(?:の)?(?:実績|実施|事業(?!評価|番号|シート)|決算|対象|取組|分)/.exec(
        text,
      )?.[1];
    const year = before === undefined ? undefined : yearsIn(before, near).at(-1);
    if (year && year.relative === null) return year.fiscalYear;
  }
  return null;
}
