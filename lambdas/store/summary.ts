import { z } from 'zod';
import { Indicator } from '../../parsers/records/indicator.ts';
import { SheetRecord } from '../../parsers/records/sheet.ts';

/** A sheet as a line of a list. */
export const SheetSummary = SheetRecord.pick({
  id: true,
  format: true,
  publisher: true,
  fiscalYear: true,
  program: true,
  programName: true,
  number: true,
  title: true,
  subtitle: true,
  department: true,
}).extend({ grade: z.string().nullable() });
export type SheetSummary = z.infer<typeof SheetSummary>;

export const summarize = (sheet: SheetRecord): SheetSummary => ({
  ...SheetSummary.omit({ grade: true }).parse(sheet),
  grade: sheet.progress?.grade ?? null,
});

/** An indicator as a line of a list: its values, and the sheet that states them. */
export const ListedIndicator = Indicator.extend({
  sheet: SheetSummary.extend({ revision: z.string() }),
}).meta({ id: 'ListedIndicator' });
export type ListedIndicator = z.infer<typeof ListedIndicator>;
