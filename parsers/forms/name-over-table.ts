import { comparable } from '../japanese/characters.ts';
import { yenPer } from '../japanese/figures.ts';
import type { FormCell } from './cell.ts';
import type { RowLabels } from './figure-row.ts';
import { figureHeadOf } from './head.ts';
import type { HeadBlock } from './head-block.ts';
import type { Chunk } from './lines.ts';
import { bareName, unitOff } from './naming.ts';
import { KNOWN } from './vocabulary/labels.ts';

/** Endings of headings that say what a table is about, not what one indicator is called. */
const ABOUT = /(?:指標|目標|実績|推移|状況|一覧|評価|達成度|項目|検証|KPI)(?:等|表)?$/;

/**
 * The name of the one indicator of a table, where it stands in the line above: KPI① 相談の件数（件）. It is told from other
 * headings by the word for indicators before it, or by the unit behind it.
 */
export function nameOverTable(line: Chunk | null): RowLabels | null {
  if (!line) return null;
  const { name: bare, level } = bareName(line.text);
  const { name, unit } = unitOff(bare, false);
  const isSaid = level !== null || /^(?:指標|KPI)/.test(line.folded);
  const counted = unit !== null && yenPer(unit.text) === null;
  const own = comparable(name.text);
  const begins = bare.text.length < line.text.text.trim().length;
  if (!(isSaid && begins) && !counted) return null;
  if (own === '' || own.includes('。') || ABOUT.test(own) || KNOWN.test(own)) return null;
  const cell: FormCell = {
    row: 0,
    col: 0,
    rowSpan: 1,
    colSpan: 1,
    box: line.box,
    lines: [{ ...line.text, box: line.box, size: line.size, gaps: [] }],
    text: line.text,
    folded: line.folded,
    look: 'words',
    filled: false,
    font: undefined,
    leaning: 0,
  };
  return {
    name: cell,
    nameHead: null,
    unit: null,
    heads: [],
    level,
    levels: [],
    path: [],
    notes: [],
  };
}

/** Whether all columns of a table say a year or a kind, and none what is counted. */
export const namesNothing = ({ columns }: HeadBlock): boolean =>
  columns.every(({ heads }) => {
    const last = heads.at(-1);
    return (
      last !== undefined &&
      (last.look === 'head' || figureHeadOf(last.folded, null).pure || ABOUT.test(last.folded))
    );
  });
