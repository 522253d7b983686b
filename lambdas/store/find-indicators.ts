import { comparable } from '../../parsers/japanese/characters.ts';
import { type FigureFilters, indicatorHasSuch } from '../analysis/such-figures.ts';
import { withCorrected } from '../domain/corrections.ts';
import { nameKey } from '../domain/series/id.ts';
import { type SheetFilters, sortPrefix } from '../domain/sheet-filters.ts';
import type { ListedIndicator } from '../domain/summary.ts';
import type { Rows } from '../ports/records.ts';
import { listedSheet } from './find-sheets.ts';
import { type Heads, inOneMoment } from './heads.ts';
import { correctionsIn, type IndicatorItem, indicatorIn, namePartition } from './items.ts';
import { entries, type ListPage, type PageRequest, page } from './lists.ts';

export interface IndicatorFilters extends Omit<SheetFilters, 'grade'>, FigureFilters {
  readonly name?: string | undefined;
  /** a part of the name */
  readonly nameContains?: string | undefined;
  /** ISO 8601: of sheets that changed since */
  readonly updatedSince?: string | undefined;
  readonly level?: string | undefined;
}

/** Indicators of the sheets' current revisions, in the order of the sheets. */
export function findIndicators(
  rows: Rows,
  { name, nameContains, status, type, met, updatedSince = '', ...filters }: IndicatorFilters,
  request: PageRequest,
): Promise<ListPage<ListedIndicator>> {
  const listing = {
    kind: 'INDICATOR',
    namePartition: name === undefined ? undefined : namePartition(nameKey(name)),
    ...sortPrefix(filters),
  } as const;
  return inOneMoment(rows, (heads) => {
    const source = entries<IndicatorItem>(rows, listing, request);
    const fits = ({ sheet, ...indicator }: ListedIndicator) =>
      isNamedSo(indicator.name, nameContains) &&
      sheet.updatedAt >= updatedSince &&
      indicatorHasSuch(indicator, sheet.fiscalYear, { status, type, met });
    return page(source, request.limit, placeOf, async (found) =>
      (await ofCurrent(heads, found)).filter(({ item }) => fits(item)),
    );
  });
}

/** Whether a part of the name is so, after NFKC and without blanks. */
export const isNamedSo = (name: string, part: string | undefined): boolean =>
  part === undefined || comparable(name).includes(comparable(part));

/** An entry's place without its body: the next page goes on there even if another body became current meanwhile. */
const placeOf = ({ listSk, body }: IndicatorItem): string => listSk.slice(0, -body.length);

/** Those of the entries that the heads of their sheets serve. */
export async function ofCurrent(heads: Heads, found: IndicatorItem[]) {
  const byId = await heads(found.map(({ sheetId }) => sheetId));
  const bodyOf = ({ sheetId }: IndicatorItem) => byId.get(sheetId)?.current?.served.body;
  const current = found.filter((entry) => entry.body === bodyOf(entry));
  // Where only an older body has an entry, the new one may have come after the list was read.
  const places = new Set(current.map(placeOf));
  for (const entry of found) {
    if (bodyOf(entry) && !places.has(placeOf(entry))) heads.doubt(entry.sheetId);
  }
  return current.flatMap((entry) => {
    const head = byId.get(entry.sheetId);
    const sheet = head && listedSheet(head);
    if (!sheet) return [];
    const own = withCorrected(indicatorIn(entry), correctionsIn(head), sheet.sha256);
    return [{ entry, item: { ...own, sheet } }];
  });
}
