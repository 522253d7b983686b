import type { Format, Program } from '../formats/format.ts';
import { FISCAL_YEAR } from '../japanese/eras.ts';
import { fold } from '../japanese/folded.ts';
import type { Line } from '../layout/lines.ts';
import { join, type PlacedText } from '../layout/text.ts';
import { besidePublisher, isLikelyPublisher } from '../publishers/printed.ts';
import { departmentIn, isOffice } from './department.ts';
import { isPageNumber } from './furniture.ts';
import { HeaderDraft } from './header-draft.ts';
import { headerPartsOf } from './header-parts.ts';
import { isMinor, isYear } from './header-texts.ts';
import { knownHeading } from './headings.ts';
import { isVersion, withoutVersions } from './versions.ts';
import { withoutMark } from './wording.ts';

/** The lines that open a sheet, and what they say. */
export type Header = {
  readonly lines: readonly Line[];
  readonly fiscalYear: number | null;
  /** As the format lists it; without a slug where it does not. */
  readonly program: Program | { readonly slug: null; readonly name: string };
  readonly number: string | null;
  readonly title: string;
  readonly subtitle: string | null;
  readonly department: string | null;
  /** whose sheet it is, where these lines say it */
  readonly publisherName: string | null;
  /** What was taken for something that the lines do not say outright. */
  readonly inferred: readonly { readonly text: PlacedText; readonly what: string }[];
  /** What stands in these lines and says none of this. */
  readonly rest: readonly PlacedText[];
  /** Lines among them that somebody stamped there. */
  readonly stamps: readonly Line[];
};

/** No line that opens a sheet is longer. */
const MAX_OPENING = 80;
/** So many of a format's sections may come first: their heading ends a header that names no department. */
const FIRST_SECTIONS = 2;

/**
 * Reads the header that begins with `lines[at]`, all on one page; null when none does. The publisher's name or the year may
 * stand on a line of its own above it, and a date or a box between. It ends with the department, or before the first heading.
 */
export function headerAt(format: Format, lines: readonly Line[], at: number): Header | null {
  const over = linesAbove(lines, at);
  const start = at + over.length;
  const first = lines[start];
  if (!first || !opens(format, first)) return null;
  const draft = new HeaderDraft(format);
  const taken: Line[] = over.filter((line) => !isOfPage(line));
  const stamps: Line[] = [];
  for (const line of taken) {
    if (isYear(line.text)) draft.take(line, { opening: true, beside: false });
    else if (isLikelyPublisher(line.text)) draft.publisher(line.text);
    else draft.pass(line);
  }
  for (let i = start; i < Math.min(lines.length, start + format.header.within); ) {
    const { text, name, lines: own } = spokenAt(format, lines, i);
    if ([...taken, ...own].some((line) => pageOf(line) !== pageOf(first))) return null;
    const line = lines[i] as Line;
    if (isStamp(format, line, first)) {
      draft.pass(text);
      stamps.push(line);
      taken.push(...own);
      i += own.length;
      continue;
    }
    const heading = i > start ? knownHeading(format, text.text) : null;
    if (heading) {
      const begins = format.sections.indexOf(heading.spec) < FIRST_SECTIONS;
      return begins ? draft.header(taken, stamps) : null;
    }
    if (name) draft.publisher(name.text);
    const parts = saidIn(format, text);
    const opening = i === start ? parts.findIndex((part) => isOpening(format, part)) : 0;
    for (const [n, part] of parts.entries()) {
      if (n < opening) draft.pass(part);
      else draft.take(part, { opening: i === start && n === opening, beside: n > 0 });
    }
    taken.push(...own);
    i += own.length;
    if (!draft.has('department') || !draft.has('program')) continue;
    const more = titleBelow(format, draft, lines, i) ?? secondDepartments(draft, lines, i);
    return draft.header([...taken, ...more], stamps);
  }
  return null;
}

/** Whether a line in a box of its own, a few large letters, or the mark of a version say nothing that a header says. */
function isStamp(format: Format, line: Line, first: Line): boolean {
  if (isVersion(line.text)) return true;
  if (!line.boxed && !isLarge(line, first)) return false;
  const folded = fold(line.text).text;
  const said = [format.header.opening, format.header.closing, ...format.header.lines];
  return !said.some((pattern) => pattern.test(folded)) && departmentIn(line) === null;
}

/** Letters beside a header that are larger than it by this much, and so few, were stamped there: 写, 見本. */
const LARGER = 1.25;
const MAX_LETTERS = 4;

export const isLarge = (line: Line, other: Line): boolean =>
  line.text.length <= MAX_LETTERS && line.size >= LARGER * other.size && !/\d/.test(line.text);

/** So many lines may stand above one that opens a sheet. */
const MAX_ABOVE = 5;

/** The lines before a header's first that belong to it, from a publisher's name or a year on, with what stands between. */
function linesAbove(lines: readonly Line[], at: number): readonly Line[] {
  const some = lines.slice(at, at + MAX_ABOVE);
  const names = ({ text }: Line) => isLikelyPublisher(text) || isYear(text);
  if (!some[0] || !names(some[0])) return [];
  const end = some.findIndex((line) => !names(line) && !isOfPage(line) && !isMinor(line.text));
  return some.slice(0, end < 0 ? some.length : end);
}

