import { resources } from '../../lambdas/reader/resources.ts';
import { parse } from '../../parsers/parse.ts';
import type { SheetRecord } from '../../parsers/records/sheet.ts';
import { drawForm } from '../../samples/forms/draw.ts';
import {
  type Block,
  type Cell,
  type CellStyle,
  grid,
  label,
  line,
  number,
  type Page,
  value,
} from '../../samples/forms/form.ts';

export const TITLE = line('令和４年度　事業評価シート', { size: 13, right: '磯部市' });
export const FACTS = grid(
  [3, 7, 3, 7],
  [
    [label('事業名'), value('浜辺の清掃'), label('担当課'), value('環境課')],
    [label('目的'), value('浜をきれいに保つ。', { w: 3 })],
    [label('対象'), value('市民', { w: 3 })],
    [label('会計'), value('一般会計', { w: 3 })],
  ],
);

export const readPages = (...pages: readonly (readonly Block[])[]): Promise<SheetRecord> =>
  readDrawn(pages.map((blocks) => ({ landscape: false, blocks })));

/** @param columns what stands side by side below the blocks */
export const readBlocks = (
  blocks: readonly Block[],
  columns: readonly (readonly Block[])[],
): Promise<SheetRecord> => readDrawn([{ landscape: true, blocks, columns }]);

async function readDrawn(drawn: readonly Page[]): Promise<SheetRecord> {
  const form = { kind: 'drawn', pages: drawn, truth: null };
  const { sheets } = await parse(
    await drawForm(form, { face: 'gothic', fill: '#e6e6e6' }),
    resources,
  );
  return sheets[0] as SheetRecord;
}

export const read = (blocks: readonly Block[]) => readPages(blocks);
export const below = (...blocks: readonly Block[]) => read([TITLE, FACTS, ...blocks]);
export const middle = (text: string, style: CellStyle = {}): Cell =>
  value(text, { align: 'center', ...style });
export const figures = (...texts: readonly string[]) => texts.map((text) => number(text));
export const heads = (...texts: readonly string[]) => texts.map((text) => label(text));

export const bare = (text: string) => text.replace(/\s+/g, '');
export const ratings = ({ ratings: all = [] }: SheetRecord) =>
  all.map(({ path, name, text }) => [...path, name, text].join(' / '));
export const fields = ({ fields: all = [] }: SheetRecord) =>
  all.map(({ path, label: name, text }) => [...path, name, bare(text)].join(' / '));
export const values = ({ indicators }: SheetRecord) =>
  indicators.flatMap(({ name, unit, values: all }) =>
    all.map((v) => `${name} ${unit} ${v.fiscalYear} ${v.type} ${v.text}`),
  );
export const amounts = ({ budget }: SheetRecord) =>
  budget.flatMap(({ name, unit, amounts: all }) =>
    all.map((a) => `${name} ${unit} ${a.fiscalYear} ${a.type} ${a.value}`),
  );
