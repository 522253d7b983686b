import { COUNTS, SHARES } from './figures.ts';
import { placeInWords } from './place.ts';
import { type Judged, NONE, sum, type Tally } from './tally.ts';

/** One scored PDF of a set. */
export type Case = { readonly file: string; readonly group: string; readonly tally: Tally };

export const total = (cases: readonly Case[]): Tally =>
  cases.map(({ tally }) => tally).reduce(sum, NONE);

/** A line for each group and one for all, shares in percent; two tables, so that lines stay readable. */
export function tablesOf(cases: readonly Case[]): string {
  const groups = Map.groupBy(cases, ({ group }) => group);
  const rows = [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
  if (groups.size > 1) rows.push(['all', [...cases]]);
  const tallies = rows.map(([name, own]) => [name, total(own)] as const);
  const shares = Object.entries(SHARES).map(
    ([name, figure]) => [name, (tally: Tally) => percent(figure(tally))] as const,
  );
  const counts = Object.entries(COUNTS).map(
    ([name, figure]) => [name, (tally: Tally) => String(figure(tally))] as const,
  );
  const half = shares.findIndex(([name]) => name === 'items.p');
  return [shares.slice(0, half), [...shares.slice(half), ...counts]]
    .map((columns) => table(tallies, columns))
    .join('\n\n');
}

function table(
  rows: readonly (readonly [string, Tally])[],
  columns: readonly (readonly [string, (tally: Tally) => string])[],
): string {
  const wide = Math.max(...rows.map(([name]) => name.length));
  const head = columns.map(([name]) => name.padStart(width(name))).join('');
  const lines = rows.map(([name, tally]) => {
    const cells = columns.map(([column, show]) => show(tally).padStart(width(column))).join('');
    return `${name.padEnd(wide)}${String(tally.documents).padStart(6)}${cells}`;
  });
  return [`${' '.repeat(wide)}  pdfs${head}`, ...lines].join('\n');
}

const width = (name: string) => Math.max(name.length, 5) + 2;

/** Rounded down: 100.0 is all of them. */
const percent = (share: number | null) =>
  share === null ? '-' : (Math.floor(share * 1000) / 10).toFixed(1);

/** The PDFs with the most faults, silent ones first, each with at most `each` faults and their places. */
export function worst(cases: readonly Case[], documents: number, each: number): string[] {
  const weight = ({ tally }: Case) =>
    tally.failed * 1e9 + tally.faults.reduce((sum, fault) => sum + weightOf(fault), 0);
  return cases
    .filter((one) => weight(one) > 0)
    .sort((a, b) => weight(b) - weight(a))
    .slice(0, documents)
    .flatMap(({ file, tally }) => {
      if (tally.failed > 0) return [`${file}: no usable output`];
      const faults = tally.faults.toSorted((a, b) => weightOf(b) - weightOf(a));
      const more = faults.length - each;
      return [
        `${file}: ${faults.length} faults, ${faults.filter(({ silent }) => silent).length} silent`,
        ...faults.slice(0, each).map(faultInWords),
        ...(more > 0 ? [`  … ${more} more`] : []),
      ];
    });
}

/** What nobody was told of weighs most, a box that is off least. */
const weightOf = ({ part, silent }: Judged) => (silent ? 10_000 : part === 'boxes' ? 1 : 100);

function faultInWords({ part, outcome, what, want, got, at, pages, silent }: Judged): string {
  const [first] = at;
  const where = first ? placeInWords(first) : pages[0] === undefined ? '' : `p. ${pages[0]}`;
  const [a, b] = apart(want, got);
  const sides = [...(a === null ? [] : [`want ${a}`]), ...(b === null ? [] : [`got ${b}`])];
  const head = `  ${silent ? 'SILENT ' : ''}${outcome} ${part}: ${what.slice(0, 40)}`;
  return `${head}, ${where}: ${sides.join(', ')}`;
}

/** Long texts from shortly before where they part. */
function apart(want: string | null, got: string | null): (string | null)[] {
  let same = 0;
  if (want && got) while (same < want.length && want[same] === got[same]) same++;
  const start = same < 50 ? 0 : same - 10;
  const cut = (text: string | null) =>
    text && `${start > 0 ? '…' : ''}${text.slice(start, start + 70)}`;
  return [cut(want), cut(got)];
}
