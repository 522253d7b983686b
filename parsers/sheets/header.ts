import type { Format, Program } from '../formats/format.ts';
import { comparable } from '../japanese/characters.ts';
import { fiscalYear } from '../japanese/eras.ts';
import { type Found, find, fold } from '../japanese/folded.ts';
import type { Line } from '../layout/lines.ts';
import { join, type PlacedText, slice } from '../layout/text.ts';
import { besidePublisher, isPublisherName } from '../publishers/printed.ts';

/** The lines that open a sheet, and what they say. */
export type Header = {
  readonly lines: readonly Line[];
  readonly fiscalYear: number | null;
  readonly program: Program;
  readonly number: string | null;
  readonly title: string;
  readonly subtitle: string | null;
  readonly department: string | null;
  /** whose sheet it is, where these lines say it */
  readonly publisherName: string | null;
};

/**
 * Reads the header that begins with `lines[at]`, all on one page; null when none does. The publisher's name may stand on
 * a line of its own above it, or beside its first line.
 */
export function headerAt(format: Format, lines: readonly Line[], at: number): Header | null {
  const { opening, closing, within } = format.header;
  const above = lines.slice(at, at + 1).filter(({ text }) => isPublisherName(text));
  const start = at + above.length;
  const first = lines[start];
  if (!first) return null;
  if (!opening.test(fold(apart(format, first).rest.text).text)) return null;
  const spoken: Spoken[] = above.map((line) => ({ text: line, lines: [line] }));
  for (let i = start; i < Math.min(lines.length, start + within); ) {
    const { name, rest } = apart(format, lines[i] as Line);
    if (name) spoken.push({ text: name, lines: [] });
    const next = spokenAt(lines, i, rest);
    if ([...above, ...next.lines].some((line) => pageOf(line) !== pageOf(first))) return null;
    spoken.push(next);
    if (find(next.text.text, closing)) return readHeader(format, spoken);
    i += next.lines.length;
  }
  return null;
}

const pageOf = (line: Line) => line.sources.find((glyph) => glyph !== null)?.page;

/** A line of the header, with those that a bracket left open goes on to. */
type Spoken = { readonly text: PlacedText; readonly lines: readonly Line[] };

/** A bracket may wrap over this many lines. */
const LONGEST_BRACKET = 3;

/** A publisher's name and what it stands beside, where the format knows that without the name. */
function apart({ header }: Format, line: Line): ReturnType<typeof besidePublisher> {
  const split = besidePublisher(line);
  const known = [header.opening, ...header.lines].some((pattern) => find(split.rest.text, pattern));
  return known ? split : { rest: line, name: null };
}

function spokenAt(lines: readonly Line[], at: number, first: PlacedText): Spoken {
  for (let n = 1; n <= LONGEST_BRACKET; n++) {
    const some = lines.slice(at, at + n);
    const text = join([first, ...some.slice(1)]);
    if (text.text.lastIndexOf('【') <= text.text.lastIndexOf('】')) return { text, lines: some };
  }
  return { text: first, lines: lines.slice(at, at + 1) };
}

function readHeader(format: Format, spoken: readonly Spoken[]): Header | null {
  const { closing, lines: patterns } = format.header;
  const said: Record<string, PlacedText[]> = {};
  const say = (name: string, text: PlacedText) => {
    if (text.text.trim() === '') return;
    said[name] ??= [];
    said[name].push(text);
  };
  const sayAll = (text: PlacedText, { groups }: Found) => {
    for (const [name, range] of Object.entries(groups)) if (range) say(name, slice(text, ...range));
  };
  let publisherName: string | null = null;
  for (const { text } of spoken) {
    if (isPublisherName(text.text)) {
      publisherName ??= comparable(text.text);
      continue;
    }
    const end = find(text.text, closing);
    if (end) sayAll(text, end);
    const rest = end ? slice(text, 0, end.all[0]) : text;
    if (rest.text.trim() === '') continue;
    const found = patterns.map((p) => find(rest.text, p)).find((f) => f !== null);
    if (found) sayAll(rest, found);
    else say('title', rest);
  }
  const text = (name: string): string | null => (said[name] ? join(said[name]).text.trim() : null);
  const name = comparable(text('program') ?? '');
  const program = format.programs.find((p) => comparable(p.name) === name);
  if (!program) return null;
  const year = text('year');
  const number = text('number');
  return {
    lines: spoken.flatMap(({ lines }) => lines),
    fiscalYear: year === null ? null : fiscalYear(comparable(year), null),
    program,
    number: number === null ? null : comparable(number),
    // A program without numbers has no title of its own.
    title: text('title') ?? program.name,
    subtitle: text('subtitle'),
    department: text('department'),
    publisherName,
  };
}
