import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { html } from 'hono/html';
import type { Html } from '../view.ts';

const WIDTH = 96;
const HEIGHT = 26;
const MARGIN = 4;

/** What a small line is drawn from: a year's figures, null where there is none. */
export interface Sparkling {
  readonly fiscalYear: number;
  readonly target: number | null;
  readonly actual: number | null;
  /** what a person says it is */
  readonly targetCorrected: number | null;
  readonly actualCorrected: number | null;
}

/** Actual and target over the years, in the size of a word; the row beside it says the same in figures. */
export function spark(said: readonly Sparkling[]): Html | '' {
  const rows = said.map((row) => ({
    fiscalYear: row.fiscalYear,
    target: row.targetCorrected ?? row.target,
    actual: row.actualCorrected ?? row.actual,
  }));
  const values = rows
    .flatMap(({ target, actual }) => [target, actual])
    .filter((one) => one !== null);
  if (values.length < 2) return '';
  const years = rows.map(({ fiscalYear }) => fiscalYear);
  const x = scaleLinear([Math.min(...years), Math.max(...years)], [MARGIN, WIDTH - MARGIN]);
  const y = scaleLinear([Math.min(...values), Math.max(...values)], [HEIGHT - MARGIN, MARGIN]);
  const path = (type: 'target' | 'actual') =>
    line<(typeof rows)[number]>(
      (row) => x(row.fiscalYear),
      (row) => y(row[type] ?? 0),
    ).defined((row) => row[type] !== null)(rows) ?? '';
  const last = rows.findLast(({ actual }) => actual !== null);
  return html`<svg class="spark" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" aria-hidden="true">
<path class="line target" d="${path('target')}"/><path class="line actual" d="${path('actual')}"/>
${last ? html`<circle class="actual" cx="${x(last.fiscalYear)}" cy="${y(last.actual ?? 0)}" r="2.5"/>` : ''}
</svg>`;
}
