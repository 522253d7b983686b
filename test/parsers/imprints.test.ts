import { expect, it } from 'vitest';
import { resources } from '../../lambdas/reader/resources.ts';
import { layOut } from '../../parsers/layout/layout.ts';
import { readPages } from '../../parsers/pdf/read.ts';
import { pageOf } from './raw-pdf.ts';

async function laidOut(content: string) {
  const [page] = await Array.fromAsync(readPages(pageOf(content), resources.assets));
  if (!page) throw new Error('no page');
  const { lines, stamps, tables } = layOut(page);
  return {
    lines: lines.map(({ text }) => text),
    stamps: stamps.map((stamp) => stamp.map(({ text }) => text).join('')),
    cells: tables.flatMap(({ cells }) => cells.flatMap((cell) => cell.lines.map((l) => l.text))),
  };
}

const text = (what: string, x: number, y: number) => `BT /F 10 Tf ${x} ${y} Td (${what}) Tj ET`;
const title = text('A title of some length', 50, 150);
const red = (content: string) => `q 1 0 0 rg 1 0 0 RG ${content} Q`;

it('print in a colour of its own over other print is a stamp', async () => {
  const { lines, stamps } = await laidOut(`${title} ${red(text('DRAFT', 90, 148))}`);
  expect({ lines, stamps }).toEqual({ lines: ['A title of some length'], stamps: ['DRAFT'] });
});

it('so it is in a frame or a ring, with the lines in it', async () => {
  const frame = red(`190 140 50 20 re S ${text('DRAFT', 198, 147)}`);
  expect(await laidOut(`${title} ${frame}`)).toMatchObject({
    lines: ['A title of some length'],
    stamps: ['DRAFT'],
  });
  const ring =
    '190 150 m 190 161 199 170 210 170 c 221 170 230 161 230 150 c 230 139 221 130 210 130 c 199 130 190 139 190 150 c h S';
  const date = `${ring} 192 155 m 228 155 l S ${text('7.15', 200, 146)}`;
  expect(await laidOut(`${title} ${red(date)}`)).toMatchObject({
    lines: ['A title of some length'],
    stamps: ['7.15'],
  });
});

it('a black seal is one too, without the print that it lies over', async () => {
  const ring =
    '90 150 m 90 166.6 103.4 180 120 180 c 136.6 180 150 166.6 150 150 c 150 133.4 136.6 120 120 120 c 103.4 120 90 133.4 90 150 c h S';
  const seal = `${ring} ${text('SEEN', 106, 162)} ${text('7.15', 108, 135)}`;
  const { lines, stamps } = await laidOut(`${title} ${seal}`);
  expect(lines).toEqual(['A title of some length']);
  expect(stamps.join('')).toBe('SEEN7.15');
});

it('so is larger black print across other print, and a title above it is not', async () => {
  const large = (x: number, y: number) => `BT /F 16 Tf ${x} ${y} Td (DRAFT) Tj ET`;
  expect(await laidOut(`${title} ${large(70, 147)}`)).toMatchObject({
    lines: ['A title of some length'],
    stamps: ['DRAFT'],
  });
  expect(await laidOut(`${title} ${large(70, 163)}`)).toMatchObject({
    lines: ['DRAFT', 'A title of some length'],
    stamps: [],
  });
});

it('black print across a table leaves its lines', async () => {
  const lines =
    '50 80 m 120 80 l 50 100 m 120 100 l 50 120 m 120 120 l 50 80 m 50 100 l 50 100 m 50 120 l 85 80 m 85 100 l 85 100 m 85 120 l 120 80 m 120 100 l 120 100 m 120 120 l S';
  const cells = `${text('12', 55, 86)} ${text('34', 90, 86)} ${text('56', 55, 106)} ${text('78', 90, 106)}`;
  const large = 'BT /F 16 Tf 52 84 Td (DRAFT) Tj ET';
  expect(await laidOut(`${lines} ${cells} ${large}`)).toEqual({
    lines: [],
    stamps: ['DRAFT'],
    cells: ['56', '78', '12', '34'],
  });
});

it('a few large letters beside print are a line of their own', async () => {
  const large = (what: string, x: number) => `BT /F 20 Tf ${x} 148 Td (${what}) Tj ET`;
  expect((await laidOut(`${title} ${large('COPY', 180)}`)).lines).toEqual([
    'COPY',
    'A title of some length',
  ]);
  expect((await laidOut(`${title} ${large('12', 180)}`)).lines).toEqual([
    'A title of some length 12',
  ]);
});

it('coloured print elsewhere is text, and so is that of a table with coloured lines', async () => {
  const beside = await laidOut(`${title} ${red(text('note', 200, 150))}`);
  expect(beside).toMatchObject({ lines: ['A title of some length note'], stamps: [] });
  const table = red(
    `50 80 m 250 80 l 50 100 m 250 100 l 50 120 m 250 120 l 50 80 m 50 120 l 150 80 m 150 120 l 250 80 m 250 120 l S ${text('head', 60, 106)}`,
  );
  const { cells, stamps } = await laidOut(`${title} ${table} ${text('12', 60, 86)}`);
  expect([cells, stamps]).toEqual([['head', '12'], []]);
});
