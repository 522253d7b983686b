import type { Format } from '../formats/format.ts';
import type { SheetRecord } from '../records/sheet.ts';
import type { Warning } from '../records/warning.ts';

/** What does not add up on a sheet as it was read; each finding names a place and corrects nothing. */
export function sheetFindings(sheet: SheetRecord, format: Format): Warning[] {
  return [
    ...missingParts(sheet, format),
    ...numberOfInitiatives(sheet),
    ...ordinalGaps(sheet),
    ...unmatchedInitiatives(sheet),
  ];
}

/** Every sheet has these; where one was not found, more than a cell is missing. */
function missingParts(
  { department, goals, progress, indicators, initiatives, budget }: SheetRecord,
  { sections }: Format,
): Warning[] {
  const items = initiatives.flatMap((initiative) => initiative.items);
  const phases = sections.flatMap((section): [string, boolean][] =>
    section.kind === 'narrative' && items.length > 0
      ? [[`items below «${section.says}»`, items.some(({ phase }) => phase === section.phase)]]
      : [],
  );
  const parts: [string, boolean][] = [
    ['department', department !== null],
    ['goals', goals.length > 0],
    ['rating', progress !== null],
    ['indicators', indicators.length > 0],
    ['items', items.length > 0],
    ...phases,
    ['budget', budget.length > 0],
  ];
  return parts
    .filter(([, found]) => !found)
    .map(([part]) => ({ code: 'part-not-found', message: `No ${part} found on this sheet.` }));
}

/** Initiatives that are numbered below their sheet (21401 of 214) say where its number ends and its title begins. */
function numberOfInitiatives({ number, title, initiatives }: SheetRecord): Warning[] {
  const numbers = initiatives.flatMap(({ number: own }) => (own && own.length > 3 ? [own] : []));
  const digits = number?.replace(/-.*$/, '') ?? '';
  const related = numbers.length > 0 && numbers.every((own) => own.startsWith(digits.slice(0, 3)));
  if (digits.length < 3 || !related || numbers.every((own) => own.startsWith(digits))) return [];
  const message = `The number ${number} and the title «${title}» may be parted in the wrong place: an initiative has the number ${numbers[0]}.`;
  return [{ code: 'doubtful-reading', message }];
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
