import { expect, it, test } from 'vitest';
import { resources } from '../../lambdas/reader/resources.ts';
import { parse } from '../../parsers/parse.ts';
import { kinkyu2012 } from '../../samples/data/shiomi-2012-kinkyu-2.ts';
import { shisaku2013 } from '../../samples/data/shiomi-2013-shisaku-214.ts';
import { kyoso2014 } from '../../samples/data/shiomi-2014-kyoso-5.ts';
import type { Dress } from '../../samples/generator/content.ts';
import { type Book, makeDocument } from '../../samples/generator/document.ts';
import type { Style } from '../../samples/generator/style.ts';
import { wordProcessor } from '../../samples/producers.ts';

const SHEETS = [kinkyu2012, shisaku2013, kyoso2014];

async function identities(style: Partial<Style>, book: Book | null = null, dress?: Dress) {
  const producer = { ...wordProcessor, style: { ...wordProcessor.style, ...style } };
  const dressed = SHEETS.map((sheet) => ({ ...sheet, dress: dress ?? null }));
  const documents = book ? [dressed] : dressed.map((sheet) => [sheet]);
  const read = documents.map(async (sheets) => {
    const { pdf } = await makeDocument(producer, sheets, book);
    return (await parse(pdf, resources)).sheets;
  });
  return (await Promise.all(read))
    .flat()
    .map((sheet) => [sheet.id, sheet.publisherCode, sheet.publisherName, sheet.title]);
}

const of = (slug: string, code: string | null, name: string | null) =>
  SHEETS.map(({ fiscalYear, program, number, title }) => [
    `${slug}-${fiscalYear}-${program}-${number}`,
    code,
    name,
    title,
  ]);

it('a sheet that names nobody is its format’s publisher’s', async () => {
  expect(await identities({ publisher: null })).toEqual(of('mie', '240001', null));
});

test.for<[string, Partial<Style>]>([
  ['above the title, at the left', { publisher: 'left' }],
  ['above the title, at the right', { publisher: 'right' }],
  ['before the title', { publisher: 'title' }],
  ['before the title, below running titles', { publisher: 'title', runningHead: 'title' }],
  ['in a running head', { publisher: null, runningHead: { text: '成果レポート（汐見県）' } }],
])('the name decides: %s', async ([, style]) => {
  expect(await identities(style)).toEqual(of('shiomi', null, '汐見県'));
});

const DRESS: Dress = {
  ...{ department: 'lenticular', version: null, versionBehind: 'title', western: false },
  ...{ paper: null, cells: false, numberAlone: false },
};

test.for<[string, Partial<Style>, Partial<Dress>]>([
  ['the number of the document', { publisher: 'right' }, { paper: '別紙３' }],
  ['a kind that goes on below', { publisher: 'title', body: 13 }, { western: true }],
])('the name decides before %s', async ([, style, dress]) => {
  const read = await identities(style, null, { ...DRESS, ...dress });
  expect(read).toEqual(of('shiomi', null, '汐見県'));
});

it('the cover of a book names the publisher of its sheets', async () => {
  const book = { title: '平成26年度　成果レポート', publisher: '汐見県' };
  expect(await identities({ publisher: null }, book)).toEqual(of('shiomi', null, '汐見県'));
});
