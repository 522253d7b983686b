/** A PDF value (ISO 32000-1, 7.3) as far as following references needs it; keywords are null. */
export type PdfValue =
  | null
  | number
  | PdfName
  | Written
  | Reference
  | PdfDictionary
  | readonly PdfValue[];
export type PdfName = { readonly name: string };
/** A string as it is written between its brackets. */
export type Written = { readonly written: string };
/** `12 0`: number and generation. */
export type Reference = { readonly ref: string };
export type PdfDictionary = ReadonlyMap<string, PdfValue>;

export const isDictionary = (value: PdfValue | undefined): value is PdfDictionary =>
  value instanceof Map;
export const isReference = (value: PdfValue | undefined): value is Reference =>
  value !== null && typeof value === 'object' && 'ref' in value;
export const pdfNameOf = (value: PdfValue | undefined): string | null =>
  value !== null && typeof value === 'object' && 'name' in value ? value.name : null;

export const writtenOf = (value: PdfValue | undefined): string | null =>
  value !== null && typeof value === 'object' && 'written' in value ? value.written : null;

/** Nobody writes deeper ones, and each level takes a level of the stack. */
const DEEPEST = 200;

const BLANK = '[\\0\\t\\n\\f\\r ]';
const TOKEN = new RegExp(
  `(?:${BLANK}|%[^\\r\\n]*)*(?:(<<|>>|\\[|\\])|(\\d{1,10})${BLANK}+(\\d{1,5})${BLANK}+R\\b|/([^\\0\\t\\n\\f\\r ()<>[\\]{}/%]*)|([-+.\\d]{1,40})|(\\()|<([^>]*)>|[A-Za-z]+)`,
  'y',
);

/** The value at an offset and where it ends; null where none can be read. */
export function valueAt(text: string, from: number): { value: PdfValue; end: number } | null {
  let at = from;
  const next = (depth: number): PdfValue | typeof CLOSE | undefined => {
    TOKEN.lastIndex = at;
    const found = TOKEN.exec(text);
    if (!found || depth > DEEPEST) return undefined;
    at = TOKEN.lastIndex;
    const [, bracket, number, generation, name, amount, string, hex] = found;
    if (bracket === '<<' || bracket === '[') {
      const parts: PdfValue[] = [];
      for (let part = next(depth + 1); part !== CLOSE; part = next(depth + 1)) {
        if (part === undefined) return undefined;
        parts.push(part);
      }
      return bracket === '[' ? parts : dictionary(parts);
    }
    if (bracket) return CLOSE;
    if (number) return { ref: `${Number(number)} ${Number(generation)}` };
    if (name !== undefined) return { name };
    if (amount) return Number(amount);
    if (hex !== undefined) return { written: hex };
    if (!string) return null;
    const from = at;
    at = endOfString(text, from);
    return { written: text.slice(from, at - 1) };
  };
  const value = next(0);
  return value === undefined || value === CLOSE ? null : { value, end: at };
}

const CLOSE = Symbol('close');

function dictionary(parts: readonly PdfValue[]): PdfDictionary {
  const entries = new Map<string, PdfValue>();
  for (let i = 0; i + 1 < parts.length; i += 2) {
    const key = pdfNameOf(parts[i]);
    if (key !== null) entries.set(key, parts[i + 1] ?? null);
  }
  return entries;
}

/** Behind the bracket that closes a string: brackets nest, a backslash takes the next character out. */
function endOfString(text: string, from: number): number {
  let depth = 1;
  let at = from;
  for (; at < text.length && depth > 0; at++) {
    const c = text.charCodeAt(at);
    if (c === 0x5c) at++;
    else if (c === 0x28) depth++;
    else if (c === 0x29) depth--;
  }
  return at;
}
