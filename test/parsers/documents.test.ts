import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { resources } from '../../lambdas/reader/resources.ts';
import { inspected } from '../../parsers/layout/inspection.ts';
import { parse, readLayout } from '../../parsers/parse.ts';

const fixture = (name: string) => new Uint8Array(readFileSync(`test/fixtures/${name}`));

it('a PDF that only its owner may change is read', async () => {
  const { sheets } = await parse(fixture('owner-password.pdf'), resources);
  expect(sheets.map(({ id }) => id)).toEqual(['shiomi-2015-kyoso-5']);
});

it('a ruled table of another world has its merged cells and no slivers', async () => {
  const { layouts } = await readLayout(fixture('english-table.pdf'), resources.assets);
  const [page] = layouts.map(inspected);
  const cells = (page?.tables[0]?.cells ?? []).map(
    ({ row, col, rowSpan, colSpan, text }) => `${row}+${rowSpan} ${col}+${colSpan} ${text}`,
  );
  expect(page?.tables).toHaveLength(1);
  expect(cells).toMatchInlineSnapshot(`
    [
      "0+2 0+1 Region",
      "0+2 1+1 Site",
      "0+1 2+2 First quarter",
      "0+1 4+2 Second quarter",
      "0+2 6+1 Remarks",
      "1+1 2+1 Plan",
      "1+1 3+1 Actual",
      "1+1 4+1 Plan",
      "1+1 5+1 Actual",
      "2+2 0+1 North",
      "2+1 1+1 Aldermere",
      "2+1 2+1 1,204",
      "2+1 3+1 1,187",
      "2+1 4+1 1,250",
      "2+1 5+1 1,301",
      "2+1 6+1 New press since May",
      "3+1 1+1 Brackenford",
      "3+1 2+1 860",
      "3+1 3+1 902",
      "3+1 4+1 880",
      "3+1 5+1 -12.5",
      "3+2 6+1 Closed for repairs during the last
    two weeks of June",
      "4+2 0+1 South",
      "4+1 1+1 Coldharbour",
      "4+1 2+1 2,015",
      "4+1 3+1 1,998",
      "4+1 4+1 2,100",
      "4+1 5+1 1,740",
      "5+1 1+1 Dunmarsh",
      "5+1 2+1 ",
      "5+1 3+1 ",
      "5+1 4+1 400",
      "5+1 5+1 385",
      "5+1 6+1 ",
      "6+1 0+2 Total",
      "6+1 2+1 4,079",
      "6+1 3+1 4,087",
      "6+1 4+1 4,630",
      "6+1 5+1 3,413.5",
      "6+1 6+1 ",
    ]
  `);
});
