import { describe, expect, it } from 'vitest';
import { type Extra, form, pixel, read, seen, text } from './seen-page.ts';

describe('layers', () => {
  const layered = (config: string, properties: string, objects: string[]): Extra => ({
    catalog: `/OCProperties<</OCGs[6 0 R 7 0 R]/D<<${config}>>>>`,
    resources: `/Properties<<${properties}>>/XObject<</X 8 0 R>>`,
    objects: ['<</Type/OCG/Name(old)>>', '<</Type/OCG/Name(new)>>', ...objects],
  });
  const both = `/OC /A BDC ${text('old')} EMC /OC /B BDC ${text('new')} EMC`;
  const named = '/A 6 0 R/B 7 0 R';

  it('that are off are not read, by name and by base state', async () => {
    expect(await seen(both, layered('/OFF[6 0 R]', named, []))).toBe('new');
    expect(await seen(both, layered('/BaseState/OFF/ON[7 0 R]', named, []))).toBe('new');
    expect(await seen(both, layered('', named, []))).toBe('oldnew');
  });

  it('hide what is nested in them, other marks included', async () => {
    const nested = `/OC /A BDC /Span BMC /OC /B BDC ${text('in')} EMC EMC ${text('it')} EMC ${text('out')}`;
    expect(await seen(nested, layered('/OFF[6 0 R]', named, []))).toBe('out');
  });

  it('go by membership: policies and expressions', async () => {
    const seenIn = async (dictionary: string) =>
      seen(`/OC /A BDC ${text('old')} EMC ${text('new')}`, {
        ...layered('/OFF[6 0 R]', '/A 8 0 R', [dictionary]),
        resources: '/Properties<</A 8 0 R>>',
      });
    const membership = (entries: string) => seenIn(`<</Type/OCMD/OCGs[6 0 R 7 0 R]${entries}>>`);
    expect(await membership('')).toBe('oldnew');
    expect(await seenIn('<</Type/OCMD/OCGs[]>>')).toBe('oldnew');
    expect(await membership('/P/AllOn')).toBe('new');
    expect(await membership('/P/AnyOff')).toBe('oldnew');
    expect(await membership('/VE[/And 6 0 R 7 0 R]')).toBe('new');
    expect(await membership('/VE[/Not 6 0 R]')).toBe('oldnew');
  });

  it('go by the usages that the file has a viewer apply, not by those for the printer', async () => {
    const used = (usages: string, config: string) =>
      seen(both, {
        ...layered(config, named, []),
        objects: [`<</Type/OCG/Name(old)/Usage<<${usages}>>>>`, '<</Type/OCG/Name(new)>>'],
      });
    const as = (event: string, ...categories: string[]) =>
      `/AS[<</Event/${event}/OCGs[6 0 R]/Category[${categories.map((name) => `/${name}`).join('')}]>>]`;
    const onScreen = '/View<</ViewState/ON>>/Print<</PrintState/OFF>>';
    const onPaper = '/View<</ViewState/OFF>>/Print<</PrintState/ON>>';
    expect(await used(onPaper, as('View', 'View'))).toBe('new');
    expect(await used(onScreen, `/OFF[6 0 R]${as('View', 'View')}`)).toBe('oldnew');
    expect(await used(onScreen, as('Print', 'Print'))).toBe('oldnew');
    expect(await used(onPaper, `/OFF[6 0 R]${as('Print', 'Print')}`)).toBe('new');
    expect(await used(onScreen, as('View', 'View', 'Print'))).toBe('new');
    expect(await used('/Export<</ExportState/OFF>>', as('Export', 'Export'))).toBe('oldnew');
    expect(await used('/Export<</ExportState/OFF>>', as('View', 'Export'))).toBe('new');
    expect(await used('/Zoom<</min 2>>', as('View', 'Zoom'))).toBe('new');
    expect(await used('/Zoom<</min 0.5/max 2>>', as('View', 'Zoom'))).toBe('oldnew');
    expect(await used('', `/OFF[6 0 R]${as('View', 'View')}`)).toBe('new');
  });

  it('hide forms that name them', async () => {
    const off = layered('/OFF[6 0 R]', named, [form(text('old'), '/OC 6 0 R')]);
    expect(await seen(`/X Do ${text('new')}`, off)).toBe('new');
  });

  it('are known by the name of a copy that the catalog does not list', async () => {
    const copied = layered('/OFF[6 0 R]', '/A 9 0 R', ['null', '<</Type/OCG/Name(old)>>']);
    expect(await seen(`/OC /A BDC ${text('old')} EMC ${text('new')}`, copied)).toBe('new');
  });

  it('hide rules and covers, too', async () => {
    const off = layered('/OFF[6 0 R]', named, []);
    const { rules, glyphs } = await read(
      `${text('new')} /OC /A BDC 0 90 m 300 90 l S 1 g 0 0 300 200 re f EMC`,
      off,
    );
    expect([rules.length, glyphs.length]).toEqual([0, 3]);
  });
});

