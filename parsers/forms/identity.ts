import type { FormFormat } from '../formats/form-format.ts';
import { comparable } from '../japanese/characters.ts';
import { identify } from '../publishers/identity.ts';
import type { SheetRecord } from '../records/sheet.ts';
import { withSeverity } from '../records/warning.ts';

/** How many hex digits of a hash stand in an id for a kind of sheet, and for a title. */
const KIND_DIGITS = 6;
const TITLE_DIGITS = 8;

/**
 * The same record under its id, `{publisher}-{fiscalYear}-{kind}-{number, else hash of the title}`; the kind is the
 * programme's slug where a file describes the form. Two sheets have one id only where publisher, year, kind and number (or
 * title) are the same.
 * @param said the publisher, where the uploader says it
 */
export async function identified(
  record: SheetRecord,
  said: string | undefined,
  format: FormFormat | null,
): Promise<SheetRecord> {
  const { publisherName, fiscalYear, programName, number } = record;
  const usual = format?.publisher ?? null;
  const { identity, findings } = await identify({ said, printed: publisherName, usual });
  const { publisher, publisherCode } = identity;
  const program = slugOf(format, programName);
  const kind = program ?? (await digest(programName, KIND_DIGITS));
  const subject =
    number === null ? await digest(subjectOf(record), TITLE_DIGITS) : asIdPart(number);
  const id = `${publisher}-${fiscalYear}-${kind}-${subject}`;
  const warnings = [...findings.map(withSeverity), ...record.warnings];
  return { ...record, id, program, publisher, publisherCode, warnings };
}

function slugOf(format: FormFormat | null, name: string): string | null {
  const folded = comparable(name);
  return format?.programs.find((program) => comparable(program.name) === folded)?.slug ?? null;
}

/** What tells a sheet from others of its kind: its title; where it has none, all that it says first. */
function subjectOf({ title, programName, fields, indicators }: SheetRecord): string {
  if (title !== programName) return title;
  const said = (fields ?? []).slice(0, MAX_FIELDS).map(({ text }) => text);
  return [title, ...said, ...indicators.map(({ name }) => name)].join();
}
const MAX_FIELDS = 3;

/** A number as printed may have characters that no URL and no key should: they fold, the rest becomes a dash. */
const asIdPart = (number: string) => number.normalize('NFKC').replace(/[^0-9A-Za-z]+/g, '-');

async function digest(text: string, digits: number): Promise<string> {
  const bytes = new TextEncoder().encode(text.normalize('NFKC').replace(/\s+/g, ''));
  const hash = await crypto.subtle.digest('SHA-256', bytes);
  return Array.from(new Uint8Array(hash), (b) => b.toString(16).padStart(2, '0'))
    .join('')
    .slice(0, digits);
}
