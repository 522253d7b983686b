const MAX_KEPT = 20_000;
const MAX_KEPT_LENGTH = 80;

/** A pure function of a short text that keeps what it gave: labels and headings are asked of again and again. */
export function remembered<Result>(read: (text: string) => Result): (text: string) => Result {
  const kept = new Map<string, Result>();
  return (text) => {
    if (text.length > MAX_KEPT_LENGTH) return read(text);
    const known = kept.get(text);
    if (known !== undefined) return known;
    const result = read(text);
    if (kept.size >= MAX_KEPT) kept.clear();
    kept.set(text, result);
    return result;
  };
}
