import { comparable } from '../japanese/characters.ts';
import type { Line } from '../layout/lines.ts';
import { slice, trim } from '../layout/text.ts';
import { type FormCell, isKnownLabel } from './cell.ts';
import { spaced } from './lines.ts';
import type { Labelled } from './said.ts';

const HEAD =
  /^[\s　]*(?:【([^【】]{1,20})】|［([^［］]{1,20})］|〔([^〔〕]{1,20})〕|[<＜〈《]([^<>＜＞〈〉《》]{1,20})[>＞〉》]|[(（]([^()（）]{1,20})[)）])/;

/**
 * What a cell without a label beside it holds under headings of its own, each at the beginning of a line: 【目的】 over a text,
 * 【内容】 before one. None where it begins otherwise, or one holds nothing.
 */
export function headedParts({ lines }: FormCell): Labelled[] {
  const parts: { label: Line; lines: Line[] }[] = [];
  for (const line of lines) {
    const found = HEAD.exec(line.text);
    const name = found?.slice(1).find((one) => one !== undefined);
    const inRound = found?.[5] !== undefined;
    if (!found || !name || (inRound && !isKnownLabel(comparable(name)))) {
      parts.at(-1)?.lines.push(line);
      if (parts.length === 0) return [];
      continue;
    }
    const [whole] = found;
    const rest = { ...line, ...slice(line, whole.length, line.text.length) };
    const label = { ...line, ...trim(slice(line, 0, whole.length)) };
    parts.push({ label, lines: rest.text.trim() === '' ? [] : [rest] });
  }
  if (parts.some(({ lines: own }) => own.length === 0)) return [];
  return parts.map(({ label, lines: own }) => ({ label, path: [], text: spaced(own) }));
}
