import { fold } from '../japanese/folded.ts';
import { yearsIn } from '../japanese/years.ts';
import type { Box, Place } from '../records/place.ts';
import type { SheetRecord } from '../records/sheet.ts';

/** Figures and what they are said to be of. */
type Row = {
  readonly names: readonly string[];
  readonly unit: string;
  readonly figures: readonly { readonly fiscalYear: number; readonly at: Place }[];
};

/** What stands around a unit: (単位：千円). */
const AROUND_UNIT = /^\(?(?:単位:?)?|\)$/g;

/**
 * The figures that something in doubt names: those of an indicator or a line of the budget in whose name, path or unit it
 * stands, level with it or above it, and those of a year that it names above them. A figure names none.
 * @param texts what may stand at the place
 */
export function figuresNamedAt(sheet: SheetRecord, place: Place, texts: readonly string[]): Box[] {
  const said = texts.map((text) => fold(text).text).filter((text) => text !== '');
  const years = new Set(
    said.flatMap((text) => yearsIn(text, sheet.fiscalYear).map(({ fiscalYear }) => fiscalYear)),
  );
  const rows = rowsOf(sheet).map((row) => ({
    ...row,
    figures: row.figures.filter(({ at }) => at.page === place.page),
  }));
  const isFigure = rows.some(({ figures }) =>
    figures.some(({ at: { box } }) => isLevel(place.box, box) && isInColumn(place.box, box)),
  );
  if (isFigure) return [];
  return rows.flatMap(({ names, unit, figures }) => {
    const isOfRow = said.some(
      (text) => names.some((name) => name.includes(text)) || text.replace(AROUND_UNIT, '') === unit,
    );
    const isBeside = figures.some(
      ({ at: { box } }) => isLevel(place.box, box) || isAbove(place.box, box),
    );
    const named =
      isOfRow && isBeside
        ? figures
        : figures.filter(
            ({ fiscalYear, at }) => years.has(fiscalYear) && isAbove(place.box, at.box),
          );
    return named.map(({ at }) => at.box);
  });
}

function rowsOf({ indicators, budget }: SheetRecord): Row[] {
  const folded = (text: string | null) => fold(text ?? '').text;
  return [
    ...indicators.map(({ name, unit, path = [], values, achievement, pastAchievements = [] }) => ({
      names: [name, unit, ...path].map(folded),
      unit: folded(unit),
      figures: [...values, ...pastAchievements, ...(achievement ? [achievement] : [])],
    })),
    ...budget.map(({ name, unit, path = [], amounts }) => ({
      names: [name, unit, ...path].map(folded),
      unit: folded(unit),
      figures: amounts,
    })),
  ];
}

const isLevel = ([, y0, , y1]: Box, [, v0, , v1]: Box) => y0 < v1 && v0 < y1;
const isInColumn = ([x0, , x1]: Box, [u0, , u1]: Box) => x0 < u1 && u0 < x1;
const isAbove = (one: Box, other: Box) => isInColumn(one, other) && one[3] <= other[1];
