import { comparable } from '../japanese/characters.ts';
import { type Figure, figure } from '../japanese/figures.ts';

const NONE = { value: null, unit: null } as const;
/** Nothing was measured or done, by design or not: there is no figure and none will come. */
const NO_FIGURE = /^(?:未実施|実施なし|実績なし|なし|無し|皆無|[/／＼\\…・]+|-+)$/;

/** What a cell of figures says: one that stands wholly in parentheses is its figure; words are no figure. */
export function readFigure(text: string): Figure | null {
  const folded = comparable(text);
  const inside = /^[(]([^()]+)[)]$/.exec(folded)?.[1];
  if (NO_FIGURE.test(inside ?? folded)) return { ...NONE, status: 'not-applicable' };
  const read = figure(inside ?? text);
  if (read?.status === 'unread' && !/\d/.test(folded)) return { ...NONE, status: 'narrative' };
  return read;
}
