import { readdir, readFile } from 'node:fs/promises';
import { SheetRecord } from '../../parsers/records/sheet.ts';
import { randomSheet } from '../../samples/corpus/sheet.ts';
import type { Place } from '../../samples/generator/page.ts';
import { Random } from '../../samples/generator/random.ts';
import { truthOf } from '../../samples/generator/truth.ts';

const FIRST_SEED = 4_000_000;
const SAMPLES = new URL('../../samples/', import.meta.url);

/**
 * The samples and as many drawn sheets as make `count` together: the same ones each time, and the first of a larger
 * corpus are those of a smaller one. The drawn ones are numbered, since the generator gives few different ids.
 */
export async function searchCorpus(count: number): Promise<SheetRecord[]> {
  const samples = await sampleSheets();
  const drawn = Array.from({ length: count - samples.length }, (_, n) => drawnSheet(n));
  return [...samples, ...drawn];
}

async function sampleSheets(): Promise<SheetRecord[]> {
  const files = (await readdir(SAMPLES)).filter((name) => /-\d{4}-.*\.json$/.test(name));
  return Promise.all(
    files
      .toSorted()
      .map(async (name) =>
        SheetRecord.parse(withoutGaps(JSON.parse(await readFile(new URL(name, SAMPLES), 'utf8')))),
      ),
  );
}

function drawnSheet(n: number): SheetRecord {
  const sheet = { ...randomSheet(new Random(FIRST_SEED + n)), number: String(1000 + n) };
  const truth = truthOf(sheet, { from: 1, to: 9 }, new Lines());
  return SheetRecord.parse(withoutGaps(truth));
}

/** Everything stands on a line of its own. */
class Lines extends Map<object, Place[]> {
  override has(): boolean {
    return true;
  }

  override get(owner: object): Place[] {
    const line = this.size;
    const place: Place = {
      page: 1 + Math.floor(line / 60),
      box: [60, line % 60, 500, (line % 60) + 1],
    };
    const known = super.get(owner);
    if (!known) this.set(owner, [place]);
    return known ?? [place];
  }
}

/** Truth leaves to the reader how an achievement was recomputed. */
const withoutGaps = (truth: unknown): unknown =>
  JSON.parse(JSON.stringify(truth), (_, value) =>
    value?.check !== undefined ? { arithmetic: '', ...value } : value,
  );
