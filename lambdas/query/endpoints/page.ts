import { asking } from '../../../web/ask.ts';
import type { Assets } from '../../../web/assets/assets.ts';
import { makePages } from '../../../web/pages.ts';
import type { Api, Ports } from '../api.ts';

/** The page for people: it asks this API. */
export const addPage = (app: Api, { bucket, assets }: Ports & { assets: Promise<Assets> }) =>
  app.route(
    '/',
    makePages({ ask: asking((path) => app.request(path)), assets, bucketOrigin: bucket.origin }),
  );
