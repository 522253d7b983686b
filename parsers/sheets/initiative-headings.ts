import type { InitiativeSpec } from '../formats/format.ts';
import { comparable } from '../japanese/characters.ts';
import { find } from '../japanese/folded.ts';
import type { Line } from '../layout/lines.ts';
import { join, type PlacedText, slice, trim } from '../layout/text.ts';
import type { Stub } from './indicators.ts';
import { type Edges, endsSentence, goesOn, startsItem } from './items.ts';

/** A heading over some items of a narrative: an initiative's, or another one in brackets (`number` null). */
export type GroupHeading = {
  readonly lines: readonly Line[];
  readonly number: string | null;
  readonly title: string | null;
};

/** A heading may wrap over this many lines. */
const MAX_LINES = 4;
/** One without brackets is at most this long. */
const MAX_LENGTH = 60;

/** A title of so many characters is known whatever stands before it, where that is no longer. */
const MIN_TITLE = 6;
const MAX_BEFORE = 8;

/** What may stand before a heading; before an item too. */
const MARK = /^[■□◆◇●○▼▽▶►▷★☆◎]\s*/;

const PAIRS: Readonly<Record<string, string>> = {
  '【': '】',
  '〔': '〕',
  '［': '］',
  '[': ']',
  '＜': '＞',
  '〈': '〉',
  '《': '》',
  '≪': '≫',
};

/** How initiatives are known: by the format, and as the target table names them. */
export type InitiativeNames = { readonly spec: InitiativeSpec; readonly stubs: readonly Stub[] };

/** The heading that begins at `lines[at]`. */
export function groupHeadingAt(
  names: InitiativeNames,
  lines: readonly Line[],
  at: number,
  edges: Edges,
): GroupHeading | null {
  const bracketed = bracketAt(lines, at);
  if (bracketed) {
    const text = join(bracketed);
    const inner = trim(slice(text, 1, text.text.length - 1));
    const named = namedIn(names, inner);
    return { lines: bracketed, ...(named ?? { number: null, title: null }) };
  }
  return plainAt(names, lines, at, edges);
}

/** The initiative that a cell of a table names, in brackets or not; null where it names none. */
export function initiativeNamed(names: InitiativeNames, text: PlacedText): Named | null {
  const close = PAIRS[text.text.charAt(0)];
  const inner = close && text.text.endsWith(close) ? slice(text, 1, text.text.length - 1) : text;
  return namedIn(names, trim(withoutMark(inner)));
}

type Named = { readonly number: string; readonly title: string | null };

function namedIn({ spec, stubs }: InitiativeNames, text: PlacedText): Named | null {
  for (const form of [text, withoutPair(text, NUMBER_IN_PAIR)]) {
    const groups = form && spec.heading && find(form.text, spec.heading)?.groups;
    const [number, title] = [groups?.['number'], groups?.['title']];
    if (!form || !number) continue;
    const said = title ? trim(slice(form, ...title)).text : '';
    return { number: comparable(slice(form, ...number).text), title: said === '' ? null : said };
  }
  return stubNamed(stubs, text.text);
}

/** 実践取組（1） */
const NUMBER_IN_PAIR = /[（(]([0-9０-９]{1,3})[）)]/d;
/** ［実践取組1］ before its title. */
const NAME_IN_PAIR =
  /^[【〔［[＜〈《≪「『（(]([^【〔［[＜〈《≪「『（()）」』≫》〉＞\]］〕】]{2,20})[】〕］\]＞〉》≫」』）)]/d;

/** A text without the brackets around a part of it; null where it has none. */
function withoutPair(text: PlacedText, pair: RegExp): PlacedText | null {
  const found = pair.exec(text.text)?.indices;
  const [[open, end] = [0, 0], inner] = found ?? [];
  if (!inner) return null;
  return join([slice(text, 0, open), slice(text, ...inner), slice(text, end)]);
}

/** The initiative that a text names as the target table does, with its number or without. */
function stubNamed(stubs: readonly Stub[], text: string): Stub | null {
  const said = comparable(text).replace(/^(\d+)[.、:)]/, '$1');
  const isNamed = ({ number, title }: Stub) => {
    const name = comparable(title);
    if (said === name || said === number + name) return true;
    // 取組一 「…」を解決するために: whatever word and number stand before the title.
    return (
      name.length >= MIN_TITLE && said.endsWith(name) && said.length - name.length <= MAX_BEFORE
    );
  };
  return stubs.find(isNamed) ?? null;
}

/** The lines of a heading in brackets that begins at `lines[at]`; null when none does. */
function bracketAt(lines: readonly Line[], at: number): Line[] | null {
  const close = PAIRS[lines[at]?.text.charAt(0) ?? ''];
  if (!close) return null;
  for (let n = 1; n <= MAX_LINES; n++) {
    const some = lines.slice(at, at + n);
    if (some.length < n) return null;
    if (some.at(-1)?.text.endsWith(close)) return some;
    if (some.at(-1)?.text.includes(close)) return null;
  }
  return null;
}

/**
 * A heading without brackets: it says what the target table says of the initiative, over as many lines as that needs, or
 * stands where none is known above an item.
 */
function plainAt(
  names: InitiativeNames,
  lines: readonly Line[],
  at: number,
  edges: Edges,
): GroupHeading | null {
  const { stubs } = names;
  const line = lines[at];
  const before = lines[at - 1];
  if (!line || (before && goesOn(before, edges))) return null;
  const marked = startsItem(line) && !MARK.test(line.text);
  for (let n = 1; n <= MAX_LINES; n++) {
    const some = lines.slice(at, at + n);
    const text = withoutMark(join(some));
    if (some.length < n || text.text.length > MAX_LENGTH) return null;
    if (marked) {
      // 1 「…」を… begins as an item does: only the whole name tells.
      const listed = stubNamed(stubs, text.text);
      if (listed) return { lines: some, ...listed };
      continue;
    }
    const bare = withoutPair(text, NAME_IN_PAIR);
    const named = namedIn(names, text) ?? (bare && namedIn(names, bare));
    if (!named) return null;
    const stub = stubs.find(({ number }) => number === named.number);
    const [said, whole] = [comparable(named.title ?? ''), comparable(stub?.title ?? '')];
    if (said === whole || (stub && n === 1 && said === '')) return { lines: some, ...named };
    if (whole.startsWith(said)) continue;
    const next = lines[at + 1];
    const heads = stub === undefined && next !== undefined && startsItem(next);
    return heads && !endsSentence(text.text) ? { lines: [line], ...named } : null;
  }
  return null;
}

function withoutMark(text: PlacedText): PlacedText {
  const mark = MARK.exec(text.text)?.[0] ?? '';
  return slice(text, mark.length);
}
