import { describe, expect, it } from 'vitest';
import { resources } from '../../lambdas/reader/resources.ts';
import { parse } from '../../parsers/parse.ts';
import { REPLACEMENT } from '../../parsers/pdf/page.ts';
import type { ReadPage } from '../../parsers/pdf/read.ts';
import { TextFound } from '../../parsers/text-found.ts';
import { pageOf } from './raw-pdf.ts';

const codeOf = (bytes: Uint8Array) =>
  parse(bytes, resources).then(
    () => 'a record',
    (error: { code?: string }) => error.code,
  );

describe('a document without text', () => {
  it('is no-text where letters are drawn as shapes, and empty where nothing is', async () => {
    const letter = (i: number) =>
      `${10 + 12 * i} 100 m ${18 + 12 * i} 100 l ${14 + 12 * i} 110 l ${10 + 12 * i} 105 l f`;
    const outlined = Array.from({ length: 24 }, (_, i) => letter(i)).join(' ');
    expect(await codeOf(pageOf(outlined))).toBe('no-text');
    expect(await codeOf(pageOf('10 10 200 100 re S'))).toBe('empty-document');
  });

  it('is empty where nobody sees what there is', async () => {
    expect(await codeOf(pageOf('BT 3 Tr /F 10 Tf 50 100 Td (unseen) Tj ET'))).toBe(
      'empty-document',
    );
  });
});

const page = (number: number, text: string, layer: ReadPage['layer'] = 'embedded') =>
  ({
    number,
    layer,
    pictures: false,
    outlines: false,
    missing: [],
    glyphs: [...text].map((c) => ({ text: c })),
  }) as unknown as ReadPage;

describe('text that is found', () => {
  const asked = (sheets: number, ...pages: ReadPage[]) => {
    const found = new TextFound();
    for (const one of pages) found.note(one);
    return found
      .require(sheets, async () => false)
      .then(
        () => found.source(),
        (error: { code: string }) => error.code,
      );
  };

  it('cannot be read where most of it has no Unicode, or a good part and no sheet was found', async () => {
    const half = `あいう${REPLACEMENT.repeat(2)}`;
    expect(await asked(1, page(1, REPLACEMENT.repeat(9)))).toBe('unreadable-text');
    expect(await asked(0, page(1, half))).toBe('unreadable-text');
    expect(await asked(1, page(1, half))).toBe('embedded');
  });

  it('comes from its pages, the ones without any aside', async () => {
    const read = page(1, 'あ', 'ocr-layer');
    expect(await asked(1, read, page(2, ''))).toBe('ocr-layer');
    expect(await asked(1, read, page(2, 'い'))).toBe('mixed');
  });
});
