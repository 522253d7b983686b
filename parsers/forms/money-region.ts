import { comparable } from '../japanese/characters.ts';
import { yenPer } from '../japanese/figures.ts';
import type { FormCell } from './cell.ts';
import type { RowLabels } from './figure-row.ts';
import { figureHeadOf, yenIn } from './head.ts';
import { FORMULA_MARK, looksLikeUnit, unitOff } from './naming.ts';
import type { FormRegion } from './regions.ts';
import { MONEY_HEAD, MONEY_NAME, PEOPLE } from './vocabulary/money.ts';

type Figures = Extract<FormRegion, { kind: 'figures' }>;

/** 事業費（百万円） over the names of lines. */
export function unitOfNames({ head }: Figures): string | null {
  const units = head.stubs.flatMap((cell) => figureHeadOf(cell.folded, null).unit ?? []);
  return units.find((unit) => yenPer(unit) !== null) ?? null;
}

/** Whether a region is about money, by its heads, its side labels and the names of its rows. */
export function isMoney({ head, rows }: Figures, context: string): boolean {
  const stubs = head.stubs.map((cell) => cell.folded).join(' ');
  if (/指標|KPI|目標項目/.test(stubs)) return false;
  const columns = head.columns.flatMap((c) => c.heads.map((h) => h.folded)).join(' ');
  if (/決算|予算|執行/.test(columns)) return true;
  const cells = new Set(rows.flatMap((row) => (row.band ? [] : row.stubs)));
  const names = [...cells].map(({ folded }) => folded);
  const lines = names.filter((name) => MONEY_NAME.test(name)).length;
  const inYen = names.filter((name) => yenPer(name) !== null || yenIn(name) !== null).length;
  if (names.some((name) => /指標/.test(name)) && lines * 2 < names.length) return false;
  return (
    lines >= 2 ||
    (lines > 0 && inYen > 0 && !names.some(isCounted)) ||
    MONEY_HEAD.test(stubs) ||
    (MONEY_HEAD.test(context) && !/指標|KPI/.test(context) && lines > 0)
  );
}

/** A unit other than of money, alone or behind a name. */
export const isCounted = (name: string): boolean => {
  const unit = /\(([^()]+)\)$/.exec(name)?.[1] ?? name;
  return looksLikeUnit(unit) && yenPer(unit) === null;
};

/**
 * A row of what is counted among lines of money: its unit is none of money, and it names no money, no rate and nobody who is
 * paid.
 */
export function isMeasured({ name, unit }: Pick<RowLabels, 'name' | 'unit'>): boolean {
  if (!name) return false;
  const own = unit?.folded ?? comparable(unitOff(name.text, false).unit?.text ?? '');
  const counted =
    own !== '' && !/円|[%％]/.test(own) && !FORMULA_MARK.test(own) && looksLikeUnit(own);
  return (
    counted && !MONEY_NAME.test(name.folded) && !PEOPLE.test(name.folded) && !PAID.test(name.folded)
  );
}

const PAID = /職員|臨時|嘱託|任用|アルバイト|人役|延べ?時間/;

/** A line of money between indicators: 事業費（千円）. */
export function isMoneyName(name: FormCell | null, { head, rows }: Figures): boolean {
  const aimed = [
    ...head.columns.flatMap(({ heads }) => heads),
    ...rows.flatMap((row) => (row.band ? [] : row.stubs)),
  ];
  if (aimed.some(({ folded }) => /^目標/.test(folded))) return false;
  if (!name || head.stubs.some((cell) => /指標名|KPI/.test(comparable(cell.text.text))))
    return false;
  return /^(?:[①-⑳]|\d)?(?:総?事業費|(?:直接)?人件費|総?コスト|予算額|決算額|執行額|一般財源|特定財源|従事職員|人工(?:数|計)?(?=$|\(|[①-⑳])|(?:財政)?効果額|[削節]減額|増収額)/.test(
    name.folded,
  );
}
