import type { Context } from 'hono';
import type { Right } from './session.ts';
import { type SignIn, sessionIn } from './sign-in.ts';

/** Who looks at the page, and what they may do. */
export interface Visitor {
  /** null for who has not signed in */
  readonly name: string | null;
  readonly signsIn: boolean;
  readonly may: Readonly<Record<Right, boolean>>;
  /** what stands before the API's addresses for who comes with a cookie in place of a token */
  readonly api: '' | '/my';
}

/** On one machine; on AWS, where nobody can sign in, the API alone takes what people bring. */
export const anybody = (mayWrite: boolean): Visitor => ({
  ...{ name: null, signsIn: false, api: '' },
  may: { read: true, upload: mayWrite, correct: mayWrite },
});

export async function visitorIn(c: Context, signIn: SignIn): Promise<Visitor> {
  const session = await sessionIn(c, signIn);
  const may = (right: Right) => session?.rights.includes(right) ?? false;
  return {
    ...{ name: session?.name ?? null, signsIn: true, api: '/my' },
    may: {
      read: signIn.publicRead || may('read'),
      upload: may('upload'),
      correct: may('correct'),
    },
  };
}
