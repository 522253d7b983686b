import { comparable } from '../japanese/characters.ts';
import { PUBLISHERS } from './publishers.ts';

/** Whose sheet it is, as the record says it. */
export type Identity = {
  readonly publisher: string;
  readonly publisherCode: string | null;
  readonly publisherName: string | null;
};

/**
 * The name that is printed on a sheet decides whose it is; where none is, its format does.
 * @param printed as printed, without white space
 * @param slug the format's publisher
 */
export function identify(printed: string | null, slug: string): Identity {
  const known = PUBLISHERS.find((publisher) =>
    printed === null ? publisher.slug === slug : comparable(publisher.name) === comparable(printed),
  );
  return {
    publisher: known?.slug ?? slug,
    publisherCode: known?.code ?? null,
    publisherName: printed,
  };
}
