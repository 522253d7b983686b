import type { Format } from '../formats/format.ts';
import type { Line } from '../layout/lines.ts';
import { type Header, headerAt } from './header.ts';

/** A sheet begins here; more than one format that says so is a finding, never a choice. */
export type Opening = { readonly header: Header; readonly format: Format; readonly rivals: number };

/** The sheets that begin among these lines, by their first line. */
export function openingsIn(lines: readonly Line[], formats: readonly Format[]): Map<Line, Opening> {
  const openings = new Map<Line, Opening>();
  for (let at = 0; at < lines.length; at++) {
    const found = formats.flatMap((format) => {
      const header = headerAt(format, lines, at);
      return header ? [{ format, header }] : [];
    });
    const [first, ...rivals] = found;
    const line = lines[at];
    if (!first || !line) continue;
    openings.set(line, { ...first, rivals: rivals.length });
    at = Math.max(at, lines.lastIndexOf(first.header.lines.at(-1) ?? line));
  }
  return openings;
}
