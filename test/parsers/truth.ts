import { expect } from 'vitest';
import { oneDash } from '../../parsers/japanese/characters.ts';

/** How far (points) a box may differ from the one that was drawn: ink and em box are not the same. */
const LOOSE = 3;

/** What the truth leaves open, or words in its own way. */
const OPEN = new Set(['keywords', 'facts', 'leftovers', 'warnings', 'message', 'id', 'check']);

/** Expects that `got` says all that the truth says, where it says it. */
export function expectTruth(got: unknown, truth: unknown, path = ''): void {
  if (Array.isArray(truth)) {
    expect(Array.isArray(got) && got.length, `${path}: how many`).toBe(truth.length);
    for (const [i, one] of truth.entries()) expectTruth((got as unknown[])[i], one, `${path}/${i}`);
  } else if (typeof truth === 'object' && truth !== null) {
    for (const [key, one] of Object.entries(truth)) {
      if (OPEN.has(key) && path !== '') continue;
      const own = (got as Record<string, unknown>)[key];
      if (key === 'box') expectBox(own, one, path);
      else if (!OPEN.has(key) || key === 'id') expectTruth(own, one, `${path}/${key}`);
    }
  } else if (typeof truth === 'string') {
    expect(plain(got), path).toBe(plain(truth));
  } else {
    expect(got ?? null, path).toEqual(truth);
  }
}

/** White space, arrows at the end of a narrative cell, and which dash it is are left open. */
const plain = (text: unknown) => oneDash(String(text)).replace(/[\s→]/g, '');

function expectBox(got: unknown, box: unknown, path: string): void {
  const off = (box as number[]).map((v, i) => Math.abs(v - ((got as number[])[i] ?? Infinity)));
  expect(Math.max(...off), `${path}: box ${got} beside ${box}`).toBeLessThanOrEqual(LOOSE);
}
