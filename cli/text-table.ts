/** Characters that take two columns of a terminal (Unicode's East Asian Width: W and F, as far as sheets print them). */
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|[\u{20000}-\u{3ffff}]/u;

const widthOf = (text: string): number =>
  [...text].reduce((width, one) => width + (WIDE.test(one) ? 2 : 1), 0);

/** The text as far as it fits, with … where it does not. */
function fitted(text: string, room: number): string {
  if (widthOf(text) <= room) return text;
  let kept = '';
  let width = 1;
  for (const one of text) {
    width += WIDE.test(one) ? 2 : 1;
    if (width > room) break;
    kept += one;
  }
  return `${kept}…`;
}

const GAP = 2;
const MIN_COLUMN = 6;

/** Rows under their titles in columns, no line wider than the terminal: the widest columns give way first. */
export function textTable(
  titles: readonly string[],
  rows: readonly (readonly string[])[],
  width: number,
): string {
  const widths = titles.map((title, n) =>
    Math.max(widthOf(title), ...rows.map((row) => widthOf(row[n] ?? ''))),
  );
  const total = () => widths.reduce((sum, one) => sum + one, 0) + GAP * (widths.length - 1);
  while (total() > width && Math.max(...widths) > MIN_COLUMN) {
    const widest = widths.indexOf(Math.max(...widths));
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, n) => {
        const room = widths[n] ?? 0;
        const text = fitted(cell.replaceAll(/\s+/g, ' '), room);
        return text + ' '.repeat(room - widthOf(text));
      })
      .join(' '.repeat(GAP))
      .trimEnd();
  const rule = widths.map((one) => '-'.repeat(one)).join(' '.repeat(GAP));
  return `${[line(titles), rule, ...rows.map(line)].join('\n')}\n`;
}
