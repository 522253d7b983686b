import { expect, it } from 'vitest';
import { figure } from '../../../parsers/japanese/figures.ts';
import { CELLS } from './cells.ts';

it('the table is wide and names no text twice', () => {
  expect(CELLS.length).toBeGreaterThan(200);
  expect(new Set(CELLS.map(([text]) => text)).size).toBe(CELLS.length);
});

it.each(CELLS)('%j', (text, expected) => {
  const { value, unit, status, qualifier = '', others = [] } = figure(text) ?? {};
  const told = others.map((other) => `${other.role}:${other.value}`).join(' ');
  expect({ value, unit, status, qualifier, others: told }).toEqual(
    expected.others === '' ? { ...expected, others: told } : expected,
  );
});
