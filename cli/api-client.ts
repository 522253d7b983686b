import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import type { ApiOptions } from './api-options.ts';
import { InputError } from './input.ts';
import { LANGUAGE } from './language.ts';
import { phrase } from './messages/said.ts';

const Told = z.object({
  code: z.string().optional(),
  detail: z.string().optional(),
  detailJa: z.string().optional(),
});

type Parameters = Readonly<Record<string, string | boolean | undefined>>;

/**
 * The API's answer.
 * @throws InputError with the API's own code and sentence where it refuses what was asked
 */
export async function ask(
  { api, token }: ApiOptions,
  path: string,
  parameters: Parameters = {},
): Promise<Response> {
  const url = URL.parse(path, api);
  if (!url) throw new InputError('invalid-url', phrase`${api} is no URL.`);
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined) url.searchParams.set(name, String(value));
  }
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const answer = await fetch(url, { headers }).catch((error: Error) => {
    const { cause } = error;
    const why = cause instanceof Error && 'code' in cause ? cause.code : error.message;
    throw new Error(
      phrase`There is no API at ${url.origin} (${why}). Is the stack running? npm start`,
    );
  });
  if (answer.ok) return answer;
  // What stands before the API, as AWS's gateway, says it in its own way.
  const said: unknown = await answer.json().catch(() => null);
  const { code, detail: english, detailJa } = Told.parse(said ?? {});
  const detail = LANGUAGE === 'ja' ? (detailJa ?? english) : english;
  if (answer.status >= 500) throw new Error(phrase`The API failed: ${detail ?? answer.status}`);
  const hint = [401, 403].includes(answer.status) ? ' (--token)' : '';
  throw new InputError(code ?? `http-${answer.status}`, `${detail ?? answer.statusText}${hint}`);
}

/** Writes to stdout as it comes; who reads it may stop (`| head`). */
export async function toStdout(chunks: AsyncIterable<Uint8Array | string>): Promise<void> {
  try {
    await pipeline(chunks, process.stdout, { end: false });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPIPE')) throw error;
  }
}

export const printJson = (value: unknown): Promise<void> =>
  toStdout(
    (async function* () {
      yield `${JSON.stringify(value, null, 2)}\n`;
    })(),
  );
