/** How far from the end the closing `startxref … %%EOF` may stand (ISO 32000-1 Annex H.3.4.4 note 18). */
const TAIL = 2048;

/**
 * Whether the file can be read in full. One with its cross-reference table in place can; where that is lost, pdf.js
 * rebuilds it from the objects it finds, and pages whose objects are gone would read as blank: then every object must
 * be closed and every reference must lead to an object.
 */
export function isWhole(bytes: Uint8Array): boolean {
  const text = new TextDecoder('latin1').decode(bytes);
  if (hasCrossReferences(text)) return true;
  const { defined, referenced, closed } = objectsOf(text);
  if (!closed || defined.size === 0) return false;
  for (const id of referenced) if (!defined.has(id)) return false;
  return true;
}

function hasCrossReferences(text: string): boolean {
  const end = text.slice(-TAIL);
  const match = /startxref\s+(\d+)\s+%%EOF/g;
  let offset = -1;
  for (const found of end.matchAll(match)) offset = Number(found[1]);
  if (offset < 0 || offset >= text.length) return false;
  const header = Math.max(0, text.slice(0, 1024).indexOf('%PDF-'));
  return [offset, offset + header].some((at) =>
    /^\s*(xref\b|\d+\s+\d+\s+obj\b)/.test(text.slice(at, at + 40)),
  );
}

function objectsOf(text: string): {
  defined: Set<string>;
  referenced: Set<string>;
  closed: boolean;
} {
  const defined = new Set<string>();
  const referenced = new Set<string>();
  let closed = true;
  const token = /(\d+)\s+(\d+)\s+obj\b|(\d+)\s+(\d+)\s+R\b|\bstream\r?\n|\bendobj\b/g;
  let open = false;
  for (let found = token.exec(text); found; found = token.exec(text)) {
    if (found[1] !== undefined) {
      defined.add(`${found[1]} ${found[2]}`);
      open = true;
    } else if (found[3] !== undefined) {
      referenced.add(`${found[3]} ${found[4]}`);
    } else if (found[0] === 'endobj') {
      open = false;
    } else {
      const end = text.indexOf('endstream', token.lastIndex);
      if (end < 0) return { defined, referenced, closed: false };
      token.lastIndex = end + 'endstream'.length;
    }
  }
  if (open) closed = false;
  return { defined, referenced, closed };
}
