import type { Level } from '../records/indicator.ts';
import type { FormCell } from './cell.ts';
import { end } from './form-table.ts';
import { type FigureHead, figureHeadOf } from './head.ts';
import type { HeadBlock } from './head-block.ts';
import { levelIn, looksLikeUnit } from './naming.ts';
import { isStack } from './stacked.ts';
import { DEPARTMENT, NAME_HEAD, UNIT_HEAD, YEAR_HEAD } from './vocabulary/labels.ts';

/** What stands left of a row of figures, by what it is for. */
export type RowLabels = {
  readonly name: FormCell | null;
  /** The head over the name: 指標名（単位）. */
  readonly nameHead: FormCell | null;
  readonly unit: FormCell | null;
  /** Labels of year or kind: 目標値, H26. */
  readonly heads: readonly { readonly cell: FormCell; readonly head: FigureHead }[];
  readonly level: Level | null;
  /** What says the level or what stands beside it, and nothing of its own: 活動指標, 単位. */
  readonly levels: readonly FormCell[];
  readonly path: readonly FormCell[];
  /** Which part of what the name says the row is of, the last of its path: 男性. */
  readonly part?: FormCell;
  /** Columns of words between the name and the figures: their head and what stands there. */
  readonly notes: readonly { readonly label: FormCell; readonly cell: FormCell }[];
};

/** Sorts the labels of a row. @param evaluated the sheet's fiscal year, null while it is not known */
export function rowLabels(
  stubs: readonly FormCell[],
  head: HeadBlock,
  evaluated: number | null,
): RowLabels {
  const over = (cell: FormCell) =>
    head.stubs.find(
      (s) => s.look !== 'empty' && s.col < end(cell) && cell.col < end(s) && s !== cell,
    ) ?? null;
  // What began above the heads runs along other parts of the form as well: no name of these rows.
  const outer = (cell: FormCell) => cell.row < head.from;
  const lastWords = stubs.findLast((cell) => cell.look !== 'head' && cell.look !== 'empty');
  const named = (cell: FormCell) =>
    stubs.some(
      (one) =>
        one !== cell &&
        one.look === 'words' &&
        !isLevel(one) &&
        (one.col < cell.col || (one.parted && one.col === cell.col)),
    );
  const heads: { cell: FormCell; head: FigureHead }[] = [];
  const words: FormCell[] = [];
  let unit: FormCell | null = null;
  let level: Level | null = null;
  let sided = false;
  for (const cell of stubs) {
    const label = over(cell);
    const alongside = lastWords && cell.col < lastWords.col && cell.rowSpan > lastWords.rowSpan;
    const isYear = figureHeadOf(cell.folded, evaluated).year !== null;
    const isName = label && !isYear && NAME_HEAD.test(label.folded) && !/区分/.test(label.folded);
    // 活動目標 before a name is its level.
    const kind = alongside && saysKind(cell, stubs, head);
    const isSide = isLevel(cell) && !named(cell) && lastWords && cell.col < lastWords.col;
    if (isStack(cell)) heads.push({ cell, head: figureHeadOf('', evaluated) });
    else if (kind) {
      heads.push({ cell, head: figureHeadOf(cell.folded, evaluated) });
      sided = true;
    } else if (cell.look === 'head' && !alongside && !isSide && (!isName || named(cell))) {
      heads.push({ cell, head: figureHeadOf(cell.folded, evaluated) });
    } else if (label && UNIT_HEAD.test(label.folded)) unit = cell;
    else if (label && YEAR_HEAD.test(label.folded) && figureHeadOf(cell.folded, evaluated).year) {
      heads.push({ cell, head: figureHeadOf(cell.folded, evaluated) });
    } else words.push(cell);
  }
  const offices = words.filter((cell) => DEPARTMENT.test(over(cell)?.folded ?? ''));
  const aside = offices.length < words.length ? offices : [];
  for (const cell of aside) words.splice(words.indexOf(cell), 1);
  const underHeads = words.filter((cell) => {
    const label = over(cell);
    return !outer(cell) && label !== null && isNameHead(label) && !isLevel(cell);
  });
  // 男性 under 区分 is a part of what stands under 目標項目.
  const isPart = (cell: FormCell) => /^区分/.test(over(cell)?.folded ?? '');
  const underHead = underHeads.findLast((cell) => !isPart(cell)) ?? underHeads.at(-1);
  const part = underHeads.findLast((cell) => isPart(cell) && underHead && cell.col > underHead.col);
  const last = words.findLast((cell) => !isLevel(cell));
  const headless = last && over(last) === null && !outer(last);
  // A unit without a head stands behind the name: 件, 人.
  if (
    !unit &&
    (!underHead || headless) &&
    last !== underHead &&
    last &&
    words.length > 1 &&
    looksLikeUnit(last.folded)
  ) {
    unit = last;
    words.splice(words.indexOf(last), 1);
  }
  // 直接経費 under コスト groups what stands beside it under no head: 事業費.
  const beside = headless && underHead && words.includes(last) && last.col > underHead.col;
  const name =
    (beside ? last : underHead) ?? words.findLast((cell) => !isLevel(cell) && !outer(cell)) ?? null;
  const at = name ? words.indexOf(name) : words.length;
  const parted = name && sided ? { ...name, parted: true } : name;
  const before = words.slice(0, at);
  for (const cell of before) level = levelIn(cell.folded) ?? level;
  for (const cell of words.slice(at + 1)) if (isLevel(cell)) level = levelIn(cell.folded) ?? level;
  const nameHead = name && over(name);
  // A number that counts the rows, and what is told in a sentence, are no headings over them.
  const told = before.filter(
    (cell) => COUNT.test(cell.folded) || (over(cell) !== null && TOLD.test(cell.look)),
  );
  return {
    name: parted,
    nameHead,
    unit,
    heads,
    level: level ?? (nameHead ? levelIn(nameHead.folded) : null),
    levels: [
      ...words.filter((cell) => cell !== name && isLevel(cell)),
      ...(parted?.parted ? [parted] : []),
    ],
    path: [
      ...before.filter((cell) => !isLevel(cell) && !told.includes(cell)),
      ...(part ? [part] : []),
    ],
    ...(part ? { part } : {}),
    notes: [
      ...told,
      ...aside,
      ...words.slice(at + 1).filter((cell) => !isLevel(cell) && cell !== part),
    ].flatMap((cell) => {
      const label = over(cell);
      return label && label !== nameHead ? [{ label, cell }] : [];
    }),
  };
}

