import { problemInJapanese } from '../lambdas/query/problem-ja.ts';
import { publisherSaid } from '../parsers/publishers/publishers.ts';
import { unknownPublisher } from '../parsers/publishers/unknown.ts';
import { InputError } from './input.ts';
import { LANGUAGE } from './language.ts';

/**
 * The slug of whom the user says; undefined where the option is not given.
 * @throws InputError unknown-publisher, with the names that are like it
 */
export function publisherGiven(said: string | undefined): string | undefined {
  if (said === undefined) return undefined;
  const publisher = publisherSaid(said);
  if (publisher) return publisher.slug;
  const message = unknownPublisher(said);
  const refused = { code: 'invalid-parameter', message, parameter: '--publisher' } as const;
  throw new InputError(
    'unknown-publisher',
    LANGUAGE === 'ja' ? problemInJapanese(refused) : message,
  );
}
