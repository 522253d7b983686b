import type { ChangeKind, YearlyChange } from './changes.ts';

export const CHANGE_SEVERITIES = ['attention', 'note'] as const;
export type ChangeSeverity = (typeof CHANGE_SEVERITIES)[number];

type Change = Omit<YearlyChange, keyof ToldChange>;
export interface ToldChange {
  /** attention: a target that became easier or a result that became worse, what vanished, what is still not known */
  readonly severity: ChangeSeverity;
  /** one sentence, in English */
  readonly message: string;
  /** the same in Japanese */
  readonly messageJa: string;
}

/** How much a change matters to who watches the targets, and a sentence that says it. */
export function changeTold(change: Change): ToldChange {
  const { indicator, ofFiscalYear, unit, from, to } = change;
  const name = indicator ?? '';
  const year = ofFiscalYear === null ? '' : `${ofFiscalYear}`;
  const text = (side: Change['from']) => (side ? standingText(side) : '');
  const cell = (side: Change['from']) => `${text(side)}${unit ?? ''}`;
  const said: Record<ChangeKind, readonly [string, string]> = {
    'target-lowered': [
      `The target of 「${name}」 for fiscal ${year} was lowered from ${cell(from)} to ${cell(to)}.`,
      `「${name}」の${year}年度の目標値が${cell(from)}から${cell(to)}に下がりました。`,
    ],
    'target-raised': [
      `The target of 「${name}」 for fiscal ${year} was raised from ${cell(from)} to ${cell(to)}.`,
      `「${name}」の${year}年度の目標値が${cell(from)}から${cell(to)}に上がりました。`,
    ],
    'actual-revised': [
      `The actual of 「${name}」 for fiscal ${year} was ${cell(from)} a year ago and is ${cell(to)} now.`,
      `「${name}」の${year}年度の実績値が${cell(from)}から${cell(to)}に改められました。`,
    ],
    'baseline-revised': [
      `The baseline of 「${name}」 was ${cell(from)} a year ago and is ${cell(to)} now.`,
      `「${name}」の基準値が${cell(from)}から${cell(to)}に改められました。`,
    ],
    'indicator-dropped': [
      `The indicator 「${name}」 is no longer on the sheet.`,
      `指標「${name}」がなくなりました。`,
    ],
    'indicator-added': [
      `The indicator 「${name}」 is new on the sheet.`,
      `指標「${name}」が加わりました。`,
    ],
    'indicator-renamed': [
      `The indicator 「${from?.text ?? ''}」 is called 「${name}」 now.`,
      `指標「${from?.text ?? ''}」の名前が「${name}」に変わりました。`,
    ],
    'indicator-moved': [
      `The indicator 「${name}」 stands elsewhere on the sheet.`,
      `指標「${name}」の位置づけが変わりました。`,
    ],
    'rating-changed': [
      `The rating changed from ${text(from)} to ${text(to)}.`,
      `評価が${text(from)}から${text(to)}に変わりました。`,
    ],
    'pending-still': [
      `The figure of 「${name}」 for fiscal ${year} is still not known (${to?.text ?? ''}).`,
      `「${name}」の${year}年度の値がまだ出ていません（${to?.text ?? ''}）。`,
    ],
  };
  const [message, messageJa] = said[change.kind];
  return { severity: severityOf(change), message, messageJa };
}

/** What a person says stands there, else what was read. */
const standingText = ({ text, corrected, correctedText }: NonNullable<Change['from']>): string =>
  correctedText ?? (corrected === null ? text : String(corrected));

const standing = (side: Change['from']): number | null => side?.corrected ?? side?.value ?? null;

function severityOf({ kind, direction, from, to }: Change): ChangeSeverity {
  if (kind === 'indicator-dropped' || kind === 'pending-still') return 'attention';
  const figure = kind === 'target-lowered' || kind === 'target-raised' || kind === 'actual-revised';
  if (!figure || direction === 'unknown') return 'note';
  const worse = (standing(to) ?? 0) < (standing(from) ?? 0) === (direction === 'more');
  return worse ? 'attention' : 'note';
}
