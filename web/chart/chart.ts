import { type ScaleLinear, type ScalePoint, scaleLinear, scalePoint } from 'd3-scale';
import { line, symbol, symbolCircle, symbolDiamond, symbolSquare, symbolTimes } from 'd3-shape';
import { html } from 'hono/html';
import { correctionTold } from '../parts/corrected.ts';
import { sheetAddress } from '../parts/place.ts';
import { anchorOf } from '../sheet/indicators.ts';
import type { Html, View } from '../view.ts';
import { fiscalYearWords } from '../words/dates.ts';
import type { ChartPoint, Plotted } from './points.ts';

const WIDTH = 720;
const HEIGHT = 320;
const MARGIN = { top: 30, right: 24, bottom: 44, left: 72 };
const MARK = 90;

interface Scales {
  readonly x: ScalePoint<number>;
  readonly y: ScaleLinear<number, number>;
}

/** What the points of a chart say of themselves. */
export interface ChartTold {
  readonly title: string;
  readonly unit: string | null;
  /** draws its own colours, for a file that stands alone */
  readonly alone: boolean;
}

/** Target and actual over the years. Shapes tell them apart where colours do not; each point leads to its place. */
export function chart(view: View, plotted: Plotted, { title, unit, alone }: ChartTold): Html | '' {
  const { say, language } = view;
  const { years, target, actual, baseline, pending, revised, corrected } = plotted;
  const all = [...target, ...actual, ...baseline, ...revised];
  if (all.length === 0) return '';
  const scales = scalesOf(
    years,
    all.map(({ value }) => value),
  );
  const { x, y } = scales;
  const at = (year: number) => x(year) ?? 0;
  const number = new Intl.NumberFormat(language);
  const points = (
    type: 'target' | 'actual' | 'baseline',
    list: readonly ChartPoint[],
    path: string | null,
  ) =>
    list.map(
      ({
        fiscalYear: year,
        value,
        figure,
      }) => html`<a href="${sheetAddress(figure.sheetId, `#${anchorOf(figure.indicatorId)}-${year}-${type}`)}">
<path class="${type}" transform="translate(${at(year)},${y(value)})" d="${path}"/><title>${fiscalYearWords(year, language)} ${say(type)} ${figure.text}${figure.corrected ? html` (${correctionTold({ say }, figure.corrected)})` : ''}</title></a>`,
    );
  return html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" class="chart" role="group" aria-label="${title}">
<title>${title}</title>
${alone ? html`<style>${ALONE}</style>` : ''}
${y.ticks(5).map(
  (
    tick,
  ) => html`<line class="grid" x1="${MARGIN.left}" x2="${WIDTH - MARGIN.right}" y1="${y(tick)}" y2="${y(tick)}"/>
<text class="tick" x="${MARGIN.left - 8}" y="${y(tick)}" dy="0.32em" text-anchor="end">${number.format(tick)}</text>`,
)}
${unit ? html`<text class="tick" x="${MARGIN.left - 8}" y="${MARGIN.top - 16}" text-anchor="end">${unit}</text>` : ''}
${years.map(
  (
    year,
  ) => html`<text class="tick" x="${at(year)}" y="${HEIGHT - MARGIN.bottom + 20}" text-anchor="middle">${year}</text>
<text class="tick era" x="${at(year)}" y="${HEIGHT - MARGIN.bottom + 36}" text-anchor="middle">${eraOnly(year)}</text>`,
)}
<path class="line target" d="${pathOf(scales, target)}"/>
<path class="line actual" d="${pathOf(scales, actual)}"/>
${pending.map(
  (
    year,
  ) => html`<path class="pending" transform="translate(${at(year)},${y.range()[0]})" d="${symbol(symbolCircle, MARK)()}"/>
<text class="tick" x="${at(year)}" y="${HEIGHT - MARGIN.bottom - 10}" text-anchor="middle">${say('pendingMark')}</text>`,
)}
${revised.map(
  ({ fiscalYear: year, value, figure }) =>
    html`<path class="revised" transform="translate(${at(year)},${y(value)})" d="${symbol(symbolTimes, MARK)()}"><title>${say('revisedFrom', { n: figure.text })}</title></path>`,
)}
${points('baseline', baseline, symbol(symbolSquare, MARK)())}
${points('target', target, symbol(symbolDiamond, MARK)())}
${points('actual', actual, symbol(symbolCircle, MARK)())}
${corrected.map(
  ({ fiscalYear: year, value }) =>
    html`<path class="corrected" transform="translate(${at(year)},${y(value)})" d="${symbol(symbolCircle, 4 * MARK)()}"/>`,
)}
</svg>`;
}

function scalesOf(years: readonly number[], values: readonly number[]): Scales {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const room = (most - least || Math.abs(most) || 1) * 0.1;
  // What is near nought begins there; else a small change would look like none.
  const from = least >= 0 && least < most / 2 ? 0 : least - room;
  const y = scaleLinear([from, most + room], [HEIGHT - MARGIN.bottom, MARGIN.top]).nice(5);
  const x = scalePoint(years, [MARGIN.left, WIDTH - MARGIN.right]).padding(0.5);
  return { x, y };
}

const pathOf = ({ x, y }: Scales, points: readonly ChartPoint[]): string =>
  line<ChartPoint>(
    (point) => x(point.fiscalYear) ?? 0,
    (point) => y(point.value),
  )(points) ?? '';

const eraOnly = (year: number): string => fiscalYearWords(year, 'ja').replace(/年度.*/, '');

/** The colours of the page in light, for who saves the chart. */
const ALONE = `svg{background:#fff;font:13px sans-serif}.grid{stroke:#d5d8dd}.tick{fill:#444}
.line{fill:none;stroke-width:2.5}.line.target{stroke:#a85600;stroke-dasharray:6 4}.line.actual{stroke:#0072b2}
path.target{fill:#a85600}path.actual{fill:#0072b2}path.baseline{fill:#565b63}
.line.target,.line.actual{fill:none}path.pending{fill:#fff;stroke:#0072b2;stroke-width:2}path.revised{fill:#a4161a}path.corrected{fill:none;stroke:#1b6e3a;stroke-width:2}`;