/** 目標 along the rows of several names, where neither these nor the columns say what their figures are. */
function saysKind(side: FormCell, stubs: readonly FormCell[], { columns }: HeadBlock): boolean {
  const { pure, kind } = figureHeadOf(side.folded, null);
  const measures = kind !== null && (kind.value !== null || kind.rate !== null);
  if (side.look !== 'head' || !pure || !measures || /予算|決算|執行/.test(side.folded))
    return false;
  const others = [...stubs.filter((one) => one !== side), ...columns.flatMap(({ heads }) => heads)];
  return others.every(
    ({ look, folded }) => look !== 'head' || figureHeadOf(folded, null).kind === null,
  );
}

const COUNT = /^\(?\d{1,3}[.)]?$/;
const TOLD = /^(?:figure|prose)$/;

const isNameHead = (cell: FormCell) => NAME_HEAD.test(cell.folded);

/** A side label that says nothing but the level: 活動指標, 成果指標①. */
export const isLevel = (cell: FormCell): boolean =>
  /^(?:[(【[]?(?:活動|成果|対象)(?:指標|実績|目標)?(?:[(・].*)?[)】\]]?[①-⑳\d]*|アウトプット.{0,6}|アウトカム.{0,6}|KPI[①-⑳\d]*|.*及び(?:成果|活動)(?:実績|目標)(?:\(.*\))?|(?:成果|活動)(?:目標|指標)及び.*)$/.test(
    cell.folded,
  );
