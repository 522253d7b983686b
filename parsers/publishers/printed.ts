import { comparable } from '../japanese/characters.ts';
import type { Line } from '../layout/lines.ts';
import { type PlacedText, slice } from '../layout/text.ts';
import { PUBLISHERS } from './publishers.ts';

const NAMES: ReadonlySet<string> = new Set(PUBLISHERS.map(({ name }) => comparable(name)));

/** Whether a text is a publisher's name and nothing else. */
export const isPublisherName = (text: string): boolean => NAMES.has(comparable(text));

/** A line's stretches between the gaps and brackets that were left in it. */
function stretchesOf(line: Line): PlacedText[] {
  const ends = [...line.gaps, line.text.length];
  const parts = ends.map((end, i) => slice(line, ends[i - 1] ?? 0, end));
  return parts.flatMap((part) =>
    [...part.text.matchAll(/[^\s（）()【】「」]+/g)].map(({ index, 0: { length } }) =>
      slice(part, index, index + length),
    ),
  );
}

/** The publisher's name that stands in a line, on its own or set off from what else it says. */
export function publisherIn(line: Line): string | null {
  if (isPublisherName(line.text)) return comparable(line.text);
  const names = stretchesOf(line).filter(({ text }) => isPublisherName(text));
  return names[0] ? comparable(names[0].text) : null;
}

/** A title line without the publisher's name that is set off before or behind it, and that name. */
export function besidePublisher(line: Line): { rest: PlacedText; name: PlacedText | null } {
  const first = line.gaps[0] ?? 0;
  const last = line.gaps.at(-1) ?? line.text.length;
  if (isPublisherName(line.text.slice(0, first)))
    return { rest: slice(line, first), name: slice(line, 0, first) };
  if (isPublisherName(line.text.slice(last)))
    return { rest: slice(line, 0, last), name: slice(line, last) };
  return { rest: line, name: null };
}
