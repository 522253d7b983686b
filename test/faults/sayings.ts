import { saysOf } from '../../lambdas/domain/content-hash.ts';
import { pdf } from '../ingest/world.ts';
import { makeSheet, type Said } from '../store/make-record.ts';

const NAMES = ['就職者', '求人', '訓練'];

/** What one sheet says in one revision: title and every figure give the revision away. */
export const saying = (number: string, revision: number): Said => ({
  number,
  title: `雇用 第${revision}版`,
  indicators: Object.fromEntries(NAMES.map((name) => [name, revision])),
});

export const sheetId = (number: string) => `shiomi-2013-kinkyu-${number}`;
export const document = (numbers: readonly string[], revision: number, copy = 0): string =>
  pdf(
    numbers.map((number) => saying(number, revision)),
    copy,
  );

/** The revision's name, without the count behind it where a sheet returns to earlier words. */
export const revisionName = (number: string, revision: number): string =>
  saysOf(makeSheet(saying(number, revision))).slice(0, 12);

interface Told {
  readonly id: string;
  readonly title: string;
  readonly number: string | null;
  readonly revision: string;
}

interface ToldIndicator {
  readonly name: string;
  readonly values: readonly { readonly value: number | null }[];
}

/** Why the answer about one sheet is not all of one revision; undefined where it is. */
export function mixture(sheet: Told, indicators?: readonly ToldIndicator[]): string | undefined {
  const revision = Number(/第(\d+)版$/.exec(sheet.title)?.[1]);
  const what = `${sheet.id} ${sheet.title}`;
  if (sheet.revision.split('-')[0] !== revisionName(sheet.number ?? '', revision)) {
    return `${what} is called ${sheet.revision}`;
  }
  if (!indicators) return undefined;
  const names = indicators.map(({ name }) => name);
  if (names.join() !== NAMES.join()) return `${what} has the indicators ${names.join()}`;
  const others = indicators.filter(({ values }) => values.some(({ value }) => value !== revision));
  return others.length > 0 ? `${what} says ${JSON.stringify(others[0]?.values[0])}` : undefined;
}
