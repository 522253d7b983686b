/** A stretch of a file, offsets as in `subarray`. */
export type Span = { readonly from: number; readonly to: number };

/** An object of a plainly written PDF and where its parts stand; `data` is what lies between stream and endstream. */
export type PdfObject = Span & {
  readonly id: number;
  readonly dict: Span;
  readonly data: Span | null;
  readonly flate: boolean;
};

/** The objects of a file as our samples are written: no object streams, no encryption, true lengths. */
export function objectsOf(bytes: Uint8Array): PdfObject[] {
  const text = Buffer.from(bytes).toString('latin1');
  const found: PdfObject[] = [];
  const head = /(?<=\n)(\d+) 0 obj\n/g;
  for (let match = head.exec(text); match; match = head.exec(text)) {
    const from = match.index;
    const body = head.lastIndex;
    const close = text.indexOf('\nendobj', body);
    const open = text.indexOf('stream\n', body);
    const id = Number(match[1]);
    if (open < 0 || open > close) {
      const to = close + '\nendobj'.length;
      found.push({ id, from, to, dict: { from: body, to: close }, data: null, flate: false });
      continue;
    }
    const dict = { from: body, to: open };
    const length = Number(/\/Length (\d+)/.exec(text.slice(body, open))?.[1]);
    const data = { from: open + 'stream\n'.length, to: open + 'stream\n'.length + length };
    const to = text.indexOf('endobj', data.to) + 'endobj'.length;
    found.push({
      id,
      from,
      to,
      dict,
      data,
      flate: text.slice(body, open).includes('/FlateDecode'),
    });
    head.lastIndex = to;
  }
  return found;
}

/** The file with some stretches replaced, and its cross-reference table made anew: another whole file. */
export function rewritten(bytes: Uint8Array, replaced: ReadonlyMap<Span, Uint8Array>): Uint8Array {
  const source = Buffer.from(bytes);
  const xref = source.lastIndexOf('xref\n', source.lastIndexOf('startxref') - 1);
  const edits = [...replaced].sort(([a], [b]) => a.from - b.from);
  const pieces: Uint8Array[] = [];
  let at = 0;
  for (const [{ from, to }, by] of edits) {
    pieces.push(source.subarray(at, from), by);
    at = to;
  }
  pieces.push(source.subarray(at, xref));
  const body = Buffer.concat(pieces);

  const offsets = objectsOf(bytes).flatMap((object) => {
    if (edits.some(([{ from, to }]) => from <= object.from && object.to <= to)) return [];
    const before = edits.filter(([{ to }]) => to <= object.from);
    const shift = before.reduce((sum, [{ from, to }, by]) => sum + by.length - (to - from), 0);
    const offset = object.from + shift;
    return [[Number.parseInt(body.toString('latin1', offset, offset + 9), 10), offset] as const];
  });
  const size = Math.max(...offsets.map(([id]) => id)) + 1;
  const rows = Array.from({ length: size }, () => '0000000000 65535 f \n');
  for (const [id, offset] of offsets) rows[id] = `${String(offset).padStart(10, '0')} 00000 n \n`;
  const trailer = source.subarray(source.indexOf('trailer', xref), source.lastIndexOf('startxref'));
  return Buffer.concat([
    body,
    Buffer.from(`xref\n0 ${size}\n${rows.join('')}`),
    trailer,
    Buffer.from(`startxref\n${body.length}\n%%EOF\n`),
  ]);
}
