import type { SheetRecord } from '../records/sheet.ts';
import type { Warning } from '../records/warning.ts';

/** What does not add up on a sheet as it was read; each finding names a place and corrects nothing. */
export function findingsOf(sheet: SheetRecord): Warning[] {
  return [
    ...missingParts(sheet),
    ...ordinalGaps(sheet),
    ...unmatchedInitiatives(sheet),
    ...repeatedItems(sheet),
  ];
}

/** Every sheet has these; where one was not found, more than a cell is missing. */
function missingParts({
  goals,
  progress,
  indicators,
  initiatives,
  budget,
}: SheetRecord): Warning[] {
  const items = initiatives.flatMap((initiative) => initiative.items);
  const parts = { goals, rating: progress ? [progress] : [], indicators, items, budget };
  return Object.entries(parts)
    .filter(([, found]) => found.length === 0)
    .map(([part]) => ({ code: 'part-not-found', message: `No ${part} found on this sheet.` }));
}

/** Items of one phase under one initiative count up by one. */
function ordinalGaps({ initiatives }: SheetRecord): Warning[] {
  return initiatives.flatMap(({ number, items }) =>
    items.flatMap((item, i): Warning[] => {
      const before = items[i - 1];
      const expected = before?.phase === item.phase ? before.ordinal + 1 : 1;
      const [at] = item.at;
      if (item.ordinal === expected || item.marker === null || !at) return [];
      const where = number === null ? 'the section' : `initiative ${number}`;
      const message = `In ${where} ${item.marker} follows where ${expected} is expected (${item.phase}).`;
      return [{ code: 'ordinal-gap', message, at }];
    }),
  );
}

/** Where initiatives have sections, each in the target table has one, and each section is in the table. */
function unmatchedInitiatives({ initiatives, indicators }: SheetRecord): Warning[] {
  const numbered = initiatives.filter(({ number }) => number !== null);
  const listed = new Set(indicators.map(({ initiative }) => initiative));
  if (numbered.every(({ items }) => items.length === 0)) return [];
  return numbered.flatMap(({ number, items }): Warning[] => {
    if (items.length === 0) {
      const at = indicators.find((i) => i.initiative === number)?.values[0]?.at;
      const message = `Initiative ${number} stands in the target table but has no items.`;
      return [{ code: 'initiative-without-items', message, ...(at ? { at } : {}) }];
    }
    const at = items[0]?.at[0];
    if (listed.has(number) || !at) return [];
    const message = `Initiative ${number} has items but no indicator in the target table.`;
    return [{ code: 'initiative-without-indicator', message, at }];
  });
}

/** The same text twice in one phase of one initiative is a copying slip on paper, or a reading error. */
function repeatedItems({ initiatives }: SheetRecord): Warning[] {
  return initiatives.flatMap(({ items }) => {
    const seen = new Set<string>();
    return items.flatMap(({ phase, text, at }): Warning[] => {
      const key = `${phase} ${text}`;
      const [place] = at;
      if (!seen.has(key) || !place) {
        seen.add(key);
        return [];
      }
      const message = `The item «${text.slice(0, 20)}…» stands twice.`;
      return [{ code: 'repeated-item', message, at: place }];
    });
  });
}
