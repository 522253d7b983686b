import type { Format, SectionSpec } from '../formats/format.ts';
import { FISCAL_YEAR, fiscalYear } from '../japanese/eras.ts';
import { fold } from '../japanese/folded.ts';
import { remembered } from '../japanese/remembered.ts';
import type { Line } from '../layout/lines.ts';
import { join, type PlacedText } from '../layout/text.ts';
import type { Block } from './block.ts';
import { captionUnit } from './budget.ts';
import { Likeness } from './likeness.ts';
import { type BodyLook, bodyLookOf, looksLike, standsOut } from './look.ts';
import { plain, withoutYear, wordings } from './wording.ts';

/** A heading on paper. `spec` is null where no known one says anything like it; `usual` where it is worded as one. */
export type Heading = {
  readonly spec: SectionSpec | null;
  readonly lines: readonly Line[];
  readonly text: PlacedText;
  readonly year: number | null;
  readonly usual: boolean;
};

/** No heading has more characters; most lines of text have. */
const MAX_LENGTH = 40;
/** A heading may run over this many lines. */
const MAX_LINES = 3;
/** How much of a line's wording a known heading must have, by how much the line looks like one. */
const LIKE = { heading: 0.3, marked: 0.5, plain: 0.75 } as const;
/** What looks like a heading where only one can stand needs no more than this of its wording. */
const ONLY = 0.1;
/** The wording must be nearer to one heading than to all others by this much. */
const MARGIN = 0.1;
/** Lines begin where another does when they are no further apart than this many characters. */
const ALIGNED = 1.2;

/** The headings among the blocks of one sheet, by their first line. */
export function headingsIn(format: Format, blocks: readonly Block[]): Map<Line, Heading> {
  const exact = exactHeadings(format, blocks);
  const body = bodyLookOf(blocks);
  const likeness = new Likeness(format.sections.map(({ says }) => says));
  const found = new Map<Line, Heading>();
  let [place, rest] = [-1, [...exact.values()]];
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i];
    if (block?.kind !== 'line') continue;
    const known = exact.get(block.line);
    const heading =
      known ?? headingLike(format, { blocks, i, body, likeness, exact, place, rest, found });
    if (!heading) continue;
    found.set(block.line, heading);
    if (known) rest = rest.filter((one) => one !== known);
    if (heading.spec) place = format.sections.indexOf(heading.spec);
    i += heading.lines.length - 1;
  }
  return found;
}

type Known = { readonly spec: SectionSpec; readonly usual: boolean };

/** The section that a text heads in its own words; null when it heads none. */
export function knownHeading(format: Format, text: string): Known | null {
  if (text.length > MAX_LENGTH) return null;
  let known = KNOWN.get(format);
  if (!known) {
    known = remembered((one) => sectionHeadedBy(format, one));
    KNOWN.set(format, known);
  }
  return known(text);
}

const KNOWN = new WeakMap<Format, (text: string) => Known | null>();

function sectionHeadedBy({ sections }: Format, text: string): Known | null {
  const folded = fold(text).text;
  const usual = [folded, plain(folded)];
  const forms = wordings(folded);
  for (const spec of sections) {
    if (usual.some((form) => spec.heading.test(form))) return { spec, usual: true };
    if (forms.some((form) => spec.heading.test(form))) return { spec, usual: false };
  }
  return null;
}

function exactHeadings(format: Format, blocks: readonly Block[]): Map<Line, Heading> {
  const found = new Map<Line, Heading>();
  for (let i = 0; i < blocks.length; i++) {
    for (let n = 1; n <= MAX_LINES; n++) {
      const lines = linesAt(blocks, i, n);
      if (!lines || (n > 1 && lines.some((line) => knownHeading(format, line.text)))) break;
      const text = join(lines);
      const known = knownHeading(format, text.text);
      if (!known) continue;
      found.set(lines[0] as Line, { ...known, lines, text, year: yearIn(text.text) });
      i += n - 1;
      break;
    }
  }
  return found;
}

function linesAt(blocks: readonly Block[], at: number, n: number): Line[] | null {
  const some = blocks.slice(at, at + n);
  const lines = some.flatMap((block) => (block.kind === 'line' ? [block.line] : []));
  if (lines.length < n) return null;
  return lines.every((line) => looksLike(line, lines[0] as Line)) ? lines : null;
}

type Around = {
  readonly blocks: readonly Block[];
  readonly i: number;
  readonly body: BodyLook;
  readonly likeness: Likeness;
  readonly exact: ReadonlyMap<Line, Heading>;
  /** The section that is open, as its index in the format; -1 before the first. */
  readonly place: number;
  /** Exactly worded headings further down. */
  readonly rest: readonly Heading[];
  readonly found: ReadonlyMap<Line, Heading>;
};

