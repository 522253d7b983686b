/** How like two wordings are: the share of one's pairs of characters that the other has, rare pairs counting more. */

/** The pairs of neighbouring characters of a folded text. */
function pairs(text: string): Set<string> {
  const found = new Set<string>();
  for (let i = 0; i + 1 < text.length; i++) found.add(text.slice(i, i + 2));
  return found;
}

/** Pairs that none of the known wordings has count this share of the rarest that one has. */
const UNKNOWN = 0.5;

/** Compares texts with a closed set of known wordings, all folded (see `parsers/japanese/folded.ts`). */
export class Likeness {
  readonly #known: readonly ReadonlySet<string>[];
  readonly #weights = new Map<string, number>();
  readonly #unknown: number;

  constructor(known: readonly string[]) {
    this.#known = known.map(pairs);
    const frequency = new Map<string, number>();
    for (const pair of this.#known.flatMap((set) => [...set])) {
      frequency.set(pair, (frequency.get(pair) ?? 0) + 1);
    }
    for (const [pair, n] of frequency) {
      this.#weights.set(pair, Math.log(1 + known.length / n));
    }
    this.#unknown = UNKNOWN * Math.log(1 + known.length);
  }

  /** For each known wording, from 0 to 1: how much of the text it has. */
  of(text: string): number[] {
    const own = [...pairs(text)].map((pair) => ({
      pair,
      weight: this.#weights.get(pair) ?? this.#unknown,
    }));
    const all = own.reduce((sum, { weight }) => sum + weight, 0);
    return this.#known.map((known) => {
      const shared = own.filter(({ pair }) => known.has(pair));
      return all === 0 ? 0 : shared.reduce((sum, { weight }) => sum + weight, 0) / all;
    });
  }
}
