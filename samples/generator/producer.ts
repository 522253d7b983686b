import { type CMap, measureCid, writeCid } from './cid.ts';
import { measureEmbedded, writeEmbedded } from './embedded.ts';
import { drawn, type Habits } from './habits.ts';
import type { Page } from './page.ts';
import { Random } from './random.ts';
import type { Measure, Style } from './style.ts';

/** One way to make PDFs: fonts, layout, and habits of drawing. */
export type Producer = {
  readonly name: string;
  readonly variant?: string;
  readonly fonts: 'embedded' | CMap;
  readonly style: Style;
  readonly habits: Habits;
  /** Decides the order of shuffled drawing. */
  readonly seed: number;
};

export const measureFor = ({ fonts }: Pick<Producer, 'fonts'>): Measure =>
  fonts === 'embedded' ? measureEmbedded : measureCid;

/** The PDF file of laid out pages. */
export async function write(
  producer: Producer,
  pages: readonly Page[],
  title: string,
): Promise<Uint8Array> {
  const random = new Random(producer.seed);
  const sheets = pages.map((page) => drawn(page, producer.habits, random));
  return producer.fonts === 'embedded'
    ? writeEmbedded(sheets, title)
    : writeCid(sheets, title, producer.fonts);
}
