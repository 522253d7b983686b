import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { Assets } from '../../web/assets/assets.ts';
import type { SignIn } from '../../web/sign-in/sign-in.ts';
import type { Bucket } from '../ports/blobs.ts';
import type { Store } from '../store/store.ts';

/** What the endpoints answer from. */
export interface QueryPorts {
  readonly store: Store;
  readonly bucket: Bucket;
  /** Answers larger than this go to the bucket: Lambda cannot send them. */
  readonly maxAnswerBytes?: number;
  /** changes with the code that makes the answers; where it is not given, no answer outlives the app */
  readonly edition?: string;
  /** what the page for people loads; without it there is the API alone */
  readonly assets?: Promise<Assets>;
  /** the name or id of who asks, as their token says; where nobody needs one it is `local` */
  readonly whoAsks?: (c: Context) => string;
  /** how people sign in who look at the page; without it nobody can */
  readonly signIn?: SignIn;
  /** whether the token of who asks was looked at on the way here */
  readonly isChecked?: (c: Context) => boolean;
}

export type Api = OpenAPIHono;