describe('what clips', () => {
  it('hides text and rules outside, until the state is restored', async () => {
    const content = `q 0 0 300 80 re W n ${text('out')} 0 150 m 300 150 l S Q ${text('in')}`;
    const { glyphs, rules } = await read(content);
    expect([glyphs.map((g) => g.text).join(''), rules]).toEqual(['in', []]);
  });

  it('nests, and may be of any outline', async () => {
    const triangle = '0 0 m 300 0 l 0 200 l h W n';
    expect(await seen(`q ${triangle} ${text('in', 20, 20)} ${text('out', 250, 150)} Q`)).toBe('in');
    const nested = `q 0 0 100 200 re W n q 0 0 300 80 re W n ${text('x', 150, 40)} ${text('y', 40, 150)} ${text('z', 40, 40)} Q Q`;
    expect(await seen(nested)).toBe('z');
    const hole = `q 0 0 300 200 re 40 90 60 30 re W* n ${text('out')} ${text('in', 50, 20)} Q`;
    expect(await seen(hole)).toBe('in');
  });

  it('is also the box of a form', async () => {
    const small = `<</Type/XObject/Subtype/Form/BBox[0 0 60 60]/Resources<</Font<</F 5 0 R>>>>/Length 61>>\nstream\n${`${text('out')} ${text('in', 10, 10)}`.padEnd(61)}\nendstream`;
    expect(await seen('/X Do', { resources: '/XObject<</X 6 0 R>>', objects: [small] })).toBe('in');
  });

  it('leaves a character that is seen for the most part', async () => {
    expect(await seen(`q 0 0 300 106 re W n ${text('half')} Q`)).toBe('half');
  });
});

describe('ink that is not seen', () => {
  it('is that of rendering mode 3', async () => {
    expect(await seen(`BT 3 Tr /F 10 Tf 50 100 Td (no) Tj 0 Tr (yes) Tj 1 Tr (line) Tj ET`)).toBe(
      'yesline',
    );
  });

  it('is that of mode 7, unless something is painted through the letters', async () => {
    const clip = `q BT 7 Tr /F 10 Tf 50 100 Td (clip) Tj ET`;
    expect(await seen(`${clip} Q ${text('seen', 50, 20)}`)).toBe('seen');
    expect(await seen(`${clip} 0 0 300 200 re f Q`)).toBe('clip');
    expect(await seen(`${clip} 1 g 0 0 300 200 re f Q ${text('seen', 50, 20)}`)).toBe('seen');
  });

  it('is white or nearly white on paper, and of its ground elsewhere', async () => {
    expect(
      await seen(`1 g ${text('white')} 0.98 g ${text('pale')} 0 0 0 0 k ${text('cmyk')}`),
    ).toBe('');
    const ground = '0 0 1 rg 0 0 300 200 re f';
    expect(await seen(`${ground} 1 g ${text('white')} 0 0 1 rg ${text('blue')}`)).toBe('white');
    expect(await seen(`0.85 g ${text('grey')}`)).toBe('grey');
  });

  it('has no opacity, or too little', async () => {
    const resources = '/ExtGState<</N<</ca 0>>/L<</ca 0.03>>/H<</ca 0.5>>>>';
    const content = `/N gs ${text('none')} /L gs ${text('little')} /H gs ${text('half')}`;
    expect(await seen(content, { resources })).toBe('half');
  });
});

