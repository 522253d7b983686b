import { agree, placeInWords } from './place.ts';
import type { Place } from './record.ts';

export const PARTS = [
  'sheets',
  'header',
  'goals',
  'progress',
  'indicators',
  'about',
  'cells',
  'texts',
  'achievements',
  'budget',
  'initiatives',
  'items',
  'phase',
  'ordinal',
  'marker',
  'owner',
  'boxes',
  'warned',
  'alarms',
] as const;
export type Part = (typeof PARTS)[number];

/** Wrong: both have the thing and differ. Missed: the output lacks it. Invented: the sheet lacks it. */
export type Outcome = 'right' | 'wrong' | 'missed' | 'invented';

export type Verdict = {
  readonly part: Part;
  readonly outcome: Outcome;
  /** Which thing, for people. */
  readonly what: string;
  readonly want: string | null;
  readonly got: string | null;
  /** Where a warning would have to stand: the truth's boxes of the thing and the output's. */
  readonly at: readonly Place[];
  /** For a thing without box: the pages it may stand on, and the word in the code of a warning that speaks of it. */
  readonly pages: readonly number[];
  readonly subject: string;
};

/** What one side says, and where. */
export type Said = { readonly text: string; readonly at: readonly Place[] };

export type Sides = readonly [want: Said | null, got: Said | null];

export const said = (text: unknown, at: Place | null | readonly Place[]): Said => ({
  text: text === null ? '' : String(text),
  at: at === null ? [] : 'page' in at ? [at] : at,
});

export function outcomeOf(want: unknown, got: unknown, right: boolean): Outcome {
  if (want === null) return got === null ? 'right' : 'invented';
  if (got === null) return 'missed';
  return right ? 'right' : 'wrong';
}

/** The verdict on a thing that has no box of its own. */
export function mention(
  part: Part,
  what: string,
  [want, got]: readonly [string | null, string | null],
  where: { readonly pages: readonly number[]; readonly subject: string },
  right = want === got,
): Verdict {
  return { part, outcome: outcomeOf(want, got, right), what, want, got, at: [], ...where };
}

/** The verdict on a thing that stands somewhere. */
export function judge(
  part: Part,
  what: string,
  [want, got]: Sides,
  right = want?.text === got?.text,
): Verdict {
  const at = [...(want?.at ?? []), ...(got?.at ?? [])];
  return {
    part,
    outcome: outcomeOf(want, got, right),
    what,
    want: want?.text ?? null,
    got: got?.text ?? null,
    at,
    pages: at.map(({ page }) => page),
    subject: part,
  };
}

/** The same, and the verdict on its boxes where both sides have the thing. */
export function* judgeWithBoxes(
  part: Part,
  what: string,
  [want, got]: Sides,
  right = want?.text === got?.text,
): Generator<Verdict> {
  yield judge(part, what, [want, got], right);
  if (!want || !got || want.at.length === 0) return;
  const boxes = [want, got].map(({ at }) => said(at.map(placeInWords).join(', '), at));
  yield judge('boxes', what, [boxes[0] ?? null, boxes[1] ?? null], agree(want.at, got.at));
}
