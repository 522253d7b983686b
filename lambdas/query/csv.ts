import type { Options } from 'csv-stringify';
import { stringify } from 'csv-stringify/sync';

/** A sign alone, as a sheet prints it for "none", or before a plain figure: no spreadsheet runs these. */
const HARMLESS = /^[-－+＋][\d.,０-９]*[%％]?$/;

/**
 * How CSV is written: by RFC 4180. Texts that begin with = + - @, their full-width forms, a tab or a carriage return get an
 * apostrophe in front (https://owasp.org/www-community/attacks/CSV_Injection); numbers, and texts that are no more than a
 * sign or a figure, stay as they are.
 */
export const CSV: Options = {
  record_delimiter: 'windows',
  quoted_match: /[\r\n]/,
  escape_formulas: true,
  cast: {
    string: (text) => (HARMLESS.test(text) ? { value: text, escape_formulas: false } : text),
  },
};

export const csvLines = (rows: readonly object[], columns: readonly string[]): string =>
  stringify([...rows], { ...CSV, columns: [...columns] });
