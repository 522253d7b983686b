import { bodiesOf } from './objects.ts';

/** How far from the end the closing `startxref … %%EOF` may stand (ISO 32000-1 Annex H.3.4.4 note 18). */
const TAIL = 2048;

const REFERENCE = /(\d{1,10})[\0\t\n\f\r ]{1,9}(\d{1,5})[\0\t\n\f\r ]{1,9}R\b/g;

/**
 * Whether the file can be read in full. One with its cross-reference table in place can; where that is lost, pdf.js
 * rebuilds it from the objects it finds, and pages whose objects are gone would read as blank: then every object must
 * be closed and every reference must lead to an object.
 * @param text the file, a character for each byte
 */
export function isWhole(text: string): boolean {
  if (hasCrossReferences(text)) return true;
  const { at, closed } = bodiesOf(text);
  if (!closed || at.size === 0) return false;
  return outsideStreams(text).every((part) =>
    [...part.matchAll(REFERENCE)].every(([, number, generation]) =>
      at.has(`${Number(number)} ${Number(generation)}`),
    ),
  );
}

function hasCrossReferences(text: string): boolean {
  const end = text.slice(-TAIL);
  const match = /startxref\s{1,9}(\d{1,12})\s{1,9}%%EOF/g;
  let offset = -1;
  for (const found of end.matchAll(match)) offset = Number(found[1]);
  if (offset < 0 || offset >= text.length) return false;
  const header = Math.max(0, text.slice(0, 1024).indexOf('%PDF-'));
  return [offset, offset + header].some((at) =>
    /^\s*(xref\b|\d+\s+\d+\s+obj\b)/.test(text.slice(at, at + 40)),
  );
}

function outsideStreams(text: string): string[] {
  const parts: string[] = [];
  const open = /\bstream\r?\n/g;
  let from = 0;
  for (let found = open.exec(text); found; found = open.exec(text)) {
    parts.push(text.slice(from, found.index));
    const end = text.indexOf('endstream', open.lastIndex);
    if (end < 0) return parts;
    from = open.lastIndex = end + 'endstream'.length;
  }
  parts.push(text.slice(from));
  return parts;
}