/** Whether a line is in a box of its own, or numbers the page. */
const isOfPage = (line: Line): boolean => line.boxed === true || isPageNumber(line);

/** Whether a line opens a sheet of the format. */
export function opens(format: Format, line: Line): boolean {
  if (line.text.length > MAX_OPENING) return false;
  const known = OPENS.get(line) ?? new Map<Format, boolean>();
  OPENS.set(line, known);
  let found = known.get(format);
  if (found === undefined) {
    found = saidIn(format, apart(format, line).rest).some((part) => isOpening(format, part));
    known.set(format, found);
  }
  return found;
}

/** A line is asked where a page begins, where a table may hold a header, and where sheets part. */
const OPENS = new WeakMap<Line, Map<Format, boolean>>();

/** A label of a number or a name, and nothing else. */
const LABEL = /^.{0,6}(?:番号|名称|名|No\.?):?$/;

/** A line's parts, a label in one with what it labels: without it where the format knows that on its own. */
function saidIn(format: Format, line: PlacedText): PlacedText[] {
  const parts = headerPartsOf(line);
  return parts.flatMap((part, i) => {
    const [label, next] = [parts[i - 1], parts[i + 1]];
    if (isLabel(part) && (next || isNameLabel(part))) return [];
    if (!label || !isLabel(label)) return [part];
    const both = join([label, part]);
    const known = format.header.lines.some((pattern) => pattern.test(fold(both.text).text));
    return [known ? both : part];
  });
}

const isLabel = ({ text }: PlacedText) => LABEL.test(fold(text).text);

/** A label whose name stands below it or in a cell of its own. */
const NAME_LABEL = /^(?:プロジェクト|プログラム|施策|事業|取組)名称?:?$/;
const isNameLabel = ({ text }: PlacedText) => NAME_LABEL.test(fold(text).text);

function isOpening(format: Format, part: PlacedText): boolean {
  if (saysOpening(format, part)) return true;
  const { rest, marks } = withoutVersions(part, { bare: true });
  const core = withoutMark(rest);
  return (marks.length > 0 || core !== rest) && saysOpening(format, core);
}

/** An opening line has its words and its year, and at most so many other characters: the kind of programme, a version. */
const MAX_BESIDE = 16;
const YEAR = new RegExp(FISCAL_YEAR);

function saysOpening({ header }: Format, part: PlacedText): boolean {
  const folded = fold(part.text).text;
  if (header.opening.test(folded)) return true;
  if (header.says === null || !folded.includes(header.says) || /[。、]/.test(folded)) return false;
  const beside = folded.replace(header.says, '').replace(YEAR, '');
  return beside.length <= MAX_BESIDE && YEAR.test(folded);
}

const pageOf = (line: Line) => line.sources.find((glyph) => glyph !== null)?.page;

/** A line of the header, with those that a bracket left open goes on to, and the publisher's name beside it. */
type Spoken = {
  readonly text: PlacedText;
  readonly name: PlacedText | null;
  readonly lines: readonly Line[];
};

/** A bracket may wrap over this many lines. */
const MAX_BRACKET = 3;

function spokenAt(format: Format, lines: readonly Line[], at: number): Spoken {
  const { name, rest } = apart(format, lines[at] as Line);
  for (let n = 1; n <= MAX_BRACKET; n++) {
    const some = lines.slice(at, at + n);
    const text = join([rest, ...some.slice(1)]);
    if (isClosed(text.text, '【】') && isClosed(text.text, '（）'))
      return { text, name, lines: some };
  }
  return { text: rest, name, lines: lines.slice(at, at + 1) };
}

const isClosed = (text: string, [open = '', close = '']: string): boolean =>
  text.lastIndexOf(open) <= text.lastIndexOf(close);

/** A publisher's name and what it stands beside, where the format knows that without the name. */
function apart(format: Format, line: Line): ReturnType<typeof besidePublisher> {
  const split = besidePublisher(line);
  if (!split.name) return { rest: line, name: null };
  const { lines } = format.header;
  const folded = fold(split.rest.text).text;
  const known = isOpening(format, split.rest) || lines.some((pattern) => pattern.test(folded));
  return known ? split : { rest: line, name: null };
}

/** The title that stands below the department, where the lines before it have a number and no title. */
function titleBelow(
  format: Format,
  draft: HeaderDraft,
  lines: readonly Line[],
  at: number,
): Line[] | null {
  const line = lines[at];
  if (!line || !draft.has('number') || draft.has('title')) return null;
  if (knownHeading(format, line.text) || /[。、：:]/.test(line.text)) return null;
  draft.say('title', line);
  return [line];
}

/** Names of offices begin within this many characters of one another, below one another. */
const ALIGNED = 1.5;

/** Lines below the department's that name one more office each. */
function secondDepartments(draft: HeaderDraft, lines: readonly Line[], from: number): Line[] {
  const more: Line[] = [];
  for (let i = from; i < lines.length; i++) {
    const [before, line] = [lines[i - 1], lines[i]];
    if (!before || !line || pageOf(line) !== pageOf(before) || !isOffice(line.text)) break;
    const close = line.box[1] - before.box[3] < line.size;
    const right = Math.abs(line.box[2] - before.box[2]) <= ALIGNED * line.size;
    if (!close || !right) break;
    draft.say('department', line);
    more.push(line);
  }
  return more;
}
