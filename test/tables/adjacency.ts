/** A cell of a table, as it is true or as it was seen. */
export type Placed = {
  readonly row: number;
  readonly col: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly text: string;
};

/** Texts are compared without white space and signs, as the tables' content is, not its typography. */
const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}%]/gu, '')
    .toLowerCase();

/**
 * The adjacency relations of a table (Göbel, Hassan, Oro and Orsi, ICDAR 2013 Table Competition): each filled cell with its
 * nearest filled neighbour to the right in each of its rows, and below in each of its columns.
 */
export function relationsOf(cells: readonly Placed[]): string[] {
  const filled = cells.filter(({ text }) => text.trim() !== '');
  const relations = new Set<string>();
  const key = (text: string) => bare(text) || text.normalize('NFKC').trim();
  for (const [i, cell] of filled.entries()) {
    for (const [direction, next] of [
      ['right', nearest(cell, filled, 'row', 'col', 'rowSpan', 'colSpan')],
      ['below', nearest(cell, filled, 'col', 'row', 'colSpan', 'rowSpan')],
    ] as const) {
      for (const other of next) {
        relations.add(`${i} ${filled.indexOf(other)} ${direction}`);
      }
    }
  }
  return [...relations].map((relation) => {
    const [a, b, direction] = relation.split(' ') as [string, string, string];
    const [from, to] = [filled[Number(a)], filled[Number(b)]] as [Placed, Placed];
    return `${key(from.text)}\t${key(to.text)}\t${direction}`;
  });
}

type Axis = 'row' | 'col';
type Span = 'rowSpan' | 'colSpan';

function nearest(
  cell: Placed,
  all: readonly Placed[],
  line: Axis,
  along: Axis,
  lineSpan: Span,
  alongSpan: Span,
): Placed[] {
  const found = new Set<Placed>();
  for (let at = cell[line]; at < cell[line] + cell[lineSpan]; at++) {
    const behind = all.filter(
      (other) =>
        other[line] <= at &&
        at < other[line] + other[lineSpan] &&
        other[along] >= cell[along] + cell[alongSpan],
    );
    const first = behind.reduce<Placed | null>(
      (best, one) => (best === null || one[along] < best[along] ? one : best),
      null,
    );
    if (first) found.add(first);
  }
  return [...found];
}

export type Score = { readonly right: number; readonly seen: number; readonly truth: number };

/** How many relations of all tables of a document were seen, each counted once. */
export function scoreOf(
  truth: readonly (readonly Placed[])[],
  seen: readonly (readonly Placed[])[],
): Score {
  const wanted = truth.flatMap(relationsOf);
  const left = new Map<string, number>();
  for (const relation of wanted) left.set(relation, (left.get(relation) ?? 0) + 1);
  let right = 0;
  const found = seen.flatMap(relationsOf);
  for (const relation of found) {
    const count = left.get(relation) ?? 0;
    if (count === 0) continue;
    right++;
    left.set(relation, count - 1);
  }
  return { right, seen: found.length, truth: wanted.length };
}

/** Harmonic mean of precision and recall; a document without tables in which none is seen has 1. */
export function f1({ right, seen, truth }: Score): number {
  return seen + truth === 0 ? 1 : (2 * right) / (seen + truth);
}