describe('what is painted later', () => {
  it('hides text and rules under it', async () => {
    const cover = '1 g 40 85 100 40 re f 0 g';
    const { glyphs, rules } = await read(
      `${text('old')} 45 100 m 100 100 l S ${cover} ${text('new')}`,
    );
    expect([glyphs.map((g) => g.text).join(''), rules.length]).toEqual(['new', 0]);
  });

  it('hides together what it does not hide alone', async () => {
    const strips = [88, 92, 96, 100, 104].map((y) => `1 g 40 ${y} 100 4 re f`).join(' ');
    expect(await seen(`${text('old')} ${strips}`)).toBe('');
  });

  it('leaves what it touches, shines through or multiplies with', async () => {
    expect(await seen(`${text('next')} 0.8 g 40 105 200 20 re f`)).toBe('next');
    const resources = '/ExtGState<</H<</ca 0.5>>/M<</BM/Multiply>>>>';
    for (const state of ['/H gs', '/M gs']) {
      expect(await seen(`${text('under')} ${state} 1 1 0 rg 0 0 300 200 re f`, { resources })).toBe(
        'under',
      );
    }
    expect(await seen(`${text('ring')} 0 0 300 200 re 40 80 100 60 re f*`)).toBe('ring');
  });

  it('leaves what is under a pattern of tiles', async () => {
    const tile =
      '<</Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 4 4]/XStep 4/YStep 4/Resources<<>>/Length 12>>\nstream\n0 0 1 4 re f\nendstream';
    const extra = { resources: '/Pattern<</P 6 0 R>>', objects: [tile] };
    const hatched = `${text('under')} /Pattern cs /P scn 0 0 300 200 re f`;
    expect(await seen(hatched, extra)).toBe('under');
  });

  it('may be a picture, which hides what has no mask', async () => {
    const drawn = `${text('old')} q 300 0 0 200 0 0 cm /X Do Q ${text('new')} 1 g ${text('white', 50, 20)}`;
    const with_ = (picture: string) => ({ resources: '/XObject<</X 6 0 R>>', objects: [picture] });
    expect(await seen(drawn, with_(pixel()))).toBe('newwhite');
    expect(await seen(drawn, with_(pixel('/SMask 7 0 R')))).toBe('oldnewwhite');
  });
});

describe('text over a picture', () => {
  const scan = { resources: '/XObject<</X 6 0 R>>', objects: [pixel()] };
  const picture = 'q 300 0 0 200 0 0 cm /X Do Q';
  const recognized = `q BT 3 Tr /F 10 Tf 50 100 Td (recognized) Tj ET Q`;

  it('is an OCR layer where all of it is invisible, before or behind the picture', async () => {
    for (const content of [
      `${picture} ${recognized}`,
      `${recognized} ${picture}`,
      `${text('recognized')} ${picture}`,
    ]) {
      const { layer, glyphs } = await read(content, scan);
      expect([layer, glyphs.map((g) => g.text).join('')]).toEqual(['ocr-layer', 'recognized']);
    }
  });

  it('is not there beside text that is seen', async () => {
    const { layer, glyphs, unseen } = await read(
      `${picture} ${recognized} ${text('seen', 50, 20)}`,
      scan,
    );
    expect([layer, glyphs.length, unseen]).toEqual(['embedded', 4, 10]);
  });

  it('is nothing where there is no picture', async () => {
    expect((await read(recognized)).glyphs).toEqual([]);
  });
});