/** A line that looks like a heading, or says what one says, taken for the one that it says most of; else null. */
function headingLike(format: Format, around: Around): Heading | null {
  const { blocks, i, exact, found } = around;
  const line = lineAt(blocks, i);
  if (!line || !mayHead(format, line)) return null;
  const look = lookOf(around, line);
  if (!look) return null;
  const more = look === 'heading' && !line.heads ? goingOn(blocks, i, exact) : [];
  for (const lines of [[line, ...more], [line]]) {
    const text = join(lines);
    const spec = nearest(format, around, fold(text.text).text, LIKE[look]);
    if (spec) return { spec, lines, text, year: yearIn(text.text), usual: false };
  }
  const closes = look === 'heading' && found.size > 0;
  return closes ? { spec: null, lines: [line], text: line, year: null, usual: false } : null;
}

const lineAt = (blocks: readonly Block[], i: number) => {
  const block = blocks[i];
  return block?.kind === 'line' ? block.line : null;
};

const NO_HEADING = /[。．、，,]$|。|^[①-⑳㉑-㊿❶-❿・･•]/;

function mayHead({ initiatives, budget }: Format, line: Line): boolean {
  const { text } = line;
  if (text.length > MAX_LENGTH || text.length < 2 || NO_HEADING.test(text)) return false;
  const folded = fold(text).text;
  const named = wordings(folded).some((form) => initiatives.heading?.test(form));
  return !named && captionUnit(budget, text) === null;
}

/** How much a line looks like a heading: as known ones do, marked as one, or only by standing where one may. */
function lookOf({ blocks, i, body, exact, found }: Around, line: Line): keyof typeof LIKE | null {
  if (line.heads) return 'heading';
  const known = [...exact.values(), ...found.values()].flatMap(({ lines }) => lines.slice(0, 1));
  const near = (a: number, b: number) => Math.abs(a - b) <= ALIGNED * line.size;
  const isCentred = known.some(
    (one) => near(middleOf(line), middleOf(one)) && looksLike(one, line),
  );
  if (isCentred && standsOut(line, body)) return 'heading';
  const { left } = body;
  if (![left, ...known.map(({ box }) => box[0])].some((x) => near(line.box[0], x))) return null;
  if (standsOut(line, body) && known.some((one) => looksLike(one, line))) return 'heading';
  if (standsOut(line, body) || /^[■◆【〔▼▶]/.test(line.text)) return 'marked';
  const before = lineAt(blocks, i - 1);
  return before === null || /[。．）)」】]$/.test(before.text) || standsOut(before, body)
    ? 'plain'
    : null;
}

const middleOf = ({ box: [x0, , x1] }: Line) => (x0 + x1) / 2;

/** Lines below a heading that look as it does and stand close: the rest of it. */
function goingOn(blocks: readonly Block[], at: number, exact: ReadonlyMap<Line, Heading>): Line[] {
  const more: Line[] = [];
  let last = lineAt(blocks, at) as Line;
  for (let i = at + 1; i < at + MAX_LINES; i++) {
    const line = lineAt(blocks, i);
    if (!line || exact.has(line) || !looksLike(line, last)) break;
    if (line.box[1] - last.box[3] > last.size || line.box[1] < last.box[3] - last.size) break;
    more.push(line);
    last = line;
  }
  return more;
}

/**
 * The section whose heading says most of the text, among those that are not headed in their own words elsewhere and whose
 * turn it is; a heading that is nearly the open section's own goes on with it.
 */
function nearest(
  { sections }: Format,
  { likeness, place, rest, exact }: Around,
  folded: string,
  least: number,
): SectionSpec | null {
  const forms = wordings(folded).map((form) => likeness.of(withoutYear(form)));
  const likes = sections.map((_, s) => Math.max(...forms.map((form) => form[s] ?? 0)));
  const taken = new Set([...exact.values()].map(({ spec }) => spec));
  const next = Math.min(...rest.map(({ spec }) => sections.indexOf(spec as SectionSpec)), Infinity);
  const inTurn = sections.map((spec, s) => !taken.has(spec) && s > place && s < next);
  const open = sections.map((_, s) => s === place && (likes[s] ?? 0) >= LIKE.plain);
  const ranked = sections
    .map((spec, s) => ({ spec, like: likes[s] ?? 0, may: inTurn[s] || open[s] }))
    .filter(({ may }) => may)
    .sort((a, b) => b.like - a.like);
  const [best, second] = ranked;
  const only = ranked.length === 1 && least === LIKE.heading ? ONLY : least;
  if (!best || best.like < only || best.like - (second?.like ?? 0) < MARGIN) return null;
  return best.spec;
}

const LABEL = new RegExp(FISCAL_YEAR);

/** The first year that a heading names. @param near the year that one without an era is taken to be closest to */
export function yearIn(text: string, near: number | null = null): number | null {
  const label = LABEL.exec(fold(text).text)?.[0];
  return label ? fiscalYear(label, near) : null;
}
