import { FIELDS, type TextField, type Unit } from './units.ts';

/** How long the texts of a body are. */
export type Lengths = Readonly<Partial<Record<TextField, Tally>>>;
interface Tally {
  readonly texts: number;
  readonly characters: number;
}

export function lengthsOf(units: readonly Unit[]): Lengths {
  const lengths: Partial<Record<TextField, Tally>> = {};
  for (const { field, text } of units.flatMap(({ texts }) => texts)) {
    const { texts = 0, characters = 0 } = lengths[field] ?? {};
    lengths[field] = { texts: texts + 1, characters: characters + text.length };
  }
  return lengths;
}

/** Characters of a text on average, by field. */
export function averagesOf(all: readonly Lengths[]): Record<TextField, number> {
  const average = (field: TextField) => {
    let texts = 0;
    let characters = 0;
    for (const lengths of all) {
      texts += lengths[field]?.texts ?? 0;
      characters += lengths[field]?.characters ?? 0;
    }
    return texts === 0 ? 1 : characters / texts;
  };
  return Object.fromEntries(FIELDS.map((field) => [field, average(field)])) as Record<
    TextField,
    number
  >;
}
