import type { SheetRecord } from './records/sheet.ts';
import { type Warning, withSeverity } from './records/warning.ts';

/** What a record tells against itself, whichever engine read it; each names a place and corrects nothing. */
const CHECKS: readonly ((sheet: SheetRecord) => Warning[])[] = [repeatedItems];

/** The sheet with what was found of it. */
export function withContradictions(sheet: SheetRecord): SheetRecord {
  const found = CHECKS.flatMap((check) => check(sheet)).map(withSeverity);
  return found.length === 0 ? sheet : { ...sheet, warnings: [...sheet.warnings, ...found] };
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
