import type { Line } from '../layout/lines.ts';
import { join, type PlacedText } from '../layout/text.ts';
import type { Reading } from './reading.ts';
import type { Section } from './sections.ts';

/** A finding quotes no more characters. */
const MAX_QUOTED = 400;

/**
 * The lines of a section that nobody has claimed are kept beside the record, with a finding at each run of them: what is
 * below a heading was to be read. Lines in 【】 (a legend, a subheading) are no part of any item.
 */
export function leaveUnowned({ heading, spec, blocks }: Section, reading: Reading): void {
  const unknown = heading && !spec ? heading.lines : [];
  const runs: Line[][] = [[...unknown]];
  for (const block of blocks) {
    const line = block.kind === 'line' ? block.line : null;
    if (!line || reading.unowned(line).length === 0) runs.push([]);
    else runs.at(-1)?.push(line);
  }
  for (const run of runs) {
    const left = run.map((line) => reading.unowned(line));
    reading.leave(left.flat());
    const told = run
      .filter((_, i) => !inBrackets(run, i))
      .flatMap((line) => left[run.indexOf(line)] ?? []);
    if (heading && told.length > 0) tell(heading.text, told, run === runs[0] && !spec, reading);
  }
}

function tell(
  heading: PlacedText,
  lines: readonly PlacedText[],
  unknown: boolean,
  reading: Reading,
): void {
  const text = join(lines);
  const { length } = text.text;
  const quoted = `「${text.text.slice(0, MAX_QUOTED)}${length > MAX_QUOTED ? '…' : ''}」`;
  const message = unknown
    ? `No section is known by the heading «${heading.text}»; it was not read: ${quoted}.`
    : `Below «${heading.text}» was not understood: ${quoted}.`;
  reading.warn('unread-section', message, text);
}

/** A bracketed text may run over this many lines. */
const MAX_LINES = 4;

/** Whether a line is one of those of a text in 【】. */
function inBrackets(lines: readonly Line[], at: number): boolean {
  for (let from = Math.max(0, at - MAX_LINES + 1); from <= at; from++) {
    if (!lines[from]?.text.startsWith('【')) continue;
    const close = lines.findIndex((line, i) => i >= from && line.text.includes('】'));
    if (close >= at && close < from + MAX_LINES && lines[close]?.text.endsWith('】')) return true;
  }
  return false;
}
