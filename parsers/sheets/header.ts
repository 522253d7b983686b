import type { Format, Program } from '../formats/format.ts';
import { comparable } from '../japanese/characters.ts';
import { fiscalYear } from '../japanese/eras.ts';
import { find, fold } from '../japanese/folded.ts';
import type { Line } from '../layout/lines.ts';
import { join, type PlacedText, slice } from '../layout/text.ts';

/** The lines that open a sheet, and what they say. */
export type Header = {
  readonly lines: readonly Line[];
  readonly fiscalYear: number | null;
  readonly program: Program;
  readonly number: string | null;
  readonly title: string;
  readonly subtitle: string | null;
  readonly department: string | null;
};

/** Reads the header that begins with `lines[at]`; null when none does. */
export function headerAt(format: Format, lines: readonly Line[], at: number): Header | null {
  const first = lines[at];
  const spec = format.header;
  if (!first || !matches(first, spec.opening)) return null;
  const end = lines.slice(at, at + spec.within).findIndex((line) => matches(line, spec.closing));
  if (end < 0) return null;
  return readHeader(format, lines.slice(at, at + end + 1));
}

function matches(line: Line, pattern: RegExp): boolean {
  return pattern.test(fold(line.text).text);
}

function readHeader(format: Format, lines: readonly Line[]): Header | null {
  const said: Record<string, PlacedText[]> = {};
  const say = (name: string, text: PlacedText) => {
    if (text.text.trim() === '') return;
    said[name] ??= [];
    said[name].push(text);
  };
  for (const line of lines) {
    const found = format.header.lines.map((p) => find(line.text, p)).find((f) => f !== null);
    if (!found) {
      say('title', line);
      continue;
    }
    for (const [name, range] of Object.entries(found.groups)) {
      if (range) say(name, slice(line, ...range));
    }
  }
  const text = (name: string): string | null => (said[name] ? join(said[name]).text.trim() : null);
  const name = comparable(text('program') ?? '');
  const program = format.programs.find((p) => comparable(p.name) === name);
  if (!program) return null;
  const year = text('year');
  const number = text('number');
  return {
    lines,
    fiscalYear: year === null ? null : fiscalYear(comparable(year), null),
    program,
    number: number === null ? null : comparable(number),
    // A program without numbers has no title of its own.
    title: text('title') ?? program.name,
    subtitle: text('subtitle'),
    department: text('department'),
  };
}
