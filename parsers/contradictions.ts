import { comparable } from './japanese/characters.ts';
import type { SheetRecord } from './records/sheet.ts';
import { type Warning, withSeverity } from './records/warning.ts';

/** What a record tells against itself, whichever engine read it; each names a place and corrects nothing. */
const CHECKS: readonly ((sheet: SheetRecord) => Warning[])[] = [repeatedIndicators, repeatedItems];

/** The sheet with what was found of it. */
export function withContradictions(sheet: SheetRecord): SheetRecord {
  const found = CHECKS.flatMap((check) => check(sheet)).map(withSeverity);
  return found.length === 0 ? sheet : { ...sheet, warnings: [...sheet.warnings, ...found] };
}

/** The same indicator with the same figures at the same place in the sheet: whoever adds up counts it twice. */
function repeatedIndicators({ indicators }: SheetRecord): Warning[] {
  const seen = new Set<string>();
  return indicators.flatMap(({ name, level, path = [], initiative, unit, values }): Warning[] => {
    const figures = values.map(({ fiscalYear, type, value }) => [fiscalYear, type, value]);
    const key = JSON.stringify([comparable(name), level, path, initiative, unit, figures]);
    const at = values.find(({ value }) => value !== null)?.at;
    if (!seen.has(key) || !at) {
      seen.add(key);
      return [];
    }
    const message = `The indicator «${name}» stands twice with the same figures.`;
    return [{ code: 'repeated-indicator', message, at }];
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
