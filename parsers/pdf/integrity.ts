import { Refusal } from '../records/refusal.ts';
import { soundness } from './inflate.ts';
import { openObjects, type PdfObject, type PdfObjects } from './objects.ts';
import {
  isDictionary,
  isReference,
  type PdfDictionary,
  type PdfValue,
  pdfNameOf,
} from './syntax.ts';

/** What the file itself shows of its pages: how many there are, and what of each seems damaged, in words. */
export type Integrity = {
  /** The entries of each page. */
  readonly pages: readonly PdfDictionary[];
  readonly doubts: readonly (readonly string[])[];
  readonly objects: PdfObjects;
  /** The /ToUnicode of the fonts of a name. */
  readonly toUnicode: ReadonlyMap<string, readonly PdfObject[]>;
};

/** No page has more to draw than this (bytes); pdf.js would hold all of it, many times over. */
const LARGEST_STREAM = 200_000_000;

/**
 * Follows what pages are made of (tree, contents, fonts, forms) through the file. pdf.js leaves out what is missing or
 * broken and says nothing.
 * @returns null where the file cannot be followed: it is encrypted, or its catalogue is not found
 * @throws Refusal `damaged-pdf` where a page or its content is missing or breaks off, `too-large` where it does not end
 */
export async function integrityOf(bytes: Uint8Array, text: string): Promise<Integrity | null> {
  const objects = await openObjects(bytes, text);
  const root = objects.catalogue?.get('Pages');
  if (objects.encrypted || root === undefined) return null;
  const pages = pagesOf(objects, root);
  const check = new StreamCheck(objects);
  const doubts: string[][] = [];
  for (const [index, page] of pages.entries()) doubts.push(await check.page(page, index + 1));
  if (!objects.inPlace()) doubts[0]?.push('the cross-references');
  if (missesPages(objects, root, pages.length)) doubts[0]?.push('the list of pages');
  const all = pages.map(({ entries }) => entries);
  return { pages: all, doubts, objects, toUnicode: check.toUnicode };
}

/** Between the data and `endstream` (bytes); some count it, some do not. */
const LINE_BREAK = 2;

const lost = (what: string) =>
  new Refusal(
    'damaged-pdf',
    `A part of the PDF is missing or broken (${what}); upload the complete file.`,
  );

type PageEntries = { readonly entries: PdfDictionary; readonly resources: PdfValue | undefined };

function pagesOf({ get }: PdfObjects, root: PdfValue): PageEntries[] {
  const pages: PageEntries[] = [];
  const open: { node: PdfValue; resources: PdfValue | undefined }[] = [
    { node: root, resources: undefined },
  ];
  const seen = new Set<string>();
  for (let one = open.pop(); one; one = open.pop()) {
    const entries = get(one.node)?.value;
    if (!isDictionary(entries)) throw lost('a page');
    const resources = entries.get('Resources') ?? one.resources;
    const kids = get(entries.get('Kids'))?.value;
    if (!Array.isArray(kids)) {
      pages.push({ entries, resources });
      continue;
    }
    if (isReference(one.node)) {
      if (seen.has(one.node.ref)) throw lost('the page tree goes round');
      seen.add(one.node.ref);
    }
    for (const kid of kids.toReversed()) open.push({ node: kid, resources });
  }
  return pages;
}

/** The root of the tree lists pages and how many there are; the ones that are not there may have been cut out. */
function missesPages({ get }: PdfObjects, root: PdfValue, found: number): boolean {
  const entries = get(root)?.value;
  return (
    !isDictionary(entries) || !entries.has('Kids') || get(entries.get('Count'))?.value !== found
  );
}

/** Looks at each stream once, however many pages use it. */
class StreamCheck {
  readonly #objects: PdfObjects;
  readonly #known = new Map<PdfObject, string[]>();
  readonly toUnicode = new Map<string, PdfObject[]>();

  constructor(objects: PdfObjects) {
    this.#objects = objects;
  }

