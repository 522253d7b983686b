import { html } from 'hono/html';
import type { RevisedSheet } from '../../lambdas/domain/summary.ts';
import type { Amount, BudgetLine } from '../../parsers/records/budget.ts';
import { correctedNote } from '../parts/corrected.ts';
import { placed } from '../parts/place.ts';
import type { Html, View } from '../view.ts';
import { fiscalYearWords } from '../words/dates.ts';
import { under } from './texts.ts';

/** Money and staff: a line each, a column for each fiscal year and kind of amount. */
export function budgetPart(view: View, { id, budget }: RevisedSheet): Html | '' {
  const { say, language } = view;
  if (budget.length === 0) return '';
  const keyOf = ({ fiscalYear: year, type }: Amount) => `${year} ${type ?? ''}`;
  const columns = [...new Set(budget.flatMap(({ amounts }) => amounts.map(keyOf)))].toSorted();
  const head = (column: string) => {
    const [year, type] = column.split(' ');
    const kind = type as NonNullable<Amount['type']> | '';
    return html`<th scope="col">${fiscalYearWords(Number(year), language)}${kind ? html`<br>${say(`money.${kind}`)}` : ''}</th>`;
  };
  const line = ({ name, unit, path, amounts }: BudgetLine, n: number) =>
    html`<tr><th scope="row">${under(path)}${name}${unit ? `（${unit}）` : ''}</th>${columns.map(
      (column) =>
        html`<td>${amounts
          .filter((amount) => keyOf(amount) === column)
          .map(
            (amount, m) =>
              html`${placed(view, {
                ...{ sheet: id, at: [amount.at], content: amount.text },
                id: `budget-${n + 1}-${column.replace(' ', '-')}${m > 0 ? `-${m + 1}` : ''}`,
                correctable: { field: 'amount', read: amount.text, value: amount.value },
              })}${correctedNote(view, amount.corrected)}`,
          )}</td>`,
    )}</tr>`;
  return html`<section id="budget"><h2>${say('budget')}</h2>
<div class="scroll" tabindex="0" role="region" aria-label="${say('budget')}"><table>
<thead><tr><td></td>${columns.map(head)}</tr></thead>
<tbody>${budget.map(line)}</tbody></table></div></section>`;
}
