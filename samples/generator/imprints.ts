import type { Imprint } from './content.ts';
import type { Flow } from './flow.ts';
import type { Op } from './habits.ts';
import { ASCENT, type Border, type Page } from './page.ts';
import { set } from './wrap.ts';

const INK = { black: [0, 0, 0], red: [0.8, 0.1, 0.1], blue: [0.1, 0.1, 0.7] } as const;
/** Between what was stamped and the border around it. */
const PADDING = 3;
/** Of a circle's radius: where the handles of a quarter of it stand. */
const HANDLE = 0.5523;

/** Stamps a page, right of its middle or at the right edge, over whatever stands there. */
export function stamp(flow: Flow, page: Page, imprint: Imprint): void {
  const { size, lines, look, right, top } = imprint;
  const printed = lines.map((text) =>
    set(text, {
      advance: (character) => flow.measure(character, 'gothic') * size,
      autospace: 0,
    }),
  );
  const wide = Math.max(...printed.map(({ width }) => width));
  const high = 1.3 * size * lines.length;
  const half = look === 'seal' ? Math.hypot(wide, high) / 2 + PADDING : wide / 2 + PADDING;
  const tall = look === 'seal' ? half : high / 2 + PADDING;
  const [x, y] = [page.width - right - half, top + tall];
  const colour = INK[imprint.ink];
  for (const [n, line] of printed.entries()) {
    page.runs.push({
      ...line,
      ...{ x: x - line.width / 2, y: y - high / 2 + 1.3 * size * n + 0.15 * size + ASCENT * size },
      ...{ size, face: 'gothic', bold: false, owner: imprint, stamped: colour },
    });
  }
  if (look === 'large') return;
  const box = { x0: x - half, y0: y - tall, x1: x + half, y1: y + tall };
  page.borders.push({ look: look === 'seal' ? 'ring' : 'frame', ...box, colour });
}

export function borderOp({ look, x0, y0, x1, y1, colour }: Border): Op {
  const path =
    look === 'ring' ? ring(x0, y0, x1, y1) : `${points(x0, y0)} ${points(x1 - x0, y1 - y0)} re`;
  return { kind: 'raw', content: `q ${colour.join(' ')} RG 1 w ${path} S Q` };
}

const points = (...values: readonly number[]) => values.map((v) => v.toFixed(2)).join(' ');

function ring(x0: number, y0: number, x1: number, y1: number): string {
  const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2];
  const [a, b] = [((x1 - x0) / 2) * HANDLE, ((y1 - y0) / 2) * HANDLE];
  return [
    `${points(x0, y)} m`,
    `${points(x0, y - b, x - a, y0, x, y0)} c`,
    `${points(x + a, y0, x1, y - b, x1, y)} c`,
    `${points(x1, y + b, x + a, y1, x, y1)} c`,
    `${points(x - a, y1, x0, y + b, x0, y)} c h`,
  ].join(' ');
}
