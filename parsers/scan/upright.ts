import type { Turn } from '../pdf/page.ts';
import type { GreyPicture } from '../pdf/raster.ts';
import { alike } from './alike.ts';
import { readBoxed } from './boxes.ts';
import { cropOf } from './crop.ts';
import { withDirt } from './dirt.ts';
import type { OcrEngine } from './engine.ts';
import type { InkLine } from './lines.ts';
import { turnedPicture } from './picture.ts';
import { type LineReading, readLine } from './readings.ts';
import { type Straightened, straightened } from './straight.ts';

/** A page that stands upright, and what reads its lines. */
export type Upright = {
  readonly turn: Turn;
  readonly page: Straightened;
  readonly read: (line: InkLine) => Promise<LineReading>;
};

/** So many of its longest lines tell whether a page is upright, by their first characters (ems) … */
const SAMPLE = 5;
const STRETCH = 14;
/** … where two networks agree on this share of their kanji and digits. On their heads they make nothing alike of them … */
const AGREED = 0.45;
/** … and where they agree on less than this, whichever way it is turned, the picture shows something else. */
const LEAST = 0.25;
/** Fewer characters tell nothing. */
const MIN_CHARACTERS = 4;
/** As pages lie on the glass, from the most to the least frequent. */
const TURNS = [0, 90, 270, 180] as const;

/** The page turned so that its lines can be read; null where they cannot be either way: a picture of something else. */
export async function upright(
  shown: GreyPicture,
  dpi: number,
  engine: OcrEngine,
): Promise<Upright | null> {
  let [best, most]: [Upright | null, number] = [null, LEAST];
  let asLaid: Upright | null = null;
  for (const turn of TURNS) {
    const page = straightened(turnedPicture(shown, turn), dpi);
    if (page.lines.length === 0) return null;
    const { picture, em, isDirty } = page;
    const read = once(async (line) => {
      const own = (part: InkLine) => readLine(picture, part, em, engine);
      const reading = await readBoxed(picture, line, em, own);
      return isDirty ? withDirt(reading, em) : reading;
    });
    const found = { turn, page, read };
    const { same, of } = await agreement(found, engine);
    if (of < MIN_CHARACTERS) asLaid ??= found;
    else if (same >= most * of) [best, most] = [found, same / of];
    if (most >= AGREED) break;
  }
  return best ?? asLaid;
}

const TELLING = /[\p{Script=Han}0-9]/u;
const telling = (text: string) =>
  Array.from(text.normalize('NFKC')).filter((character) => TELLING.test(character));

/** On how many of the kanji and digits of the longest lines two networks agree. */
async function agreement(
  { page, read }: Upright,
  engine: OcrEngine,
): Promise<{ same: number; of: number }> {
  const length = ({ box }: InkLine) => box.x1 - box.x0;
  const sample = page.lines
    .filter(({ down }) => !down)
    .sort((a, b) => length(b) - length(a))
    .slice(0, SAMPLE);
  let [same, of] = [0, 0];
  for (const line of sample) {
    const end = Math.min(line.box.x1, Math.round(line.box.x0 + STRETCH * page.em));
    const stretch = { ...line, box: { ...line.box, x1: end } };
    const crop = cropOf(page.picture, stretch, 1);
    const other = telling(await engine.figure(crop.picture));
    const { symbols } = await read(line);
    const seen = symbols.filter(({ x0, x1 }) => x0 + x1 < 2 * end);
    const own = telling(seen.map(({ text }) => text).join(''));
    same += alike(own, other).length;
    of += Math.max(own.length, other.length);
  }
  return { same, of };
}

/** No line is read twice. */
function once(read: Upright['read']): Upright['read'] {
  const readings = new Map<InkLine, Promise<LineReading>>();
  return (line) => {
    const known = readings.get(line);
    if (known) return known;
    const reading = read(line);
    readings.set(line, reading);
    return reading;
  };
}
