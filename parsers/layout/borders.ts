import { gridLines, type RuleStretch, type Ruling } from './rules.ts';
import { TOLERANCES } from './tolerances.ts';

/**
 * Tables are often drawn without their outermost rules, and thin ones get lost. Where lines end on the outermost level
 * with nothing ruled there, or at least two of them on another level, a border runs across their ends.
 */
export function withOpenSides({ horizontal, vertical }: Ruling): Ruling {
  return {
    horizontal: [...horizontal, ...bordersAtEnds(vertical, horizontal)],
    vertical: [...vertical, ...bordersAtEnds(horizontal, vertical)],
  };
}

function bordersAtEnds(
  lines: readonly RuleStretch[],
  across: readonly RuleStretch[],
): RuleStretch[] {
  const meets = (at: number, end: number) =>
    across.some(
      (a) =>
        Math.abs(a.at - end) <= 2 * TOLERANCES.touch &&
        at >= a.from - TOLERANCES.touch &&
        at <= a.to + TOLERANCES.touch,
    );
  const loose = lines.flatMap(({ at, from, to }) =>
    [from, to].filter((end) => !meets(at, end)).map((end) => ({ at, end })),
  );
  const outermost = [...lines.map((l) => l.at), ...across.flatMap((a) => [a.from, a.to])];
  const whole = { from: Math.min(...outermost), to: Math.max(...outermost) };
  const reaches = (level: number, end: number) => Math.abs(end - level) <= TOLERANCES.touch;
  /** Whether the table's side lies here: its other lines do not come as far because they end at another line. */
  const isSide = (level: number, side: 'from' | 'to', beyond: (end: number) => boolean) =>
    lines.every((line) => !beyond(line[side])) &&
    lines.every((line) => reaches(level, line[side]) || meets(line.at, line[side]));
  return gridLines(loose.map(({ end }) => end)).flatMap((level) => {
    const ends = loose.filter(({ end }) => reaches(level, end));
    if (
      isSide(level, 'from', (end) => end < level - TOLERANCES.touch) ||
      isSide(level, 'to', (end) => end > level + TOLERANCES.touch)
    ) {
      return across.length > 0 || ends.length > 1 ? [{ at: level, ...whole }] : [];
    }
    if (new Set(ends.map(({ at }) => at)).size < 2) return [];
    const passing = lines
      .filter(({ from, to }) => from <= level + TOLERANCES.touch && to >= level - TOLERANCES.touch)
      .map(({ at }) => at)
      .sort((a, b) => a - b);
    const side =
      lines.every(({ from }) => from >= level - TOLERANCES.touch) ||
      lines.every(({ to }) => to <= level + TOLERANCES.touch);
    if (side && 2 * ends.length > lines.length) return [{ at: level, ...whole }];
    // Inside a table the border reaches to the next lines that pass it, on both sides of each loose end.
    return ends.map(({ at }) => ({
      at: level,
      from: passing.findLast((p) => p < at) ?? at,
      to: passing.find((p) => p > at) ?? at,
    }));
  });
}
