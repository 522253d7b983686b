import type { Face, Page } from './page.ts';
import { ASCENT } from './page.ts';
import type { Measure, Style } from './style.ts';
import { type Line, wrap } from './wrap.ts';

export type Paragraph = {
  readonly owner?: object;
  readonly marker?: string;
  readonly size?: number;
  readonly face?: Face;
  readonly bold?: boolean;
  readonly align?: 'left' | 'center' | 'right';
  /** In em of the letter size: of the whole paragraph; of its first line only. */
  readonly indent?: number;
  readonly firstIndent?: number;
};

/** Pages as they fill from the top; `y` is the place for the next thing. */
export class Flow {
  readonly pages: Page[] = [];
  readonly style: Style;
  readonly measure: Measure;
  y = 0;

  constructor(style: Style, measure: Measure) {
    this.style = style;
    this.measure = measure;
    this.newPage();
  }

  get page(): Page {
    const page = this.pages.at(-1);
    if (page === undefined) throw new Error('a flow has a page');
    return page;
  }

  get left(): number {
    return this.style.margin.x;
  }

  get width(): number {
    return this.style.paper.width - 2 * this.style.margin.x;
  }

  get room(): number {
    return this.style.paper.height - this.style.margin.bottom - this.y;
  }

  newPage(): void {
    this.pages.push({
      ...this.style.paper,
      runs: [],
      rules: [],
      fills: [],
      strikes: [],
      borders: [],
    });
    this.y = this.style.margin.top;
  }

  get atTop(): boolean {
    return this.y === this.style.margin.top;
  }

  /** Starts a page when less than `height` is left. */
  reserve(height: number): void {
    if (this.room < height) this.newPage();
  }

  space(height: number): void {
    this.y += height;
  }

  /** Running text; it goes on over page ends. */
  paragraph(text: string, how: Paragraph = {}): void {
    const size = how.size ?? this.style.body;
    const indent = (how.indent ?? 0) * size;
    const hang = how.marker === undefined ? 0 : size * (1 + this.style.markerGap);
    const height = size * this.style.leading;
    const lead = '　'.repeat(how.firstIndent ?? 0);
    const lines = this.wrapped(lead + text, size, how.face ?? 'mincho', this.width - indent - hang);
    for (const [index, line] of lines.entries()) {
      this.reserve(height);
      const x = this.left + indent;
      const y = this.y + (height - size) / 2 + ASCENT * size;
      if (index === 0 && how.marker !== undefined) {
        const marker = this.wrapped(how.marker, size, how.face ?? 'mincho', hang + size);
        for (const mark of marker) this.put(mark, x, y, size, how);
      }
      const slack = this.width - indent - hang - line.width;
      const shift = how.align === 'center' ? slack / 2 : how.align === 'right' ? slack : 0;
      this.put(line, x + hang + shift, y, size, how);
      this.y += height;
    }
  }

  wrapped(text: string, size: number, face: Face, width: number, justify = true): Line[] {
    return wrap(text, {
      advance: (character) => this.measure(character, face) * size,
      width,
      kinsoku: this.style.kinsoku,
      justify: justify && this.style.justify,
      autospace: this.style.autospace * size,
    });
  }

  /** Puts one line on the current page, its baseline at `y`. */
  put(line: Line, x: number, y: number, size: number, how: Paragraph): void {
    this.page.runs.push({
      ...line,
      x,
      y,
      size,
      face: how.face ?? 'mincho',
      bold: how.bold ?? false,
      owner: how.owner ?? null,
    });
  }
}
