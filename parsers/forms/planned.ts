import type { FormCell } from './cell.ts';
import { spaced } from './lines.ts';
import type { Labelled } from './said.ts';
import type { FigureSeries } from './series.ts';
import { RATING_LABEL } from './vocabulary/judgements.ts';

/**
 * A row that tells in words what is done in which year, not what is aimed at or reached. Where it has no name, 計画 and 実績
 * say what was planned and done.
 */
export const saysNoFigures = ({ labels, observations }: FigureSeries): boolean =>
  observations.length > 0 &&
  observations.every(
    ({ cell, row, column }) =>
      (!row?.kind || labels.name === null) &&
      !column.kind &&
      (cell.look === 'words' || cell.look === 'prose'),
  );

const LETTER = /^[A-Ea-e]$/;
/** ○ and → beside any other name say when something is done. */
const MARK_OF_TIME = /^[◎○〇△▲×✕→↑↓↗↘]$/;

/** What a row of words is called. */
export const rowName = ({ labels }: FigureSeries): FormCell | null =>
  labels.name ?? labels.heads.at(-1)?.cell ?? null;

export const plannedIn = ({ observations }: FigureSeries, name: FormCell): Labelled[] =>
  observations.flatMap(({ cell, columnHeads }) => {
    const label = columnHeads.at(-1);
    if (!label) return [];
    // What judges each year is called as its row: 進捗状況 of 令和３年度.
    if (
      LETTER.test(cell.folded) ||
      (MARK_OF_TIME.test(cell.folded) && RATING_LABEL.test(name.folded))
    ) {
      const path = [label.text];
      return [{ label: name.text, path, text: spaced(cell.lines), listed: true, judged: true }];
    }
    return [{ label: label.text, path: [name.text], text: spaced(cell.lines), listed: true }];
  });
