import { GOVERNMENTS } from './governments.ts';
import { PUBLISHERS, publishersNamed } from './publishers.ts';

/** Why nobody alone is meant by this, in a sentence with those that are like it. */
export function unknownPublisher(said: string): string {
  const several = publishersNamed(said).map(({ slug, code }) => code ?? slug);
  const near =
    several.length > 0 ? GOVERNMENTS.filter(({ code }) => several.includes(code)) : nearest(said);
  const names = near.map(
    ({ code, prefecture, name }) => `${code} ${prefecture === name ? '' : prefecture}${name}`,
  );
  const slugs = PUBLISHERS.map(({ slug }) => slug).join(', ');
  return (
    `${said} is ${several.length > 0 ? 'the name of several' : 'no'} publisher${several.length > 0 ? 's' : ''}: ` +
    `say a code${names.length > 0 ? `, as ${names.join(', ')}` : ''}, or one of ${slugs}.`
  );
}

const MAX_NAMES = 4;

/** The governments whose names or codes share most with what was said. */
function nearest(said: string) {
  const wanted = pairsOf(said);
  return GOVERNMENTS.map((government) => {
    const pairs = pairsOf(/^\d+$/.test(said) ? government.code : government.name);
    const shared = [...pairs].filter((pair) => wanted.has(pair)).length;
    return { government, likeness: (2 * shared) / (pairs.size + wanted.size) };
  })
    .filter(({ likeness }) => likeness > 0.3)
    .toSorted((a, b) => b.likeness - a.likeness)
    .slice(0, MAX_NAMES)
    .map(({ government }) => government);
}

/** Pairs of neighbouring characters (Dice's coefficient counts those that two texts share), with the first by itself. */
const pairsOf = (text: string): Set<string> =>
  new Set([...text].map((c, i, all) => (all[i - 1] ?? '^') + c));
