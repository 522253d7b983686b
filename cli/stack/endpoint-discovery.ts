import { z } from 'zod';
import { InputError } from '../input.ts';
import { phrase } from '../messages/said.ts';

/** What a running stack tells the other commands, beside its API. */
export const Endpoints = z.object({
  s3Url: z.url(),
  storeUrl: z.url(),
  /** whether everything that was uploaded has been dealt with */
  idle: z.boolean(),
  /** the bounds of its readings, which are its own and not those of who asks */
  bounds: z.object({
    maxBytes: z.number(),
    maxPages: z.number(),
    timeoutMs: z.number(),
    scanPageMs: z.number(),
    ocr: z.boolean(),
    maxMemory: z.number(),
  }),
});
export type Endpoints = z.infer<typeof Endpoints>;

const PATH = '/stack';

type Fetch = (request: Request) => Response | Promise<Response>;

/** A fetch handler that also answers where the servers are. */
export const servingEndpoints =
  (fetch: Fetch, where: () => Endpoints): Fetch =>
  (request) =>
    new URL(request.url).pathname === PATH ? Response.json(where()) : fetch(request);

/**
 * Asks the stack at this address; undefined where nothing answers.
 * @throws InputError invalid-url, not-a-local-stack
 */
export async function discoverEndpoints(apiUrl: string): Promise<Endpoints | undefined> {
  const url = URL.parse(PATH, apiUrl);
  if (!url) throw new InputError('invalid-url', phrase`${apiUrl} is no URL.`);
  const answer = await fetch(url).catch(() => undefined);
  if (!answer) return undefined;
  const told = Endpoints.safeParse(await answer.json().catch(() => undefined));
  if (told.success) return told.data;
  throw new InputError(
    'not-a-local-stack',
    phrase`What answers at ${apiUrl} is no stack of this machine (shisaku start); for one on AWS give --stack NAME.`,
  );
}
