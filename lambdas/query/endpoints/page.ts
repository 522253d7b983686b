import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { asking } from '../../../web/ask.ts';
import type { Assets } from '../../../web/assets/assets.ts';
import { chosenRows } from '../../../web/chosen-rows.ts';
import { makePages } from '../../../web/pages.ts';
import { rowsOfSeries, type SeriesRow } from '../../analysis/series-row.ts';
import { found } from '../answers.ts';
import type { Api, QueryPorts } from '../api.ts';
import { TABLES } from '../negotiate.ts';
import { SeriesRow as SeriesRowSchema } from '../schemas/series-row.ts';
import { sendWhole } from '../send-whole.ts';
import { listColumnsOf } from '../tables/columns.ts';

const Format = z.enum(['json', ...TABLES]).catch('json');
const COLUMNS = listColumnsOf(SeriesRowSchema);

/** The page for people: it asks this API. */
export function addPage(app: Api, ports: QueryPorts & { assets: Promise<Assets> }): void {
  const ask = asking((path) => app.request(path));
  const send = (c: Context, name: string, shown: readonly SeriesRow[]) => {
    const format = Format.parse(c.req.query('format'));
    if (format === 'json') return c.json(shown);
    const rows = async function* () {
      yield shown;
    };
    const whole = { state: JSON.stringify(shown), rows };
    return sendWhole(c, ports, { name, columns: COLUMNS, format, bom: format === 'csv' }, whole);
  };
  const mayWrite = ports.whoAsks === undefined;
  const { assets, bucket, signIn } = ports;
  app.route('/', makePages({ ask, assets, bucketOrigin: bucket.origin, signIn, mayWrite }));
  // Exactly what the page shows, as a table; after the pages, which let in who may read.
  app.get('/indicators/rows', async (c) =>
    send(c, 'indicators', (await chosenRows({ ask, here: new URL(c.req.url) })).shown),
  );
  app.get('/series/:id/rows', async (c) => {
    const id = c.req.param('id');
    return send(c, 'series', rowsOfSeries(found(await ports.store.series(id), `series ${id}`)));
  });
}
