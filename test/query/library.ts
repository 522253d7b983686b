import { openUniverse, pdf } from '../ingest/world.ts';
import { searchCorpus } from '../search/corpus.ts';
import { publish } from '../search/library.ts';

/** The API over a table with sheets that say everything a sheet can say, documents and a revised sheet. */
export async function openLibrary(count: number) {
  const universe = await openUniverse();
  const world = await universe.world();
  const sheets = await searchCorpus(count);
  for (const sheet of sheets) await publish(world.store, sheet);
  await world.deliver(
    await world.put('冊子 2014.pdf', pdf([{ number: '90' }, { number: '91', grade: 'A' }])),
    await world.put('x.txt', 'x'),
  );
  await world.deliver(await world.put('改訂.pdf', pdf([{ number: '90', title: '改めた題' }])));
  return { ...world, sheets, close: universe.close };
}

export type Library = Awaited<ReturnType<typeof openLibrary>>;