  async page({ entries, resources }: PageEntries, number: number): Promise<string[]> {
    const doubts = pdfNameOf(entries.get('Type')) === 'Page' ? [] : ['the page'];
    const contents = entries.get('Contents');
    const list = this.#objects.get(contents)?.value;
    for (const part of Array.isArray(list) ? list : contents === undefined ? [] : [contents]) {
      const stream = this.#objects.get(part);
      if (!stream?.data) throw lost(`the content of page ${number}`);
      doubts.push(
        ...(await this.#once(stream, () => this.#content(stream, `the content of page ${number}`))),
      );
    }
    doubts.push(...(await this.#resources(resources, number)));
    return [...new Set(doubts)];
  }

  /** Of a stream that draws. */
  async #content(stream: PdfObject, what: string): Promise<string[]> {
    switch (await this.#soundness(stream)) {
      case 'sound':
        return [];
      case 'doubtful':
        return [what];
      case 'broken':
        throw lost(what);
      case 'endless':
        throw new Refusal(
          'too-large',
          `A page of the PDF has more than ${LARGEST_STREAM / 1e6} MB to draw.`,
        );
    }
  }

  async #form(form: PdfObject, entries: PdfDictionary, number: number): Promise<string[]> {
    return this.#once(form, async () => [
      ...(await this.#content(form, `a part of page ${number}`)),
      ...(await this.#resources(entries.get('Resources'), number)),
    ]);
  }

  async #resources(resources: PdfValue | undefined, number: number): Promise<string[]> {
    const dictionary = this.#objects.get(resources);
    if (!dictionary || !isDictionary(dictionary.value)) return [];
    const { value } = dictionary;
    return this.#once(dictionary, async () => {
      const doubts: string[] = [];
      for (const font of this.#all(value.get('Font'))) doubts.push(...(await this.#font(font)));
      for (const form of this.#all(value.get('XObject'))) {
        if (!form?.data) doubts.push('a picture or form');
        else if (isDictionary(form.value) && pdfNameOf(form.value.get('Subtype')) === 'Form') {
          doubts.push(...(await this.#form(form, form.value, number)));
        }
      }
      return doubts;
    });
  }

  async #font(font: PdfObject | undefined): Promise<string[]> {
    if (!font || !isDictionary(font.value)) return ['a font'];
    const { value } = font;
    return this.#once(font, async () => {
      const { get } = this.#objects;
      const descendants = get(value.get('DescendantFonts'))?.value;
      const descendant = Array.isArray(descendants) ? get(descendants[0])?.value : value;
      if (!isDictionary(descendant)) return ['a font'];
      const descriptor = get(descendant.get('FontDescriptor'))?.value;
      const names = [value, descendant].map((one) => pdfNameOf(get(one.get('BaseFont'))?.value));
      if (isDictionary(descriptor)) names.push(pdfNameOf(get(descriptor.get('FontName'))?.value));
      this.#noteToUnicode(names, get(value.get('ToUnicode')));
      const parts = [
        value.get('ToUnicode'),
        value.get('Encoding'),
        descendant.get('FontDescriptor'),
      ];
      if (isDictionary(descriptor)) {
        parts.push(...['FontFile', 'FontFile2', 'FontFile3'].map((key) => descriptor.get(key)));
      }
      for (const part of parts) {
        if (part === undefined) continue;
        const found = get(part);
        if (!found || found.value === null) return ['a font'];
        if (found.data && (await this.#soundness(found)) !== 'sound') return ['a font'];
      }
      return [];
    });
  }

  #noteToUnicode(names: readonly (string | null)[], map: PdfObject | undefined): void {
    if (!map?.data) return;
    for (const name of new Set(names)) {
      if (name === null) continue;
      const there = this.toUnicode.get(name);
      if (there) there.push(map);
      else this.toUnicode.set(name, [map]);
    }
  }

  /** The objects of a category of resources. */
  #all(category: PdfValue | undefined): (PdfObject | undefined)[] {
    const named = this.#objects.get(category)?.value;
    return isDictionary(named) ? [...named.values()].map((one) => this.#objects.get(one)) : [];
  }

  async #once(object: PdfObject, look: () => Promise<string[]>): Promise<string[]> {
    const known = this.#known.get(object);
    if (known) return known;
    // Forms may draw each other.
    this.#known.set(object, []);
    const doubts = await look();
    this.#known.set(object, doubts);
    return doubts;
  }

  async #soundness({ value, data }: PdfObject): ReturnType<typeof soundness> {
    if (!data || !isDictionary(value)) return 'broken';
    const filter = this.#objects.get(value.get('Filter'))?.value ?? null;
    const [first = null, ...more] = Array.isArray(filter) ? filter : [filter];
    if (pdfNameOf(first) === 'FlateDecode' && more.length === 0)
      return soundness(data, LARGEST_STREAM);
    if (first !== null) return 'sound';
    const length = this.#objects.get(value.get('Length'))?.value;
    const cut = typeof length === 'number' ? Math.abs(data.length - length) : Infinity;
    return cut <= LINE_BREAK ? 'sound' : 'doubtful';
  }
}
