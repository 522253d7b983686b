import { comparable } from '../japanese/characters.ts';
import type { FigureKind } from '../japanese/kinds.ts';
import { type PlacedText, slice, trim } from '../layout/text.ts';
import type { FormCell } from './cell.ts';
import { figureHeadOf } from './head.ts';
import { spaced } from './lines.ts';

/** White, parentheses, or the end of a unit in parentheses between a name and a kind; as printed. */
const BEHIND =
  /^(?<name>.*\S)(?:[\s　]+(?<apart>\S{2,8})|[(（](?<inside>[^()（）]{2,6})[)）]|(?<=[)）])(?<next>[^\s()（）]{2,6}))$/su;

/**
 * A name and the kind that stands behind it as two cells, 相談件数　目標, 相談件数（実績）, 相談件数（件）目標; null where none does.
 * With nothing between them they are two where another row has the same name and another kind: 相談件数目標, 相談件数実績.
 */
export function kindBehind(
  cell: FormCell,
  others: readonly FormCell[],
): readonly [FormCell, FormCell] | null {
  if (cell.look !== 'words') return null;
  const text = spaced(cell.lines);
  const groups = BEHIND.exec(text.text)?.groups;
  const kind =
    groups?.['apart'] ?? groups?.['inside'] ?? groups?.['next'] ?? sharedEnd(text.text, others);
  const name = groups?.['name'] ?? text.text.slice(0, -(kind?.length ?? 0));
  if (!name || !kind || kindOf(kind) === null) return null;
  if (figureHeadOf(comparable(name), null).kind !== null) return null;
  const from = text.text.lastIndexOf(kind);
  return [
    { ...part(cell, trim(slice(text, 0, name.length))), parted: true },
    { ...part(cell, slice(text, from, from + kind.length)), look: 'head' },
  ];
}

/** The kind at a text's end where another text has the same beginning and another kind. */
function sharedEnd(text: string, others: readonly FormCell[]): string | undefined {
  for (let from = text.length - 2; from > 1 && text.length - from <= MAX_KIND; from--) {
    const [name, kind] = [comparable(text.slice(0, from)), text.slice(from)];
    const own = kindOf(kind);
    const isPaired = ({ folded }: FormCell) => {
      const other = folded.startsWith(name) ? kindOf(folded.slice(name.length)) : null;
      return other !== null && other !== own;
    };
    if (own !== null && others.some(isPaired)) return kind;
  }
  return undefined;
}

const MAX_KIND = 6;

/** The kind that a text says, and nothing else. */
function kindOf(text: string): FigureKind | null {
  const head = figureHeadOf(comparable(text), null);
  return head.pure && head.year === null ? head.kind : null;
}

function part(cell: FormCell, text: PlacedText): FormCell {
  const [line] = cell.lines;
  const lines = line ? [{ ...line, ...text, gaps: [] }] : [];
  return { ...cell, lines, text, folded: comparable(text.text) };
}
