import { comparable } from '../japanese/characters.ts';
import { type PlacedText, slice, trim } from '../layout/text.ts';
import type { FormCell } from './cell.ts';
import { headOf } from './head.ts';
import { spaced } from './lines.ts';

/** White, or parentheses, between a name and a kind; as printed. */
const BEHIND = /^(?<name>.*\S)(?:[\s　]+(?<apart>\S{2,8})|[(（](?<inside>[^()（）]{2,6})[)）])$/su;

/** A name and the kind that stands behind it as two cells, 相談件数　目標 and 相談件数（実績）; null where none does. */
export function kindBehind(cell: FormCell): readonly [FormCell, FormCell] | null {
  const text = spaced(cell.lines);
  const groups = cell.look === 'words' ? BEHIND.exec(text.text)?.groups : undefined;
  const [name, kind] = [groups?.['name'], groups?.['apart'] ?? groups?.['inside']];
  if (!name || !kind) return null;
  const head = headOf(comparable(kind), null);
  if (!head.pure || head.kind === null || headOf(comparable(name), null).kind !== null) return null;
  const from = text.text.lastIndexOf(kind);
  return [
    { ...part(cell, trim(slice(text, 0, name.length))), parted: true },
    { ...part(cell, slice(text, from, from + kind.length)), look: 'head' },
  ];
}

function part(cell: FormCell, text: PlacedText): FormCell {
  const [line] = cell.lines;
  const lines = line ? [{ ...line, ...text, gaps: [] }] : [];
  return { ...cell, lines, text, folded: comparable(text.text) };
}
