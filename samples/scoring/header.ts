import type { Sheet } from './record.ts';
import { printed } from './text.ts';
import { mention, type Verdict } from './verdict.ts';

const FIELDS = [
  'id',
  'schemaVersion',
  'format',
  'publisher',
  'publisherCode',
  'publisherName',
  'fiscalYear',
  'program',
  'programName',
  'number',
  'title',
  'subtitle',
  'department',
  'pages',
] as const;

export function* judgeHeader(truth: Sheet, output: Sheet): Generator<Verdict> {
  for (const field of FIELDS) {
    const values = [inWords(truth, field), inWords(output, field)] as const;
    const pages = truth.pages ? [truth.pages.from] : [];
    yield mention('header', field, values, { pages, subject: kebab(field) });
  }
}

function inWords(sheet: Sheet, field: (typeof FIELDS)[number]): string | null {
  const value = sheet[field];
  if (value === null) return null;
  if (typeof value === 'object') return `${value.from}–${value.to}`;
  // Waves around a subtitle are its frame, not its text.
  return field === 'subtitle'
    ? printed(String(value)).replace(/^~|~$/g, '')
    : printed(String(value));
}

const kebab = (field: string) => field.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
