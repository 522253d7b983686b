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

/** The heading that begins at `lines[at]`; `stubs` are the initiatives as the target table names them. */
export function groupHeadingAt(
  spec: InitiativeSpec,
  stubs: readonly Stub[],
  lines: readonly Line[],
  at: number,
  edges: Edges,
): GroupHeading | null {
  const bracketed = bracketAt(lines, at);
  if (bracketed) {
    const text = join(bracketed);
    const inner = trim(slice(text, 1, text.text.length - 1));
    const named = namedIn(spec, stubs, inner);
    return { lines: bracketed, ...(named ?? { number: null, title: null }) };
  }
  return plainAt(spec, stubs, lines, at, edges);
}

type Named = { readonly number: string; readonly title: string | null };

function namedIn(spec: InitiativeSpec, stubs: readonly Stub[], text: PlacedText): Named | null {
  const groups = spec.heading && find(text.text, spec.heading)?.groups;
  const [number, title] = [groups?.['number'], groups?.['title']];
  if (number) {
    const said = title ? trim(slice(text, ...title)).text : '';
    return { number: comparable(slice(text, ...number).text), title: said === '' ? null : said };
  }
  return stubNamed(stubs, text.text);
}

/** The initiative that a text names as the target table does, with its number or without. */
function stubNamed(stubs: readonly Stub[], text: string): Stub | null {
  const said = comparable(text);
  const names = (stub: Stub) => [stub.number + comparable(stub.title), comparable(stub.title)];
  return stubs.find((stub) => names(stub).includes(said)) ?? null;
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
  spec: InitiativeSpec,
  stubs: readonly Stub[],
  lines: readonly Line[],
  at: number,
  edges: Edges,
): GroupHeading | null {
  const line = lines[at];
  const before = lines[at - 1];
  if (!line || (before && goesOn(before, edges))) return null;
  if (startsItem(line) && !MARK.test(line.text)) return null;
  for (let n = 1; n <= MAX_LINES; n++) {
    const some = lines.slice(at, at + n);
    const text = withoutMark(join(some));
    if (some.length < n || text.text.length > MAX_LENGTH) return null;
    const named = namedIn(spec, stubs, text);
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
