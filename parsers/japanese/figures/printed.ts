/**
 * A text as printed, its lines parted by "\n", and for each of its UTF-16 units whether it is raised (a smaller mark
 * above the line) or struck through.
 */
export type Printed = {
  readonly text: string;
  readonly sources?: readonly ({ readonly raised?: true; readonly struck?: true } | null)[];
};

const DASHES = /[‐‑‒–—―−－─]/g;
const WAVES = /[〜～∼]/g;
const ARROWS = /[⇒➡➔➜➝⇨⟶⟹►]/g;
/** Thin spaces (U+2009, U+202F) group digits and stay; the others only part words. */
const SPACES = /[\u00a0\u2000-\u2008\u200a\u205f\u3000]/g;

/**
 * The same text in narrow characters, unit by unit, so that its offsets are those of the printed one: ＋１２，３ becomes
 * +12,3, each dash -, each wave ~. Unlike NFKC it makes no digit of ① or ².
 */
export function narrow(text: string): string {
  return text
    .replace(DASHES, '-')
    .replace(WAVES, '~')
    .replace(ARROWS, '→')
    .replace(SPACES, ' ')
    .replace(/[！-～]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/[〔【｢]/g, '[')
    .replace(/[〕】｣]/g, ']')
    .replace(/[‥⋯]/g, '…')
    .replace(/￥/g, '¥')
    .replace(/､/g, '、')
    .replace(/｡/g, '。')
    .replace(/･/g, '・')
    .replace(/⁄/g, '/');
}

/**
 * What a cell says, narrow, with a space for every character that is struck through or a note mark above the line. The
 * raised 2 of km² is part of its unit.
 */
export function saidByCell({ text, sources }: Printed): string {
  if (!sources) return narrow(text);
  const kept = text.split('').map((c, i) => {
    const exponent = /[23]/.test(c) && /m/i.test(text[i - 1] ?? '');
    return sources[i]?.struck || (sources[i]?.raised && !exponent) ? ' ' : c;
  });
  return narrow(kept.join(''));
}

/** What a line was drawn through, stretch by stretch. */
export function struckIn({ text, sources }: Printed): string[] {
  const stretches: string[] = [];
  for (let i = 0; i < text.length; i++) {
    if (!sources?.[i]?.struck) continue;
    if (sources[i - 1]?.struck) stretches.push(`${stretches.pop()}${text[i]}`);
    else stretches.push(text.charAt(i));
  }
  return stretches;
}
