import { comparable } from '../japanese/characters.ts';
import type { ReadForm } from './sheet.ts';

const JUDGES = /評価|点検|レビュー|進行管理|効果検証/;
/** What is called 評価 or 点検 and judges no policy. */
const OTHER = /固定資産|人事|申請|証明|請求|届出|通知|入札|見積|アンケート|募集/;
const MIN_LABELLED = 5;

/**
 * Whether a document is an evaluation sheet by its own word: it has a table of target and actual values by fiscal year,
 * or a title that says so and at least five labels with values.
 */
export function isEvaluation({ record, labelled }: ReadForm): boolean {
  const title = comparable(record.programName);
  if (OTHER.test(title)) return false;
  if (JUDGES.test(title) && labelled >= MIN_LABELLED) return true;
  return record.indicators.some(({ values }) => {
    const types = new Set(values.map(({ type }) => type));
    return types.has('actual') && types.has('target');
  });
}
