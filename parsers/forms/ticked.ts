import { type PlacedText, slice, trim } from '../layout/text.ts';
import { withPlainBoxes } from './check-boxes.ts';
import { TICKED, UNTICKED } from './vocabulary/judgements.ts';

/** The ticked labels of a row of boxes, each without its box; null where it is none. */
export function ticked(asPrinted: PlacedText): PlacedText[] | null {
  const around = ringedParts(asPrinted);
  if (around.length > 0) return around;
  const text = withPlainBoxes(asPrinted);
  const printed = text.text;
  const numbered = circledNumber(text);
  if (numbered) return [numbered];
  const box = /[□☐■☑☒✓✔]/.test(printed);
  const on = box ? /[■☑☒✓✔]/ : TICKED;
  const off = box ? /[□☐]/ : UNTICKED;
  const parts: { on: boolean; from: number }[] = [];
  for (let i = 0; i < printed.length; i++) {
    const c = printed.charAt(i);
    if (on.test(c) || off.test(c)) parts.push({ on: on.test(c), from: i + 1 });
  }
  if (parts.length === 0 || !parts.some((part) => part.on))
    return box && parts.length > 0 ? [] : null;
  return parts.flatMap(({ on: set, from }, i) => {
    if (!set) return [];
    const to = parts[i + 1] ? (parts[i + 1] as { from: number }).from - 1 : printed.length;
    return [{ text: printed.slice(from, to), sources: text.sources.slice(from, to) }];
  });
}

/** Of choices that are counted, the one whose number is circled: １　拡充　②　継続　３　縮小. */
function circledNumber(text: PlacedText): PlacedText | null {
  const all = [
    ...text.text.matchAll(
      /(?<![\d０-９.．])([1-9１-９]|[①-⑨])[.．:：]?[\s　]*(?=[^\d０-９\s.,、])/gu,
    ),
  ];
  const at = all.map(([, number = '']) => Number(number.normalize('NFKC')));
  const circled = all.filter(([, number = '']) => /[①-⑨]/.test(number));
  const [one, ...others] = circled;
  const inOrder = at.every((number, i) => number === i + 1);
  if (!one || others.length > 0 || all.length < 2 || !inOrder || all[0]?.index !== 0) return null;
  return between(text, one.index + one[0].length, all[all.indexOf(one) + 1]?.index);
}

const between = (text: PlacedText, from: number, to: number | undefined): PlacedText =>
  trim(slice(text, from, to));

/** The stretches of a text that a ring stands around, where it does not stand around all of it. */
function ringedParts(text: PlacedText): PlacedText[] {
  const parts: [number, number][] = [];
  for (const [i, glyph] of text.sources.entries()) {
    if (!glyph?.ringed) continue;
    const last = parts.at(-1);
    if (last && last[1] === i) last[1] = i + 1;
    else parts.push([i, i + 1]);
  }
  const all = parts.map(([from, to]) => trim(slice(text, from, to)));
  return all.filter((part) => part.text !== '' && part.text !== text.text.trim());
}
