import { describe, expect, it } from 'vitest';
import { type Extra, pixel, seen, text } from './seen-page.ts';

describe('what hides as far as it is opaque', () => {
  const pictured = (entries: string, ...more: string[]): Extra => ({
    resources: '/XObject<</X 6 0 R>>',
    objects: [pixel(entries), ...more],
  });
  const under = `${text('old')} 1 g q 300 0 0 200 0 0 cm /X Do Q 0 g ${text('new')}`;
  const mask = (entries: string, data: string) =>
    `<</Type/XObject/Subtype/Image/Width 3/Height 2${entries}/Length ${data.length}>>\nstream\n${data}\nendstream`;
  const soft = (data: string) =>
    pictured('/SMask 7 0 R', mask('/BitsPerComponent 8/ColorSpace/DeviceGray/Filter/AHx', data));

  it('is a picture by its soft mask, or by the stencil that masks it or that it is', async () => {
    const samples = (data: string, entries = '/BitsPerComponent 8') =>
      pictured('/SMask 7 0 R', mask(`${entries}/ColorSpace/DeviceGray`, data));
    const zeros = '\0\0\0\0\0\0';
    expect(await seen(under, samples(zeros, '/BitsPerComponent 8/Decode[1 0]'))).toBe('new');
    expect(
      await seen(under, samples(`${zeros.slice(1)}a`, '/BitsPerComponent 8/Decode[1 0]')),
    ).toBe('oldnew');
    expect(await seen(under, samples(zeros))).toBe('oldnew');
    expect(await seen(under, soft('ffffffffffff>'))).toBe('oldnew');
    const stencil = (data: string) => pictured('/Mask 7 0 R', mask('/ImageMask true', data));
    expect(await seen(under, stencil('\x1f\x1f'))).toBe('new');
    expect(await seen(under, stencil('\x1f\x7f'))).toBe('oldnew');
  });

  it('is a picture within the content', async () => {
    const inline = (data: string) => `q 100 0 0 40 40 85 cm BI ${data} EI Q`;
    for (const data of [
      '/W 1 /H 1 /BPC 8 /CS /G ID w',
      '/W 1 /H 1 /IM true ID \x7f',
      '/W 150 /H 100 /BPC 8 /CS /G /F /AHx ID ff>',
    ]) {
      expect(await seen(`${text('old')} 1 g ${inline(data)} 0 g ${text('new')}`)).toBe('new');
    }
    const many = Array.from(
      { length: 12 },
      (_, i) => `q 10 0 0 40 ${40 + 10 * i} 85 cm BI /W 1 /H 1 /BPC 8 /CS /G ID w EI Q`,
    );
    expect(await seen(`${text('old')} ${many.join(' ')} ${text('new')}`)).toBe('new');
  });

  it('is tiles that leave no gap, and a shading', async () => {
    const tile = (content: string) =>
      `<</Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 8 8]/XStep 8/YStep 8/Resources<<>>/Length ${content.length}>>\nstream\n${content}\nendstream`;
    const filled = `${text('old')} /Pattern cs /P scn 40 85 100 40 re f 0 g ${text('new')}`;
    const tiled = (content: string) => ({
      resources: '/Pattern<</P 6 0 R>>',
      objects: [tile(content)],
    });
    expect(await seen(filled, tiled('1 g 0 0 8 8 re f 0 g 2 2 1 1 re f'))).toBe('new');
    expect(await seen(filled, tiled('1 g 0 0 8 6 re f'))).toBe('oldnew');
    const shading =
      '<</Type/Pattern/PatternType 2/Shading<</ShadingType 2/ColorSpace/DeviceGray/Coords[0 0 300 0]/Extend[true true]/Function<</FunctionType 2/Domain[0 1]/N 1/C0[1]/C1[0.9]>>>>>>';
    expect(await seen(filled, { resources: '/Pattern<</P 6 0 R>>', objects: [shading] })).toBe(
      'new',
    );
  });

  it('is what a soft mask lets through, of print and of what is laid over it', async () => {
    const group = (content: string) =>
      `<</Type/XObject/Subtype/Form/BBox[0 0 300 200]/Group<</S/Transparency/CS/DeviceGray>>/Resources<<>>/Length ${content.length}>>\nstream\n${content}\nendstream`;
    const masked = (kind: string, content: string): Extra => ({
      resources: `/ExtGState<</M<</SMask<</S/${kind}/G 6 0 R>>>>/N<</SMask/None>>>>/XObject<</X 7 0 R>>`,
      objects: [group(content), group('1 g 40 85 100 40 re f')],
    });
    const light = (grey: number) => masked('Luminosity', `${grey} g 0 0 300 200 re f`);
    const print = `/M gs ${text('old')} /N gs ${text('new')}`;
    expect(await seen(print, light(0))).toBe('new');
    expect(await seen(print, light(1))).toBe('oldnew');
    expect(await seen(print, masked('Luminosity', ''))).toBe('new');
    expect(await seen(print, masked('Alpha', '0 g 0 0 300 200 re f'))).toBe('oldnew');
    expect(await seen(print, masked('Alpha', '0 g 200 0 100 200 re f'))).toBe('new');
    for (const cover of ['1 g 40 85 100 40 re f', '/X Do']) {
      const covered = `${text('old')} /M gs ${cover} /N gs 0 g ${text('new')}`;
      expect(await seen(covered, light(1))).toBe('new');
      expect(await seen(covered, light(0))).toBe('oldnew');
      expect(await seen(covered, light(0.5))).toBe('oldnew');
      expect(await seen(covered, masked('Alpha', '0 g 0 0 45 200 re f'))).toBe('oldnew');
    }
  });
});
