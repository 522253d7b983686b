import { comparable } from './characters.ts';
import { remembered } from './remembered.ts';

/**
 * A text as it is compared (NFKC, one dash, no white space) that still knows the printed characters behind it, so
 * that patterns are written once for all widths and spacings and what they find is kept as printed.
 */
export type Folded = { readonly text: string; readonly offsets: readonly number[] };

export const fold = remembered((printed): Folded => {
  let text = '';
  const offsets: number[] = [];
  let at = 0;
  for (const c of printed) {
    const folded = foldCharacter(c);
    text += folded;
    for (let i = 0; i < folded.length; i++) offsets.push(at);
    at += c.length;
  }
  offsets.push(at);
  return { text, offsets };
});

/** Sheets use some thousand different characters, again and again. */
const FOLDED = new Map<string, string>();

function foldCharacter(c: string): string {
  let folded = FOLDED.get(c);
  if (folded === undefined) {
    folded = comparable(c);
    FOLDED.set(c, folded);
  }
  return folded;
}

/** Where a pattern and its named groups stand in the printed text, as [from, to) offsets; null when it does not match. */
export type Found = {
  readonly all: readonly [number, number];
  readonly groups: Readonly<Record<string, readonly [number, number] | undefined>>;
};

const WITH_INDICES = new WeakMap<RegExp, RegExp>();

function withIndices(pattern: RegExp): RegExp {
  let found = WITH_INDICES.get(pattern);
  if (!found) {
    found = new RegExp(pattern.source, `${pattern.flags.replace(/[dg]/g, '')}d`);
    WITH_INDICES.set(pattern, found);
  }
  return found;
}

/** Finds a pattern in the folded text; the offsets are those of the printed one. */
export function find(printed: string, pattern: RegExp): Found | null {
  const { text, offsets } = fold(printed);
  const match = withIndices(pattern).exec(text);
  if (!match?.indices) return null;
  const back = ([from, to]: [number, number]): [number, number] => [
    offsets[from] as number,
    offsets[to] as number,
  ];
  const groups: Record<string, [number, number] | undefined> = {};
  for (const [name, range] of Object.entries(match.indices.groups ?? {})) {
    groups[name] = range && back(range);
  }
  return { all: back(match.indices[0] as [number, number]), groups };
}
