import { remembered } from '../japanese/remembered.ts';
import type { PdfObject } from './objects.ts';
import { REPLACEMENT } from './page.ts';
import type { DrawnGlyph, Font } from './text.ts';
import { mappedCodes } from './tounicode.ts';

/** Control characters, private use and what stands for no character: the font does not say what was printed. */
const NOTHING = /(?!\s)[\p{Cc}\p{Co}\p{Cn}\p{Cs}]/gu;

const said = remembered((unicode) => unicode.replace(NOTHING, REPLACEMENT));

/** Scripts and signs that stand on Japanese sheets; a font without Unicode shows its codes as anything else. */
const EXPECTED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Latin}\p{Script=Greek}\p{N}\p{P}\p{S}\p{Z}\p{M}ー]/u;

/** Characters of a font that have no Unicode on a page, and what kinds of characters it shows none of. */
export type MissingCharacters = {
  readonly font: string;
  readonly count: number;
  readonly of: number;
  readonly lacks: readonly string[];
};

const KINDS: readonly (readonly [string, RegExp])[] = [
  ['digits', /\p{Nd}/u],
  ['kana', /[\p{Script=Hiragana}\p{Script=Katakana}]/u],
  ['ideographs', /\p{Script=Han}/u],
];

/** How many characters of a font are that of their code, how many others, and which of the former are unexpected. */
type Tally = { own: number; other: number; unexpected: number };

/**
 * Tells which characters have no Unicode. Where a font has no mapping for a code, pdf.js gives the character that has
 * this number: then the mapping itself is asked whether it has the code, unless the font is a simple one whose codes
 * are characters for the most part; where there is none, whether the characters make sense.
 */
export class FontCodes {
  readonly #maps: ReadonlyMap<string, readonly PdfObject[]>;
  readonly #tallies = new Map<Font, Tally>();
  readonly #mapped = new Map<Font, ReadonlySet<number> | null>();

  /** @param maps the /ToUnicode of the fonts of a name */
  constructor(maps: ReadonlyMap<string, readonly PdfObject[]>) {
    this.#maps = maps;
  }

  /** Takes note of a page's characters before they are read. */
  async note(glyphs: readonly DrawnGlyph[]): Promise<void> {
    for (const glyph of glyphs) {
      if (glyph.code < 0 || glyph.unicode.trim() === '') continue;
      const tally = this.#tallies.get(glyph.font) ?? { own: 0, other: 0, unexpected: 0 };
      this.#tallies.set(glyph.font, tally);
      if (!isOwnCode(glyph)) tally.other++;
      else {
        tally.own++;
        if (!EXPECTED.test(glyph.unicode)) tally.unexpected++;
      }
    }
    for (const [font, { own, other }] of this.#tallies) {
      if (own > 0 && (other > own || font.composite) && !this.#mapped.has(font)) {
        this.#mapped.set(font, await this.#codesOf(font));
      }
    }
  }

  /** What is printed, with REPLACEMENT for each character that is not known. */
  read(glyph: DrawnGlyph): string {
    const { font, code, unicode } = glyph;
    if (isOwnCode(glyph)) {
      const { own, unexpected } = this.#tallies.get(font) ?? NONE;
      const mapped = this.#mapped.get(font);
      if (mapped ? !mapped.has(code) : unexpected > MAX_UNEXPECTED * own) return REPLACEMENT;
    }
    return said(unicode);
  }

  /** Of each font that leaves out characters of a page: which kinds of characters none of its others is. */
  missing(glyphs: readonly DrawnGlyph[]): MissingCharacters[] {
    const byFont = Map.groupBy(glyphs, (glyph) => glyph.font);
    return [...byFont].flatMap(([{ name = '' }, own]) => {
      const texts = own.map((glyph) => this.read(glyph));
      const count = texts.filter((text) => text.includes(REPLACEMENT)).length;
      if (count === 0) return [];
      const lacks = KINDS.filter(([, kind]) => !texts.some((text) => kind.test(text)));
      return [{ font: name, count, of: own.length, lacks: lacks.map(([kind]) => kind) }];
    });
  }

  async #codesOf({ name }: Font): Promise<ReadonlySet<number> | null> {
    const all = new Set<number>();
    for (const map of this.#maps.get(name ?? '') ?? []) {
      const codes = await mappedCodes(map);
      if (!codes) return null;
      for (const code of codes) all.add(code);
    }
    return all.size > 0 ? all : null;
  }
}

const NONE: Tally = { own: 0, other: 0, unexpected: 0 };
/** A sheet has hardly a character of another script. */
const MAX_UNEXPECTED = 0.1;

function isOwnCode({ unicode, code }: DrawnGlyph): boolean {
  return code > 0 && unicode === String.fromCharCode(code & 0xffff);
}
