import { yenPer } from '../japanese/figures.ts';
import { BRACKETED, explains } from './body.ts';
import type { FormCell } from './cell.ts';
import { emptySeries } from './empty-series.ts';
import { type FigureHead, figureHeadOf, yenIn } from './head.ts';
import { unitIn } from './inline-name.ts';
import { spaced } from './lines.ts';
import { levelIn } from './naming.ts';
import type { FormPair } from './pairs.ts';
import { readFigure } from './reading.ts';
import type { Labelled } from './said.ts';
import type { FigureSeries } from './series.ts';
import { JUDGEMENT } from './vocabulary/judgements.ts';
import { MONEY_NAME, PEOPLE, SUBTOTAL } from './vocabulary/money.ts';

const INDICATOR =
  /^(?:[①-⑳]|\d[.．]?)?(?:.*指標(?:名|名称|の名称|の内容)?(?:\(.*\))?[①-⑳\d]*|KPI(?:名|\(.*\))?[①-⑳\d]*|.*\(KPI\)|数値目標)$/;

export type PairedRead = {
  readonly said: Labelled[];
  readonly series: FigureSeries[];
  /** The indicator that was named last, if no figure followed. */
  readonly named: FigureSeries | null;
};

/** Pairs as labels with texts; those of a kind or a year with a figure are the indicator's that was named before. */
export function readPaired(
  pairs: readonly FormPair[],
  caption: string | null,
  evaluated: number | null,
): PairedRead {
  const said: Labelled[] = [];
  const series: FigureSeries[] = [];
  let current = null as FigureSeries | null;
  for (const pair of pairs) {
    const { label, path, values } = pair;
    const [first] = values.filter((cell) => cell.look !== 'empty');
    if (!first || label.look === 'empty') continue;
    const head = figureHeadOf(label.folded, evaluated);
    const figures = values.length === 1 && isFigure(first);
    const heads = head.pure && (head.kind !== null || head.year !== null);
    if (INDICATOR.test(label.folded) && !heads && !figures && first.look !== 'prose') {
      current = seriesOf(first, label, path, false);
      series.push(current);
    } else if (current && label.folded === '単位') {
      const levels = [...current.labels.levels, label];
      current = { ...current, labels: { ...current.labels, unit: first, levels } };
      series[series.length - 1] = current;
    } else if (heads && figures && current && !/予算|決算|執行/.test(label.folded)) {
      current.observations.push(observed(first, head, label));
    } else if (
      figures &&
      (isMoney(pair, first, head, caption) || isBesideMoney(label, head, series))
    ) {
      const line = lineOf(pair, heads && head.kind?.rate === null, series);
      line.observations.push(observed(first, { ...head, unit: head.unit ?? null }, label));
      if (!series.includes(line)) series.push(line);
    } else said.push(...saidsOf(pair));
  }
  const bare = series.filter((s) => s.observations.length === 0);
  const named = current !== null && bare.includes(current) ? current : null;
  return {
    said: [...said, ...bare.filter((s) => s !== named).map(nameAlone)],
    series: series.filter((s) => s.observations.length > 0),
    named,
  };
}

/** A named indicator with the unit that stands in a cell of its own beside it, and the cells that remain: 単位：件. */
export function withUnitAlone(
  named: FigureSeries | null,
  alone: readonly FormCell[],
): { readonly named: FigureSeries | null; readonly alone: readonly FormCell[] } {
  const at = alone.findIndex((cell) => unitIn(cell) !== null);
  if (!named || named.labels.unit || at < 0) return { named, alone };
  const cell = alone[at] as FormCell;
  const levels = [...named.labels.levels, cell];
  return {
    named: { ...named, labels: { ...named.labels, unit: unitIn(cell), levels } },
    alone: alone.filter((_, i) => i !== at),
  };
}

/** A grade and, in cells behind it, what is said of it are two things; what grades mean is none. */
function saidsOf(pair: FormPair): Labelled[] {
  const [grade, ...behind] = pair.values.filter((cell) => cell.look !== 'empty');
  const rest = behind.filter(
    ({ folded, look }) => !explains(folded) && (look === 'prose' || !BRACKETED.test(folded)),
  );
  const graded = grade && JUDGEMENT.test(grade.folded) && behind.length > 0;
  if (!graded || !rest.every(({ look }) => look === 'prose')) return [saidOf(pair)];
  const reason = rest.length > 0 ? [saidOf({ ...pair, values: rest })] : [];
  return [saidOf({ ...pair, values: [grade] }), ...reason];
}

export function saidOf({ label, path, values }: FormPair): Labelled {
  return {
    label: label.text,
    path: path.map((cell) => cell.text),
    text: spaced(values.flatMap((cell) => cell.lines)),
  };
}

/** An indicator's name for which no figure follows is an ordinary field. */
export function nameAlone({ labels }: FigureSeries): Labelled {
  const { name, nameHead, path } = labels;
  return {
    label: (nameHead as FormCell).text,
    path: path.map((cell) => cell.text),
    text: spaced((name as FormCell).lines),
  };
}

function isFigure(cell: FormCell): boolean {
  const read = readFigure(cell);
  return (
    read !== null &&
    (read.value !== null || read.status === 'not-applicable' || read.status === 'pending') &&
    cell.look !== 'head'
  );
}

/** People and rates of execution behind amounts: 執行率 | 99.2％. */
const isBesideMoney = (
  label: FormCell,
  head: FigureHead,
  before: readonly FigureSeries[],
): boolean =>
  before.at(-1)?.money === true && (PEOPLE.test(label.folded) || head.kind?.rate === 'execution');

/** A label of money beside a figure that has a unit of money: its own, the label's, that of what it stands under, the caption's. */
function isMoney(
  { label, path }: FormPair,
  cell: FormCell,
  head: FigureHead,
  caption: string | null,
): boolean {
  const own = readFigure(cell)?.unit ?? head.unit;
  const unit = own ?? yenIn(label.folded) ?? yenIn(path.at(-1)?.folded ?? '') ?? caption;
  return MONEY_NAME.test(label.folded) && unit !== null && yenPer(unit) !== null;
}

/** The line of money that a pair is of: 予算額 and 決算額 beside 事業費 are of the same, うち一般財源 there is a line of its own. */
function lineOf(
  { label, path }: FormPair,
  isAmount: boolean,
  before: readonly FigureSeries[],
): FigureSeries {
  const over = path.at(-1);
  const unit = yenIn(over?.folded ?? '');
  const isOfOver = isAmount && over !== undefined && MONEY_NAME.test(over.folded);
  const last = before.findLast((one) => one.money && one.labels.name === over);
  if (isOfOver && last) return last;
  // What stands under a line of money as a part of it is told so already: うち一般財源.
  const isPart = last !== undefined && SUBTOTAL.test(label.folded);
  const outer = isOfOver || isPart ? path.slice(0, -1) : path;
  const line = seriesOf(isOfOver ? over : label, null, outer, true);
  return unit === null ? line : { ...line, caption: unit };
}

function observed(
  cell: FormCell,
  head: FigureHead,
  label: FormCell,
): FigureSeries['observations'][number] {
  return {
    cell,
    row: head,
    column: figureHeadOf('', null),
    lastColumn: null,
    columnHeads: [],
    headCells: [label],
  };
}

function seriesOf(
  name: FormCell,
  nameHead: FormCell | null,
  path: readonly FormCell[],
  money: boolean,
): FigureSeries {
  const level = nameHead ? levelIn(nameHead.folded) : null;
  const levels = nameHead ? [nameHead] : [];
  return emptySeries({ name, nameHead, level, levels, path }, money, []);
}
