import { publisherSaid } from '../parsers/publishers/publishers.ts';
import { unknownPublisher } from '../parsers/publishers/unknown.ts';
import { InputError } from './input.ts';

/**
 * The slug of whom the user says; undefined where the option is not given.
 * @throws InputError unknown-publisher, with the names that are like it
 */
export function publisherGiven(said: string | undefined): string | undefined {
  if (said === undefined) return undefined;
  const publisher = publisherSaid(said);
  if (publisher) return publisher.slug;
  throw new InputError('unknown-publisher', unknownPublisher(said));
}
