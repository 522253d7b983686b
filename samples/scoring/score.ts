import { judgeBudget } from './budget.ts';
import { judgeGoals } from './goals.ts';
import { judgeHeader } from './header.ts';
import { judgeIndicators } from './indicators.ts';
import { judgeInitiatives } from './initiatives.ts';
import { judgeItems } from './items.ts';
import { type Pair, paired } from './pairing.ts';
import { judgeProgress } from './progress.ts';
import { type Output, Sheet } from './record.ts';
import { type Judged, type Tally, tallyOf } from './tally.ts';
import { folded } from './text.ts';
import { mention, PARTS, type Part, type Verdict } from './verdict.ts';
import { isTold, judgeWarnings } from './warnings.ts';

const NOTHING: Sheet = Sheet.parse({});

/** Parts that are read: a fault of another part (a box, a warning) is no reading error of its own. */
const SPOKEN = new Set<Part>(PARTS.filter((part) => !['boxes', 'warned', 'alarms'].includes(part)));

/**
 * How one PDF's output (null where a tool gave none) compares with the truth of its sheets. Without output everything is
 * missed, though not in silence.
 */
export function score(truths: readonly Sheet[], output: Output | null): Tally {
  const judged = partners(truths, output?.sheets ?? []).flatMap(([truth, sheet]) =>
    judgeSheet(truth, sheet, output),
  );
  return tallyOf(judged, output === null);
}

/** By id, else by year, program and number, else by title; one left on either side belong together. */
function partners(truths: readonly Sheet[], sheets: readonly Sheet[]): Pair<Sheet, Sheet>[] {
  const key = ({ fiscalYear, program, number }: Sheet) =>
    [fiscalYear, program, folded(number)].join(' ');
  const pairs = paired(
    truths,
    sheets,
    (a, b) => Number(a.id === b.id),
    (a, b) => Number(key(a) === key(b)),
    (a, b) => Number(folded(a.title) === folded(b.title)),
  );
  const alone = pairs.filter(([truth, sheet]) => !truth || !sheet);
  const [truth, sheet] = [alone[0]?.[0], alone[1]?.[1]];
  if (alone.length !== 2 || !truth || !sheet) return pairs;
  return [...pairs.filter((pair) => !alone.includes(pair)), [truth, sheet]];
}

function judgeSheet(truth: Sheet | null, sheet: Sheet | null, output: Output | null): Judged[] {
  const [want, got] = [truth ?? NOTHING, sheet ?? NOTHING];
  const pages = pagesOf(want.pages ?? got.pages);
  const verdicts = verdictsOn(truth, sheet, pages)
    .map((one) => (one.pages.length > 0 ? one : { ...one, pages }))
    // A sheet that was not found has nowhere to carry warnings: the document's speak for it, page by page.
    .map((one) => (sheet ? one : { ...one, at: [] }));
  const faults = verdicts.filter(({ outcome }) => outcome !== 'right');
  const silent = (fault: Verdict) =>
    output !== null &&
    SPOKEN.has(fault.part) &&
    fault.outcome !== 'right' &&
    !isTold(fault, got, output);
  return [...verdicts, ...judgeWarnings(want, got, faults)].map((one) => ({
    ...one,
    silent: silent(one),
  }));
}

function verdictsOn(truth: Sheet | null, sheet: Sheet | null, pages: readonly number[]): Verdict[] {
  const [want, got] = [truth ?? NOTHING, sheet ?? NOTHING];
  const id = (truth ?? sheet)?.id ?? 'a sheet without id';
  return [
    mention('sheets', id, [truth && id, sheet && id], { pages, subject: 'sheet' }),
    ...(truth ? judgeHeader(want, got) : []),
    ...judgeGoals(want, got),
    ...judgeProgress(want, got),
    ...judgeIndicators(want, got),
    ...judgeInitiatives(want, got),
    ...judgeItems(want, got),
    ...judgeBudget(want, got),
  ];
}

const pagesOf = (range: Sheet['pages']) =>
  range ? Array.from({ length: range.to - range.from + 1 }, (_, index) => range.from + index) : [];
