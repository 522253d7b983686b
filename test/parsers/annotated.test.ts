import { describe, expect, it } from 'vitest';
import { resources } from '../../lambdas/reader/resources.ts';
import { layOut } from '../../parsers/layout/layout.ts';
import { readPages } from '../../parsers/pdf/read.ts';
import { pdfOf, stream } from './raw-pdf.ts';

/** A page of 300 × 200 with content, annotations (objects from number 6 on) and entries of its form. */
async function read(content: string, annotations: string[], form = '', more: string[] = []) {
  const kids = annotations.map((_, i) => `${6 + i} 0 R`).join(' ');
  const bytes = pdfOf([
    `<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[${kids}]/DA(/F 0 Tf 0 g)/DR<</Font<</F 5 0 R>>>>${form}>>>>`,
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R/Annots[${kids}]/Resources<</Font<</F 5 0 R>>>>>>`,
    stream(content),
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    ...annotations,
    ...more,
  ]);
  const [page] = await Array.fromAsync(readPages(bytes, resources.assets));
  if (!page) throw new Error('no page');
  const { lines, struck } = layOut(page);
  return { page, lines: lines.map((line) => line.text), struck: struck.map((line) => line.text) };
}

const annotation = (subtype: string, entries: string) =>
  `<</Type/Annot/Subtype/${subtype}/Rect[50 90 150 110]/F 4${entries}>>`;
const field = (entries: string) => annotation('Widget', `/FT/Tx/T(n)/DA(/F 10 Tf 0 g)${entries}`);
const appearance = (content: string) =>
  `<</Type/XObject/Subtype/Form/BBox[0 0 100 20]/Resources<</Font<</F 5 0 R>>>>/Length ${content.length}>>\nstream\n${content}\nendstream`;
const shown = appearance('BT /F 10 Tf 2 6 Td (12,345) Tj ET');
const text = (what: string, y = 150) => `BT /F 10 Tf 50 ${y} Td (${what}) Tj ET`;

describe('form fields', () => {
  it('say what their appearance shows', async () => {
    const { lines, page } = await read(text('cost'), [field('/V(12,345)/AP<</N 7 0 R>>')], '', [
      shown,
    ]);
    expect([lines, page.remarks]).toEqual([['cost', '12,345'], []]);
  });

  it('say their value where viewers draw it themselves', async () => {
    expect((await read('', [field('/V(67)')], '/NeedAppearances true')).lines).toEqual(['67']);
    const { lines, page } = await read('', [field('/V(67)/Q 2')]);
    expect(lines).toEqual(['67']);
    const [six] = page.glyphs;
    expect(six && six.x0 > 130 && six.x1 < 150 && six.y0 > 90 && six.y1 < 110).toBe(true);
  });

  it('say nothing where they are hidden', async () => {
    const hidden = field('/V(67)/AP<</N 7 0 R>>').replace('/F 4', '/F 2');
    expect((await read(text('cost'), [hidden], '', [shown])).lines).toEqual(['cost']);
  });
});

describe('annotations', () => {
  it('that carry text are remarks with their place, and no text of the page', async () => {
    const { lines, page } = await read(
      text('body'),
      [
        annotation('Text', '/Contents(note)'),
        annotation('FreeText', '/Contents(typed)/DA(/F 10 Tf 0 g)'),
        annotation('Stamp', '/AP<</N 9 0 R>>'),
      ],
      '',
      [shown],
    );
    expect(lines).toEqual(['body']);
    expect(page.remarks).toEqual([
      { text: 'note', box: expect.anything() },
      { text: 'typed', box: [50, 90, 150, 110] },
      { text: '12,345', box: [50, 90, 150, 110] },
    ]);
  });

  it('that are hidden, links or windows are none', async () => {
    const { page } = await read('', [
      annotation('Text', '/Contents(hidden)').replace('/F 4', '/F 2'),
      annotation('Text', '/Contents(unseen)').replace('/F 4', '/F 32'),
      annotation('Link', '/Contents(link)'),
      annotation('Popup', '/Contents(window)'),
    ]);
    expect(page.remarks).toEqual([]);
  });

  it('that strike out take text back', async () => {
    const quad = '/QuadPoints[50 110 70 110 50 98 70 98]/Rect[50 98 70 110]/C[1 0 0]';
    const { struck, lines } = await read(`${text('588', 100)} BT /F 10 Tf 80 100 Td (590) Tj ET`, [
      `<</Type/Annot/Subtype/StrikeOut/F 4${quad}>>`,
    ]);
    expect({ struck, lines }).toEqual({ struck: ['588'], lines: ['590'] });
  });

  it('that cover text hide it', async () => {
    const square = annotation('Square', '/C[1 1 1]/IC[1 1 1]/BS<</W 0>>/AP<</N 7 0 R>>');
    const white = appearance('1 g 0 0 100 20 re f');
    expect(
      (await read(text('secret', 97).replace('50 97', '60 97'), [square], '', [white])).lines,
    ).toEqual([]);
  });
});

describe('lines through text', () => {
  const struck = async (drawn: string) => {
    const { page, ...said } = await read(
      `BT /F 10 Tf 50 100 Td (588) Tj 40 0 Td (590) Tj ET ${drawn}`,
      [],
    );
    return { ...said, rules: page.rules.length };
  };
  // Three digits of Helvetica are 16.7 wide at 10 points; their middle is 3.8 above the baseline.
  it('strike out what they cross in its middle, stroked or filled, one or two', async () => {
    for (const line of [
      '50 103.5 m 67 103.5 l S',
      '49 103 18.5 1 re f',
      '26 103.5 m 88 103.5 l S',
      '50 102.7 m 67 102.7 l 50 104.7 m 67 104.7 l S',
      '50 101.7 m 67 101.7 l S 50 106 m 67 106 l S',
    ]) {
      expect(await struck(line)).toEqual({ lines: ['590'], struck: ['588'], rules: 0 });
    }
  });

  it('may be slanted, crossed, wavy, or a thin shape, and rule nothing', async () => {
    for (const line of [
      '49 99 m 68 108 l S',
      '49 108 m 68 99 l 49 99 m 68 108 l S',
      '49 99 m 50 98.2 l 68.6 107.2 l 67.6 108 l h f',
      '50 103 m 54 106 l 58 102 l 62 106 l 67 102 l S',
      '50 103 m 55 107 61 99 67 104 c S',
      '50 103 m 50 104 l 66 104 l 67 104 67 103 66 103 c h f',
    ]) {
      expect(await struck(line)).toEqual({ lines: ['590'], struck: ['588'], rules: 0 });
    }
  });

  it('are none where they cross a cell, or are a mark beside the text', async () => {
    for (const line of [
      '30 85 m 90 120 l S',
      '50 85 m 67 120 l S',
      '40 99 m 44 108 l S',
      '1 G 49 99 m 68 108 l S',
    ]) {
      expect(await struck(line)).toMatchObject({ lines: ['588 590'], struck: [] });
    }
  });

  it('are none below, above or beyond the text, or as thick as shading', async () => {
    for (const line of [
      '50 98.5 m 67 98.5 l S',
      '50 110 m 67 110 l S',
      '20 103.5 m 280 103.5 l S',
      '50 103.5 m 54 103.5 l S',
    ]) {
      expect(await struck(line)).toMatchObject({ lines: ['588 590'], struck: [], rules: 1 });
    }
    expect(await struck('40 103.5 m 77 103.5 l 77 120 l S')).toMatchObject({
      struck: [],
      rules: 2,
    });
    expect(await struck('0.9 g 50 99 17 9 re f')).toMatchObject({
      lines: expect.anything(),
      struck: [],
    });
  });
});
