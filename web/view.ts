import type { html } from 'hono/html';
import type { Ask } from './ask.ts';
import type { Assets } from './assets/assets.ts';
import type { SignIn } from './sign-in/sign-in.ts';
import type { Visitor } from './sign-in/visitor.ts';
import type { PageLanguage, Say } from './words/words.ts';

export type Html = ReturnType<typeof html>;

/** What the pages are served from. */
export interface Site {
  readonly ask: Ask;
  readonly assets: Promise<Assets>;
  /** scheme, host and port of the bucket, which PDFs come from and go to */
  readonly bucketOrigin: () => Promise<string>;
  /** undefined where nobody can */
  readonly signIn: SignIn | undefined;
  /** whether who has not signed in may upload and correct */
  readonly mayWrite: boolean;
}

/** What a page is made from. */
export interface View {
  readonly language: PageLanguage;
  readonly say: Say;
  /** the address that was asked for, without what only chooses the language */
  readonly here: URL;
  readonly ask: Ask;
  readonly assets: Assets;
  readonly visitor: Visitor;
}
