import { find, fold } from '../japanese/folded.ts';
import { type PlacedText, slice, trim } from '../layout/text.ts';

/** What a line says without the marks of a version, and those: (案), 【速報版】, 〔確定版〕. */
export type VersionMarked = { readonly rest: PlacedText; readonly marks: readonly PlacedText[] };

const WORDS = '[^()\\[\\]【】〔〕<>]{0,5}(?:案|版|暫定|速報|確定|修正|改訂|改定)';
const BRACKETED = `[(\\[【〔<]${WORDS}[)\\]】〕>]`;
const FRONT = new RegExp(`^(?<mark>${BRACKETED})`);
const BACK = new RegExp(`(?<mark>${BRACKETED})$`);
/** Without brackets only behind words that are known: 事業マネジメントシート 速報版. */
const BARE = /(?<mark>(?:[素原成]?案|(?:速報|暫定|確定|修正|改訂|改定|最終|公表)版?))$/;

/** What somebody put beside a header, and nothing else: 未定稿, 見本, 31.5.2修正. */
const STAMPED =
  /^(?:[\d./年月日平成令和HR]{0,12}(?:修正|改訂|改定|更新|差替え?)版?|未定稿|見本|写し?|[素原成]案|(?:速報|暫定|確定|最終)版?)$/;

export const isVersion = (text: string): boolean => STAMPED.test(fold(text).text);

/** Takes the marks of a version from both ends of a line. */
export function withoutVersions(text: PlacedText, { bare = false } = {}): VersionMarked {
  let rest = text;
  const marks: PlacedText[] = [];
  for (const pattern of bare ? [FRONT, BACK, BARE] : [FRONT, BACK]) {
    const mark = find(rest.text, pattern)?.groups['mark'];
    if (!mark) continue;
    marks.push(trim(slice(rest, ...mark)));
    rest = trim(mark[0] === 0 ? slice(rest, mark[1]) : slice(rest, 0, mark[0]));
  }
  return { rest, marks };
}
