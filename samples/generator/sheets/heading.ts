import type { Flow } from '../flow.ts';
import { ASCENT } from '../page.ts';

/** A section heading, kept with at least `keep` pt of what follows. */
export function heading(flow: Flow, text: string, keep = 30, owner?: object): void {
  const { style } = flow;
  const size = style.body * 1.05;
  const height = size * 1.35;
  flow.reserve(height + keep);
  if (style.headings === 'band') {
    const x1 = flow.left + flow.width;
    flow.page.fills.push({ x0: flow.left, y0: flow.y, x1, y1: flow.y + height, gray: 0.85 });
  }
  const label = style.headings === 'square' ? `■${text}` : text;
  const line = flow.wrapped(label, size, 'gothic', flow.width, false)[0];
  const baseline = flow.y + (height - size) / 2 + ASCENT * size;
  if (line)
    flow.put(line, flow.left + 1, baseline, size, {
      face: 'gothic',
      bold: true,
      ...(owner && { owner }),
    });
  flow.y += height + 2;
}
