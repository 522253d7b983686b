import { comparable } from '../japanese/characters.ts';
import { governmentByCode, governmentsNamed } from './governments.ts';

/** Who publishes sheets: `slug` is what ids use, `code` its 全国地方公共団体コード, null where it has none. */
export type Publisher = {
  readonly slug: string;
  readonly code: string | null;
  readonly name: string;
};

/**
 * Publishers whose slug is a word; any other's is its code. The prefecture 汐見県 and the city 汐入市 of the samples do
 * not exist.
 */
export const PUBLISHERS: readonly Publisher[] = [
  { slug: 'mie', code: '240001', name: '三重県' },
  { slug: 'shiomi', code: null, name: '汐見県' },
  { slug: 'shioiri', code: null, name: '汐入市' },
];

/** By slug, or by a code of six digits or of five without the check digit. */
export function publisherByCode(said: string): Publisher | null {
  const government = governmentByCode(said);
  const code = government?.code;
  const known = PUBLISHERS.find((one) => one.slug === said || (code && one.code === code));
  return (
    known ?? (government && { slug: government.code, code: government.code, name: government.name })
  );
}

/** Whom somebody means who says a slug, a code or a name; null where that is nobody or not one alone. */
export function publisherSaid(said: string): Publisher | null {
  const [only, ...others] = publishersNamed(said);
  return publisherByCode(said) ?? (others.length === 0 ? (only ?? null) : null);
}

const KNOWN = Map.groupBy(PUBLISHERS, ({ name }) => comparable(name));

/** All whom a printed name may mean. */
export function publishersNamed(printed: string): Publisher[] {
  const name = comparable(printed);
  const known = KNOWN.get(name);
  if (known) return known;
  return governmentsNamed(printed).flatMap(({ code }) => publisherByCode(code) ?? []);
}
