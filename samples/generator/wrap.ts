const NO_START = new Set(
  '、。，．・：；？！）」』】〕］｝〉》ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ々％%→)]',
);
const NO_END = new Set('（「『【〔［｛〈《([');
const UNBROKEN = /[0-9A-Za-z.,%]+|[\s\S]/gu;
const LATIN = /[0-9A-Za-z%.,]/;
const JAPANESE = /[぀-ヿ㐀-鿿]/;

export type Line = {
  readonly text: string;
  readonly offsets: readonly number[];
  readonly width: number;
};

export type Wrapping = {
  /** Advance of a character in pt. */
  readonly advance: (character: string) => number;
  readonly width: number;
  readonly kinsoku: boolean;
  readonly justify: boolean;
  /** Gap between Latin and Japanese, in pt. */
  readonly autospace: number;
};

/** Lines no wider than `width`; a line feed always breaks. Numbers and Latin words stay whole where a line can hold them. */
export function wrap(text: string, how: Wrapping): Line[] {
  return text.split('\n').flatMap((paragraph) => {
    const lines = fill(clusters(paragraph, how), how);
    return lines.map((line, index) =>
      how.justify && index < lines.length - 1 ? justified(set(line, how), how) : set(line, how),
    );
  });
}

/** What no line break may divide: numbers, and with kinsoku a mark and the character that it clings to. */
function clusters(text: string, how: Wrapping): string[] {
  const joined: string[] = [];
  for (const token of text.match(UNBROKEN) ?? []) {
    const previous = joined.at(-1);
    const clings =
      how.kinsoku &&
      previous !== undefined &&
      (NO_START.has(token) || NO_END.has(Array.from(previous).at(-1) ?? ''));
    if (clings) joined[joined.length - 1] = previous + token;
    else joined.push(token);
  }
  return joined.flatMap((cluster) =>
    set(cluster, how).width > how.width ? Array.from(cluster) : [cluster],
  );
}

function fill(parts: readonly string[], how: Wrapping): string[] {
  const lines: string[] = [];
  let line = '';
  for (const part of parts) {
    if (line !== '' && set(line + part, how).width > how.width + 0.01) {
      lines.push(line);
      line = '';
    }
    line += part;
  }
  return [...lines, line];
}

/** A line's characters put side by side. */
export function set(text: string, how: Pick<Wrapping, 'advance' | 'autospace'>): Line {
  const offsets: number[] = [];
  let x = 0;
  let previous = '';
  for (const character of text) {
    if (meet(previous, character)) x += how.autospace;
    offsets.push(x);
    x += how.advance(character);
    previous = character;
  }
  return { text, offsets, width: x };
}

const meet = (a: string, b: string) =>
  (LATIN.test(a) && JAPANESE.test(b)) || (JAPANESE.test(a) && LATIN.test(b));

function justified(line: Line, how: Wrapping): Line {
  const gap = (how.width - line.width) / Math.max(1, line.offsets.length - 1);
  return {
    text: line.text,
    offsets: line.offsets.map((offset, index) => offset + gap * index),
    width: how.width,
  };
}
