import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { shisaku } from '../backfill/shisaku.ts';

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'shisaku-picture-'));
});
afterAll(() => rm(dir, { recursive: true }));

type Rect = { '@class': string; title: string };

async function picture(pdf: string, ...more: string[]) {
  const file = join(dir, 'seen.svg');
  const { code, stderr } = await shisaku(['inspect', pdf, '--svg', file, ...more]).ended;
  expect([code, stderr]).toEqual([0, '']);
  const svg = await readFile(file, 'utf8');
  expect(XMLValidator.validate(svg)).toBe(true);
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    isArray: (name) => ['g', 'rect', 'text'].includes(name),
  });
  const { rect, text, g } = parser.parse(svg).svg;
  const rects = (g as { rect: Rect[]; text?: unknown[] }[]).flatMap((page) => page.rect);
  return { svg, rects, legend: { rects: rect as Rect[], texts: text as unknown[] }, pages: g };
}

const taken = (rects: readonly Rect[], role: string) =>
  rects.flatMap(({ '@class': kind, title }) =>
    kind === `piece ${role}` ? [title.slice(title.indexOf(': ') + 2)] : [],
  );

it('shows what each text of a form was taken for, and what nobody claimed', async () => {
  const form = 'samples/forms/hamanasu-2019-shigoto-27.pdf';
  const { rects, legend } = await picture(form, '--formats', 'test/formats');
  expect(taken(rects, 'target')).toEqual(['560', '570', '576', '30,000', '31,000', '32,000']);
  expect(taken(rects, 'actual')).toEqual(['552', '571', '560', '29,412', '31,870', '30,955']);
  expect(taken(rects, 'money')).toHaveLength(6);
  expect(taken(rects, 'name')).toEqual(['巡回した回数', '貸し出した本', '事業費', '人件費']);
  expect(taken(rects, 'rating')).toEqual(['Ｂ（おおむね順調）']);
  expect(taken(rects, 'label')).toContain('受け持ち');
  expect(taken(rects, 'header')).toEqual(expect.arrayContaining(['27', '図書館の移動図書館車']));
  expect(taken(rects, 'prose').join('')).toContain('夕方の巡回をふやす。');
  expect(taken(rects, 'unclaimed')).toContain('■ものさし');
  const cells = rects.filter(({ '@class': kind }) => kind === 'target');
  expect(cells).toHaveLength(6);
  expect(legend.rects.map((one) => one['@class'])).toContain('piece unclaimed');
  expect(JSON.stringify(legend.texts)).toContain('だれも読まなかった');
});

it('shows a known format alike, page furniture apart', async () => {
  const { rects } = await picture('samples/shiomi-2013-shisaku-214.pdf');
  expect(taken(rects, 'actual').length).toBeGreaterThan(3);
  expect(taken(rects, 'prose').length).toBeGreaterThan(10);
  expect(taken(rects, 'furniture').length).toBeGreaterThan(0);
  expect(taken(rects, 'unclaimed').length).toBeLessThan(5);
});

it('text of a font that the file does not hold is text of the picture, in the fonts of who looks', async () => {
  const { svg, pages } = await picture('samples/shioiri-2013-jimu-0312.pdf');
  const printed = (pages as { text?: { '#text': unknown; '@class': string }[] }[]).flatMap((page) =>
    (page.text ?? []).flatMap((one) => (one['@class'] === 'printed' ? [String(one['#text'])] : [])),
  );
  expect(printed.join('')).toContain('事務事業評価シート');
  expect(svg).toMatch(/font-family:[^;]*sans-serif/);
});

it('a page that is no sheet has its cells, and no colours', async () => {
  const { legend, rects } = await picture('test/fixtures/business-letter.pdf');
  expect(legend.rects).toHaveLength(1);
  expect(taken(rects, 'unclaimed')).toEqual([]);
});
