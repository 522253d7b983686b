import { comparable } from '../japanese/characters.ts';
import { find } from '../japanese/folded.ts';
import type { Claims } from '../layout/claims.ts';
import { type PlacedText, slice, trim } from '../layout/text.ts';
import { headerPairs, printed } from './meaning.ts';
import type { FormOpening } from './opening.ts';
import { type Labelled, labelOf } from './said.ts';

/** Which sheet it is, and the pairs that say so. */
export type FormHeader = {
  readonly number: string | null;
  readonly title: string | null;
  readonly subtitle: string | null;
  readonly department: string | null;
  readonly used: readonly Labelled[];
  /** What stands behind the number in its place and is none: a name, a ministry. */
  readonly behind: Labelled | null;
};

/**
 * By labels that the vocabulary knows.
 * @param policy whether the sheet is about a 施策, not about one of its 事業
 * @param office who is in charge, where a line of the head says it: a section beside a label is then a part of that
 */
export function generalHeader(
  all: readonly Labelled[],
  policy: boolean,
  office: PlacedText | null,
): FormHeader {
  const { number, title, departments: labelled } = headerPairs(all, policy);
  const departments = labelled.filter(({ text }) => !office || !isSection(text));
  const code = number && codeOf(number.text);
  return {
    number: number ? printed(code ?? number.text) : null,
    title: title ? title.text.text : null,
    subtitle: null,
    department: departments.map(({ text }) => text.text).join(' ') || null,
    used: [number, title, ...departments].filter((said) => said !== null),
    behind: number && code ? { ...number, text: trim(slice(number.text, code.text.length)) } : null,
  };
}

/** A number before words that white parts from it: 0087　流域庁. */
function codeOf(text: PlacedText): PlacedText | null {
  const code =
    /^(?<code>[\dA-Za-z\-‐－―・.．０-９Ａ-Ｚａ-ｚ]*[\d０-９][\dA-Za-z\-‐－―・.．０-９Ａ-Ｚａ-ｚ]*)[\s　]+\p{L}[^\d０-９]+$/u.exec(
      text.text,
    )?.groups?.['code'];
  return code ? slice(text, 0, code.length) : null;
}

/** 道路係: neither bureau nor division. */
const isSection = ({ text }: PlacedText): boolean =>
  /^[^部局課室]+(?:係|班|グループ|チーム)$/.test(comparable(text));

/** By the labels that the form's file names, and by the title line. */
export function headerOfForm(
  { format, said }: FormOpening,
  all: readonly Labelled[],
  claims: Claims,
): FormHeader {
  const parts: { name: string; text: PlacedText }[] = [];
  const add = (name: string, text: PlacedText) => parts.push({ name, text: trim(text) });
  for (const [name, text] of Object.entries(said)) {
    claims.claim(text);
    add(name, text);
  }
  const used: Labelled[] = [];
  for (const { label, text } of format.header) {
    const pair = all.find((one) => !one.listed && !used.includes(one) && hasLabel(one, label));
    const found = pair && find(pair.text.text, text);
    if (!pair || !found) continue;
    used.push(pair);
    for (const [name, at] of Object.entries(found.groups)) {
      if (at) add(name, slice(pair.text, ...at));
    }
  }
  const of = (name: string) => parts.filter((part) => part.name === name).map(({ text }) => text);
  const numbers = of('number').map(printed);
  return {
    number: numbers.length > 0 ? numbers.join('-') : null,
    title: of('title')[0]?.text ?? null,
    subtitle: of('subtitle')[0]?.text ?? null,
    department:
      of('department')
        .map(({ text }) => text)
        .join(' ') || null,
    used,
    behind: null,
  };
}

/** Whether a pair has such a label, alone or behind the one that it stands under: 事務事業 | 名称. */
export function hasLabel(said: Labelled, pattern: RegExp): boolean {
  const label = labelOf(said);
  const above = said.path.at(-1);
  return (
    pattern.test(label) || (above !== undefined && pattern.test(comparable(above.text) + label))
  );
}
