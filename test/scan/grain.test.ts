import { expect, it } from 'vitest';
import { straightened } from '../../parsers/scan/straight.ts';
import { Random } from '../../samples/generator/random.ts';

it('a page of noise has neither rules nor lines: nothing of it is read', () => {
  const [width, height] = [1654, 2339];
  const random = new Random(4);
  const grey = new Uint8Array(width * height).map(() => random.int(0, 255));
  expect(straightened({ width, height, grey }, 200)).toMatchObject({ rules: [], lines: [] });
});
