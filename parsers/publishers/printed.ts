import { comparable } from '../japanese/characters.ts';
import type { Line } from '../layout/lines.ts';
import { type PlacedText, slice } from '../layout/text.ts';
import { MINISTRIES } from './ministries.ts';
import { publishersNamed } from './publishers.ts';

const OFFICES: ReadonlySet<string> = new Set(MINISTRIES);

/** What a government's name looks like that no table has; words such as 市町村, 本県 and 都道府県 are none. */
const LIKELY =
  /^(?![本当各全他同]|.*(?:都道府県|市町村|市区|区市|市町|町村)$)[\p{Script=Han}ぁ-んァ-ヶー]{2,6}[都道府県市町村区]$/u;

/** Whether a text is a publisher's name that is known here, and nothing else. */
export function isPublisherName(text: string): boolean {
  const name = comparable(text);
  if (name.length > MAX_NAME || !ENDINGS.has(name.at(-1) ?? '')) return false;
  return OFFICES.has(name) || publishersNamed(text).length > 0;
}

/** Of a prefecture, county and town together. */
const MAX_NAME = 20;
/** Nearly every line ends otherwise. */
const ENDINGS: ReadonlySet<string> = new Set([
  ...'都道府県市町村区',
  ...MINISTRIES.map((name) => comparable(name).at(-1) ?? ''),
]);

/** The same, or what can hardly be anything else where a publisher is to be expected. */
export const isLikelyPublisher = (text: string): boolean =>
  isPublisherName(text) || LIKELY.test(comparable(text));

/** A line's stretches between the gaps and brackets that were left in it. */
function stretchesOf(line: Line): string[] {
  const ends = [...line.gaps, line.text.length];
  const parts = ends.map((end, i) => line.text.slice(ends[i - 1] ?? 0, end));
  return parts.flatMap((part) => part.match(/[^\s（）()【】「」]+/g) ?? []);
}

/** The publisher's name that stands in a line, on its own or set off from what else it says. */
export function publisherIn(line: Line): string | null {
  if (isPublisherName(line.text)) return comparable(line.text);
  return onePublisher(stretchesOf(line).filter(isPublisherName));
}

/** The publisher that names say which follow each other: 広島県 and 府中市 are 広島県府中市. Null of none. */
export function onePublisher(names: readonly string[]): string | null {
  const [first, second] = [...new Set(names.map(comparable))];
  if (first === undefined) return null;
  const both = first + (second ?? '');
  return publishersNamed(both).length === 1 ? both : first;
}

/** A title line without the publisher's name that is set off before or behind it, and that name. */
export function besidePublisher(line: Line): { rest: PlacedText; name: PlacedText | null } {
  const first = line.gaps[0] ?? 0;
  const last = line.gaps.at(-1) ?? line.text.length;
  if (isLikelyPublisher(line.text.slice(0, first)))
    return { rest: slice(line, first), name: slice(line, 0, first) };
  if (isPublisherName(line.text.slice(last)))
    return { rest: slice(line, 0, last), name: slice(line, last) };
  return { rest: line, name: null };
}
