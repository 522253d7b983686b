import { readFileSync } from 'node:fs';
import type { Figure } from '../../../parsers/japanese/figures.ts';

type Expected = Pick<Figure, 'value' | 'unit' | 'status'> & {
  readonly qualifier: string;
  /** role:value of each. */
  readonly others: string;
};

const printed = (text: string) =>
  text.replace(/\\n/g, '\n').replace(/\\t/g, '\u2009').replace(/\\b/g, '\u202f');

/** The table of cells.txt: each text with what it says. */
export const CELLS: readonly (readonly [text: string, expected: Expected])[] = readFileSync(
  new URL('cells.txt', import.meta.url),
  'utf8',
)
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => {
    const [text = '', ...columns] = line.split(';');
    const [says = '', unit = '', qualifier = '', others = ''] = columns.map((c) => c.trim());
    const reported = /^-?[\d.]+$/.test(says);
    return [
      printed(text),
      {
        value: reported ? Number(says) : null,
        unit: unit === '' ? null : unit,
        status: reported ? 'reported' : (says as Figure['status']),
        qualifier,
        others,
      },
    ];
  });
