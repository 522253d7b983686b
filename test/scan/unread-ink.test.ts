import { expect, it } from 'vitest';
import { unreadIn } from '../../parsers/scan/unread-ink.ts';

const EM = 28;
const ink = (x0: number, x1: number, y0: number, y1: number) => ({ x0, x1, y0, y1, area: 20 });
const [six, letter, raised] = [ink(0, 12, 4, 24), ink(20, 40, 12, 24), ink(35, 43, 0, 9)] as const;
const symbol = (text: string, box: { x0: number; x1: number; y0: number; y1: number }) => ({
  text,
  confidence: 99,
  ...box,
});
const unread = (symbols: Parameters<typeof unreadIn>[0], pieces: (typeof six)[]) =>
  unreadIn(symbols, { pieces, box: ink(0, 60, 0, 24), down: false }, EM);

it('a raised 2 that was overlooked above an m is unread ink', () => {
  expect(unread([symbol('6', six), symbol('m', letter)], [six, letter, raised])).toBe(true);
  expect(unread([symbol('6', six), symbol('m', letter)], [six, letter])).toBe(false);
});

it('so is a character behind all that was read', () => {
  const behind = ink(48, 58, 4, 24);
  expect(unread([symbol('6', six)], [six, behind])).toBe(true);
  expect(unread([symbol('6', six), symbol('4', behind)], [six, behind])).toBe(false);
});

it('dirt, the rest of a rule and the strokes of a kanji are not', () => {
  const [dirt, rest] = [ink(50, 53, 4, 7), ink(48, 58, 23, 25)];
  const strokes = [ink(20, 28, 2, 24), ink(32, 40, 2, 24)];
  const kanji = symbol('件', ink(20, 40, 2, 24));
  expect(unread([symbol('6', six), kanji], [six, ...strokes, dirt, rest])).toBe(false);
});
