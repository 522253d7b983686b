import { html } from 'hono/html';
import type { ListedSheet, RevisedSheet } from '../../lambdas/domain/summary.ts';
import { publisherByCode } from '../../parsers/publishers/publishers.ts';
import { correctedMark } from '../parts/corrected.ts';
import { asTable, layout } from '../parts/layout.ts';
import { sheetAddress } from '../parts/place.ts';
import { sheetTitle } from '../parts/sheet-line.ts';
import { budgetPart } from '../sheet/budget.ts';
import { correctDialog } from '../sheet/correct-dialog.ts';
import { correctionsPart, type ListedCorrection } from '../sheet/corrections.ts';
import { findingsPart } from '../sheet/findings.ts';
import { indicatorsPart } from '../sheet/indicators.ts';
import { initiativesPart } from '../sheet/initiatives.ts';
import { paperPane } from '../sheet/paper-pane.ts';
import { fieldsPart, goalsPart, leftoversPart, progressPart, ratingsPart } from '../sheet/texts.ts';
import type { Html, View } from '../view.ts';
import { fiscalYearWords } from '../words/dates.ts';

/** A sheet as a person reads it, with its paper beside it. */
export async function sheetPage(view: View, id: string): Promise<Html> {
  const { ask, say, language } = view;
  const path = `/v1/sheets/${encodeURIComponent(id)}`;
  const sheet = await ask.one<RevisedSheet>(path);
  const [years, corrections] = await Promise.all([
    otherYears(view, sheet),
    ask.all<ListedCorrection>('/v1/corrections', { sheet: id }),
  ]);
  const facts = [
    fiscalYearWords(sheet.fiscalYear, language),
    publisherByCode(sheet.publisher)?.name ?? sheet.publisherName ?? sheet.publisher,
    sheet.programName,
    sheet.department,
  ];
  const body = html`<div class="beside">
<article class="record" data-sheet="${sheet.id}">
<h1>${sheetTitle(sheet)}</h1>
<p class="facts">${facts.filter(Boolean).join('・')}</p>
${sheet.textSource && sheet.textSource !== 'embedded' ? html`<p class="notice">${say(`textSource.${sheet.textSource}`)}</p>` : ''}
${years.length > 1 ? yearsPart(view, sheet, years) : ''}
${progressPart(view, sheet)}
${goalsPart(view, sheet)}
${indicatorsPart(view, sheet)}
${initiativesPart(view, sheet)}
${budgetPart(view, sheet)}
${ratingsPart(view, sheet)}
${fieldsPart(view, sheet)}
${findingsPart(view, sheet)}
${leftoversPart(view, sheet)}
${correctionsPart(view, corrections)}
</article>
${paperPane(view, sheet)}
</div>
${correctDialog(view)}`;
  const observations = asTable('/v1/observations', { sheet: id });
  return layout(view, {
    title: `${sheetTitle(sheet)}（${fiscalYearWords(sheet.fiscalYear, language)}）`,
    ...{ body, scripts: ['paper', 'correct'], at: '/sheets', wide: true },
    data: {
      JSON: path,
      [say('revisions')]: `${path}/revisions`,
      PDF: `${path}/pdf`,
      CSV: observations.CSV,
      Excel: observations.Excel,
    },
  });
}

/** The sheets of this one's number, or its title, in its program; earliest first. */
async function otherYears({ ask }: View, sheet: RevisedSheet): Promise<ListedSheet[]> {
  const { publisher, program, programName, number, title } = sheet;
  const query = { publisher, program: program ?? undefined };
  const all = await ask.all<ListedSheet>('/v1/sheets', query);
  const same = (one: ListedSheet) =>
    one.programName === programName &&
    (number === null ? one.title === title : one.number === number);
  return all.filter(same).toSorted((a, b) => a.fiscalYear - b.fiscalYear);
}

function yearsPart(view: View, sheet: RevisedSheet, years: ListedSheet[]): Html {
  const { say, language } = view;
  return html`<nav class="years" aria-label="${say('otherYears')}"><ul>
${years.map(
  (one) =>
    html`<li><a href="${sheetAddress(one.id)}"${one.id === sheet.id ? html` aria-current="page"` : ''}>${fiscalYearWords(one.fiscalYear, language)}${one.grade ? html` <b>${one.grade}</b>${correctedMark(view, null, one.gradeCorrected)}` : ''}</a></li>`,
)}
</ul></nav>`;
}
