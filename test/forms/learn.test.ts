import { readFile } from 'node:fs/promises';
import { describe, expect, it, test } from 'vitest';
import { resources } from '../../lambdas/reader/resources.ts';
import { readFormat } from '../../parsers/formats/compile.ts';
import type { FormFormat } from '../../parsers/formats/form-format.ts';
import { draftOf } from '../../parsers/forms/learn/draft.ts';
import { yamlOf } from '../../parsers/forms/learn/yaml.ts';
import { parse, readLayout } from '../../parsers/parse.ts';
import type { SheetRecord } from '../../parsers/records/sheet.ts';
import { drawForm } from '../../samples/forms/draw.ts';
import { KINDS } from '../../samples/forms/kinds/all.ts';
import { Random } from '../../samples/generator/random.ts';
import { shisaku } from '../backfill/shisaku.ts';

const TUTORIAL = 'samples/forms/hamanasu-2019-shigoto-27.pdf';

async function learned(pdf: Uint8Array): Promise<string> {
  const draft = draftOf((await readLayout(pdf, resources.assets)).layouts);
  if (!draft) throw new Error('nothing was learned');
  return yamlOf(draft);
}

async function readBy(yaml: string, pdf: Uint8Array): Promise<SheetRecord> {
  const forms = [readFormat(yaml) as FormFormat];
  const { sheets } = await parse(pdf, { ...resources, forms });
  return sheets[0] as SheetRecord;
}

/** All that a record says, whatever part of it says it. */
const texts = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value.normalize('NFKC').replace(/\s+/g, '')]
    : typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, part]) => (key === 'id' ? [] : texts(part)))
      : [];

describe.each(Object.entries(KINDS))('of the form %s', (_, draw) => {
  it('a draft reads the sheet as it was read without', async () => {
    const pdf = await drawForm(draw(new Random(7)), { face: 'gothic', fill: '#e6e6e6' });
    const [general] = (await parse(pdf, resources)).sheets;
    const read = await readBy(await learned(pdf), pdf);
    const { id, format, program, programName, publisher, title, leftovers, ...sheet } = read;
    const plain = general as SheetRecord;
    expect([format, program]).toEqual(['my-form', 'sheet']);
    expect(id).toContain('-sheet-');
    expect(publisher).toBe(general?.publisher);
    // The programme is named in one piece, with the brackets in it.
    const bare = (text: string) => text.replace(/（[^）]*）/g, '');
    expect([programName, title].map(bare)).toEqual([plain.programName, bare(plain.title)]);
    expect(plain).toMatchObject(sheet);
    const left = plain.leftovers.map(({ text }) => text);
    expect(left).toEqual(expect.arrayContaining(leftovers.map(({ text }) => text)));
  });

  it('what it proposes in comments can be used, and loses nothing', async () => {
    const pdf = await drawForm(draw(new Random(8)), { face: 'mincho', fill: null });
    const [general] = (await parse(pdf, resources)).sheets;
    const all = (await learned(pdf)).replace(/^#= /gm, '');
    const said = texts(await readBy(all, pdf)).join('');
    const { fields = [], ratings = [] } = general as SheetRecord;
    for (const text of texts([fields, ratings].map((part) => part.map((one) => one.text)))) {
      for (const sentence of text.split(/[・①-⑳\d]+/)) expect(said).toContain(sentence);
    }
  });
});

test('what it does not understand stands in the draft', async () => {
  const yaml = await learned(await readFile(TUTORIAL));
  expect(yaml).toMatch(/not understood yet: .*めあて/);
  expect(yaml).toContain("{ slug: sheet, name: 'しごと振り返りシート' }");
});

test('the command prints a draft, of standard input too, and refuses what tells nothing', async () => {
  const { code, stdout } = await shisaku(['learn', TUTORIAL]).ended;
  expect([code, stdout]).toEqual([0, await learned(await readFile(TUTORIAL))]);
  const piped = shisaku(['learn', '-']);
  piped.child.stdin.end(await readFile(TUTORIAL));
  expect((await piped.ended).stdout).toBe(stdout);
  const blank = await drawForm(
    { kind: 'blank', truth: null, pages: [{ landscape: false, blocks: [] }] },
    { face: 'gothic', fill: null },
  );
  const refused = shisaku(['learn', '-']);
  refused.child.stdin.end(blank);
  const { code: refusal, stderr } = await refused.ended;
  expect(refusal).toBe(2);
  expect(stderr).toMatch(/^error: /);
}, 180_000);
