import { fold } from '../../parsers/japanese/folded.ts';
import type { Place } from '../../parsers/records/place.ts';
import type { SheetRecord } from '../../parsers/records/sheet.ts';
import { type Warning, withSeverity } from '../../parsers/records/warning.ts';
import { alike } from '../../parsers/scan/alike.ts';

/** What tells a sheet from the others of its publisher and year. */
export type Titled = Pick<SheetRecord, 'id' | 'program' | 'programName' | 'number' | 'title'>;

/** Titles that have less than this of their characters in common are of two sheets. */
const MIN_ALIKE = 0.6;

/** What of a sheet's head was not read for certain: doubts where nothing stands that the record places. */
export function doubtsOfHead({ warnings, ...said }: SheetRecord): string[] {
  const places = placesIn(said);
  return warnings.flatMap(({ code, at, candidates = [] }) =>
    code === 'doubtful-reading' && at && !places.some((place) => touches(place, at))
      ? candidates.slice(0, 1).map((text) => fold(text).text)
      : [],
  );
}

/**
 * A sheet whose number, kind or title is in doubt under the id of which it is a scan, and what decided so is told: the name
 * of its object where that is an id of this publisher and year; else the nearest of the known titles from which it differs
 * only where it is in doubt. Unchanged where neither is there, or two are as near.
 * @param known the other sheets of the publisher and year
 */
export function asKnown(sheet: SheetRecord, known: readonly Titled[], key: string): SheetRecord {
  const doubts = doubtsOfHead(sheet).filter((doubt) =>
    [sheet.programName, sheet.number, sheet.title].some((text) => around(text, doubt) !== null),
  );
  if (doubts.length === 0) return sheet;
  const named = idIn(key);
  if (named?.startsWith(`${sheet.publisher}-${sheet.fiscalYear}-`)) {
    return taken(sheet, known.find(({ id }) => id === named) ?? { ...sheet, id: named }, KEY);
  }
  if (known.some(({ id }) => id === sheet.id)) return sheet;
  const [first, second] = known
    .filter((one) => mayBe(sheet, one, doubts))
    .map((one) => ({ one, likeness: likeness(sheet.title, one.title) }))
    .sort((a, b) => b.likeness - a.likeness);
  const isSure = first && first.likeness >= MIN_ALIKE && first.likeness > (second?.likeness ?? 0);
  return isSure ? taken(sheet, first.one, TITLE) : sheet;
}

const KEY = 'so its object is named';
const TITLE = 'the nearest known title of this publisher and year';

function taken(sheet: SheetRecord, { id, ...known }: Titled, why: string): SheetRecord {
  if (id === sheet.id) return sheet;
  const { program, programName, number, title } = known;
  const warning: Warning = withSeverity({
    code: 'repaired' as const,
    message: `Its number, kind or title was not read for certain: it is taken for the sheet ${id}, ${why}.`,
    from: sheet.title,
    to: title,
  });
  const warnings = [...sheet.warnings, warning];
  return { ...sheet, id, program, programName, number, title, warnings };
}

/** The last part of a key without its ending, where it may be an id. */
const idIn = (key: string): string | undefined => /([^/]+?)(?:\.pdf)?$/i.exec(key)?.[1];

const digitsOf = (title: string) => fold(title).text.replace(/\D+/g, ' ').trim();

/** Whether all that differs is in doubt. */
function mayBe(sheet: SheetRecord, one: Titled, doubts: readonly string[]): boolean {
  // 第1期 and 第2期 are two sheets, however alike they look.
  if (digitsOf(sheet.title) !== digitsOf(one.title)) return false;
  return (['programName', 'number', 'title'] as const).every((name) => {
    const [read, other] = [fold(sheet[name] ?? '').text, fold(one[name] ?? '').text];
    return (
      read === other ||
      doubts.some((doubt) => {
        const certain = around(sheet[name], doubt);
        if (!certain) return false;
        const [before, behind] = certain;
        const isLong = other.length >= before.length + behind.length;
        return isLong && other.startsWith(before) && other.endsWith(behind);
      })
    );
  });
}

/** What stands before and behind what is in doubt of a text; null where nothing of it is. */
function around(text: string | null, doubt: string): readonly [string, string] | null {
  const folded = fold(text ?? '').text;
  if (folded === '' || doubt === '') return null;
  const at = folded.indexOf(doubt);
  if (at >= 0) return [folded.slice(0, at), folded.slice(at + doubt.length)];
  return doubt.includes(folded) ? ['', ''] : null;
}

function likeness(a: string, b: string): number {
  const [first, second] = [Array.from(fold(a).text), Array.from(fold(b).text)];
  return alike(first, second).length / Math.max(first.length, second.length);
}

function placesIn(value: unknown): Place[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('page' in value && 'box' in value) return [value as Place];
  return Object.values(value).flatMap(placesIn);
}

function touches({ page, box: [x0, y0, x1, y1] }: Place, other: Place): boolean {
  const [u0, v0, u1, v1] = other.box;
  return page === other.page && x0 < u1 && u0 < x1 && y0 < v1 && v0 < y1;
}
