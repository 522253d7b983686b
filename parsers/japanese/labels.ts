import { candidates, type LabelCandidate } from './candidates.ts';
import weights from './label-weights.json' with { type: 'json' };
import type { Quantity } from './quantities.ts';
import { survey } from './sites.ts';
import type { Span } from './span.ts';
import type { Token } from './tokens.ts';
import { type Question, traits } from './traits.ts';

/** A label that a quantity may have, with what speaks for or against it. */
export type Option = { readonly label: LabelCandidate; readonly traits: readonly string[] };

export function options(question: Question): Option[] {
  const { sites, n } = question;
  const list = candidates(sites, sites.counted[n] as Quantity);
  const found = traits(question, list);
  return list.map((label, k) => ({ label, traits: found[k] ?? [] }));
}

const WEIGHTS: ReadonlyMap<string, number> = new Map(Object.entries(weights));

/** The sum of the weights of what speaks for an option. */
export const score = ({ traits }: Option, by: ReadonlyMap<string, number> = WEIGHTS): number =>
  traits.reduce((sum, trait) => sum + (by.get(trait) ?? 0), 0);

/** What each quantity counts, as a span of the text; null where nothing near says it. */
export function labels(
  text: string,
  tokens: Token[],
  counted: Quantity[],
  by: ReadonlyMap<string, number> = WEIGHTS,
): (Span | null)[] {
  const sites = survey(text, tokens, counted);
  const found: (Span | null)[] = [];
  for (let n = 0; n < counted.length; n++) {
    let best: Option | null = null;
    let most = -Infinity;
    for (const option of options({ sites, n, labels: found })) {
      const sum = score(option, by);
      if (sum > most) [best, most] = [option, sum];
    }
    found.push(best?.label ?? null);
  }
  return found;
}
