import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodeCursor, encodeCursor } from '../../lambdas/query/cursor.ts';
import { Problem } from '../../lambdas/query/problem.ts';

const any = fc.string({ unit: 'grapheme' });

it('a cursor gives back its place, in its own list', () => {
  fc.assert(
    fc.property(any, any, (place, list) => {
      const cursor = encodeCursor(place, list);
      expect(cursor).toMatch(/^[\w-]+$/);
      expect(decodeCursor(cursor, list)).toBe(place);
    }),
  );
});

it('no other list takes it', () => {
  fc.assert(
    fc.property(any, any, any, (place, list, other) => {
      fc.pre(list !== other);
      expect(() => decodeCursor(encodeCursor(place, list), other)).toThrow(Problem);
    }),
  );
});

it('a text that is no cursor is refused in so many words', () => {
  fc.assert(
    fc.property(fc.oneof(any, fc.base64String()), any, (text, list) => {
      expect(() => decodeCursor(text, list)).toThrow(Problem);
    }),
  );
});

it('a cursor that was changed gives no other place', () => {
  fc.assert(
    fc.property(any, any, fc.nat(), fc.base64String({ minLength: 1 }), (place, list, at, by) => {
      const cursor = encodeCursor(place, list);
      const changed =
        cursor.slice(0, at % cursor.length) + by + cursor.slice((at % cursor.length) + 1);
      let said: string | null = null;
      try {
        said = decodeCursor(changed, list);
      } catch (error) {
        expect(error).toBeInstanceOf(Problem);
      }
      expect(said === null || said === place).toBe(true);
    }),
  );
});
