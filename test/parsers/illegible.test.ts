import { expect, it } from 'vitest';
import { illegible } from '../../parsers/sheets/illegible.ts';
import { drawnLines } from './drawn-lines.ts';

const told = (dx: number, dy: number) => {
  const [line] = drawnLines([0, '岬の']);
  const [first, second] = line?.sources ?? [];
  if (!line || !first || !second) throw new Error('the line is missing');
  const moved = {
    ...second,
    x0: first.x0 + dx,
    x1: first.x1 + dx,
    y0: first.y0 + dy,
    y1: first.y1 + dy,
  };
  const block = { kind: 'line' as const, page: 1, line: { ...line, sources: [first, moved] } };
  return illegible([block], () => [{ page: 1, box: [0, 0, 10, 10] }]).map(({ code }) => code);
};

it('characters on top of one another are told, those below or beside one another are not', () => {
  expect(told(1, 1)).toEqual(['overlapping-text']);
  expect(told(0, 10)).toEqual([]);
  expect(told(10, 0)).toEqual([]);
});
