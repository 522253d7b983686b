import { FORMATS } from '../../lambdas/reader/formats.ts';
import { Claims } from '../../parsers/layout/claims.ts';
import type { Table } from '../../parsers/layout/table.ts';
import type { Page } from '../../parsers/pdf/page.ts';
import type { Indicator } from '../../parsers/records/indicator.ts';
import { placer } from '../../parsers/sheets/places.ts';
import { Reading } from '../../parsers/sheets/reading.ts';
import { readTable, type SheetTables } from '../../parsers/sheets/tables.ts';
import { drawn } from './drawn-table.ts';

const page = (number: number): Page => ({
  number,
  width: 600,
  height: 800,
  turn: 0,
  glyphs: [],
  rules: [],
  dots: [],
  fills: [],
  unmapped: 0,
});

/** What the format `mie-project` makes of a table on a sheet that evaluates 2013. */
export function readDrawn(table: Table | string[], format = 'mie-project') {
  const spec = FORMATS.find((one) => one.format === format);
  if (!spec) throw new Error(`no format ${format}`);
  const reading = new Reading(
    spec,
    2013,
    placer(new Map([1, 2].map((n) => [n, page(n)]))),
    new Claims(),
  );
  const parts: SheetTables = {
    progress: null,
    indicators: [],
    explanations: [],
    stubs: [],
    budget: [],
  };
  const asked = Array.isArray(table) ? drawn(table) : table;
  readTable(asked, { unit: null, own: null, above: [] }, reading, parts);
  return {
    ...parts,
    found: parts.indicators.map(said),
    warnings: reading.warnings.map(({ code, message }) => `${code}: ${message}`),
    codes: reading.warnings.map(({ code }) => code),
    leftovers: reading.leftovers.map(({ text }) => text),
  };
}

/** An indicator in one line: name, unit, values as year type text, achievement. */
function said({ name, unit, values, achievement }: Indicator): string {
  const cells = values.map(
    ({ fiscalYear, throughFiscalYear, type, text, qualifier }) =>
      `${fiscalYear}${throughFiscalYear ? `-${throughFiscalYear}` : ''} ${type} ${text}${qualifier ? ` (${qualifier})` : ''}`,
  );
  return [name, unit ?? '-', ...cells, ...(achievement ? [`= ${achievement.text}`] : [])].join(
    '; ',
  );
}
