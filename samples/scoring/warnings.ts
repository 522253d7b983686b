import { paired } from './pairing.ts';
import { overlap } from './place.ts';
import type { Output, Sheet, Warning } from './record.ts';
import { mention, type Verdict } from './verdict.ts';

/**
 * Whether the output warns at the place of what it got wrong. Of a thing without box a warning speaks whose code names it, in its
 * own sheet, or one of the document about its page.
 */
export function isTold({ at, pages, subject }: Verdict, sheet: Sheet, output: Output): boolean {
  if (at.length > 0) {
    const warnings = output.sheets.flatMap(({ warnings }) => warnings);
    return warnings.some((warning) => at.some((place) => warning.at && overlap(place, warning.at)));
  }
  return (
    sheet.warnings.some(({ code }) => code?.includes(subject)) ||
    output.warnings.some(({ page }) => page !== null && pages.includes(page))
  );
}

/** The warnings that the truth has, and of the others in the output whether a fault accounts for them. */
export function* judgeWarnings(
  truth: Sheet,
  output: Sheet,
  faults: readonly Verdict[],
): Generator<Verdict> {
  const same = (a: Warning, b: Warning) =>
    Number(a.code === b.code && (a.at === null || (b.at !== null && overlap(a.at, b.at))));
  const where = { pages: [], subject: 'warning' };
  for (const [want, warning] of paired(truth.warnings, output.warnings, same)) {
    if (want) {
      const codes = [want.code ?? '', warning && want.code] as const;
      yield mention('warned', `${want.code}`, codes, where);
      continue;
    }
    const alone = { ...output, warnings: [warning] };
    if (faults.some((fault) => isTold(fault, alone, { sheets: [alone], warnings: [] }))) {
      yield mention('alarms', `${warning.code}`, [warning.code, warning.code], where);
      continue;
    }
    const at = warning.at ? [warning.at] : [];
    yield { ...mention('alarms', `${warning.code}`, [null, warning.code], where), at };
  }
}
