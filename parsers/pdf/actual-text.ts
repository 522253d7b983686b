import { inflated } from './inflate.ts';
import type { PdfObjects } from './objects.ts';
import { REPLACEMENT } from './page.ts';
import type { Spans } from './spans.ts';
import {
  isDictionary,
  type PdfDictionary,
  type PdfValue,
  pdfNameOf,
  valueAt,
  writtenOf,
} from './syntax.ts';
import type { DrawnGlyph } from './text.ts';

/** No page's content is inflated a second time beyond this (bytes). */
const MAX_CONTENT = 20_000_000;

/**
 * What characters stand for that say nothing of their own (a space for the second selector of an ideograph's shape, a
 * letter without Unicode), as the /ActualText of their mark has it. What a character does say counts, whatever its mark says.
 * @param read what a character is in Unicode
 */
export async function actualTexts(
  { tags, shown }: Spans,
  read: (glyph: DrawnGlyph) => string,
  page: PdfDictionary | undefined,
  objects: PdfObjects | undefined,
): Promise<Map<DrawnGlyph, string>> {
  const said = new Map<DrawnGlyph, string>();
  const silent = [...shown].filter(([, glyphs]) => glyphs.some((glyph) => isMute(read(glyph))));
  if (silent.length === 0 || !page || !objects) return said;
  const content = await contentOf(page.get('Contents'), objects);
  const marks = content === null ? [] : marksIn(content);
  // Where the two readings differ, nobody knows which mark is which.
  if (marks.length !== tags.length || marks.some(({ tag }, i) => tag !== tags[i])) return said;
  for (const [mark, glyphs] of silent) {
    const actual = marks[mark]?.actual;
    if (actual) for (const [glyph, text] of shared(glyphs, read, actual)) said.set(glyph, text);
  }
  return said;
}

const isMute = (text: string) => text.trim() === '' || text.includes(REPLACEMENT);

/** What a text has beyond what its characters say for certain, given to those that say nothing. */
function shared(
  glyphs: readonly DrawnGlyph[],
  read: (glyph: DrawnGlyph) => string,
  actual: string,
): [DrawnGlyph, string][] {
  const texts = glyphs.map(read);
  const first = texts.findIndex(isMute);
  const last = texts.findLastIndex(isMute);
  const [before, after] = [texts.slice(0, first).join(''), texts.slice(last + 1).join('')];
  if (!actual.startsWith(before) || !actual.slice(before.length).endsWith(after)) return [];
  const rest = actual.slice(before.length, actual.length - after.length);
  const mute = glyphs.slice(first, last + 1);
  const own = glyphs[first - 1];
  // A mark that goes with the character before it has no place of its own.
  if (own && /^\p{M}+$/u.test(rest)) {
    return [[own, read(own) + rest], ...mute.map((glyph): [DrawnGlyph, string] => [glyph, ''])];
  }
  const each = [...rest];
  if (each.length === mute.length) return mute.map((glyph, i) => [glyph, each[i] as string]);
  return mute.map((glyph, i) => [glyph, i === 0 ? rest : '']);
}

type Mark = { readonly tag: string; readonly actual: string | null };

/** Strings are passed over, so that what they say opens no mark. */
const TOKEN =
  /\((?:[^\\()]|\\[\s\S]|\([^()]*\))*\)|\/([^\s()<>[\]{}/%]+)\s*(?=<<)|\/([^\s()<>[\]{}/%]+)\s*\/[^\s()<>[\]{}/%]+\s*BDC\b/g;

/** The marks with properties in a content stream, but layers. */
function marksIn(content: string): Mark[] {
  const marks: Mark[] = [];
  const token = new RegExp(TOKEN);
  for (let found = token.exec(content); found; found = token.exec(content)) {
    const [, written, named] = found;
    const properties = written === undefined ? null : valueAt(content, token.lastIndex);
    if (properties) token.lastIndex = properties.end;
    const tag =
      named ??
      (properties && /^\s*BDC\b/.test(content.slice(properties.end, properties.end + 9))
        ? written
        : undefined);
    if (tag === undefined || tag === 'OC') continue;
    const value = properties && isDictionary(properties.value) ? properties.value : null;
    const actual = writtenOf(value?.get('ActualText'));
    marks.push({ tag, actual: actual === null ? null : unicodeOf(actual) });
  }
  return marks;
}

/** A text string in UTF-16 (7.9.2.2), written in hexadecimal; null for other ones. */
function unicodeOf(written: string): string | null {
  const hex = written.replace(/\s/g, '');
  if (!/^feff(?:[\da-f]{4})*$/i.test(hex)) return null;
  return (hex.slice(4).match(/.{4}/g) ?? [])
    .map((unit) => String.fromCharCode(Number.parseInt(unit, 16)))
    .join('');
}

/** A page's content as pdf.js reads it, its parts in a row; null where it is packed in another way than usual. */
async function contentOf(
  contents: PdfValue | undefined,
  objects: PdfObjects,
): Promise<string | null> {
  const list = objects.get(contents)?.value;
  const parts: string[] = [];
  for (const part of Array.isArray(list) ? list : [contents]) {
    const stream = objects.get(part);
    if (!stream?.data || !isDictionary(stream.value)) return null;
    const filter = objects.get(stream.value.get('Filter'))?.value ?? null;
    const [first = null, ...more] = Array.isArray(filter) ? filter : [filter];
    if (more.length > 0 || (first !== null && pdfNameOf(first) !== 'FlateDecode')) return null;
    const plain = first === null ? stream.data : await inflated(stream.data, MAX_CONTENT);
    if (!plain) return null;
    parts.push(new TextDecoder('latin1').decode(plain));
  }
  return parts.join('\n');
}
