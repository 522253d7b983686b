import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Bucket } from '../bucket/bucket.ts';
import type { Store } from '../store/store.ts';

/** What the endpoints answer from. */
export interface Ports {
  readonly store: Store;
  readonly bucket: Bucket;
}

export type Api = OpenAPIHono;
