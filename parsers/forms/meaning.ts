import { comparable } from '../japanese/characters.ts';
import { type PlacedText, withoutSpaces } from '../layout/text.ts';
import type { Field, Rating } from '../records/sheet.ts';
import { isChoice } from './cell.ts';
import { withPlainBoxes } from './check-boxes.ts';
import type { FormContext } from './context.ts';
import { isScheduled } from './judged-columns.ts';
import { type Labelled, labelOf } from './said.ts';
import { isSubject, PUBLISHER_LABEL, subjectBeside } from './subject.ts';
import { ticked } from './ticked.ts';
import {
  ASKED_OF_ALL,
  ASKS_FOR_JUDGEMENT,
  JUDGEMENT,
  MAYBE_RATING,
  NO_JUDGEMENT,
  POINTS,
  POINTS_TO_BE_HAD,
  RATING_LABEL,
  RATING_LABEL_NOT,
  SIGN,
  VERDICT,
} from './vocabulary/judgements.ts';
import {
  DEPARTMENT,
  LABEL_ENDING,
  NOT_DEPARTMENT,
  NUMBER,
  OTHER_NUMBER,
  OTHER_TITLE,
  PERSON,
  SOME_DEPARTMENT,
  TITLE,
  TITLE_RANK,
} from './vocabulary/labels.ts';

/** What of a sheet's pairs tells which sheet it is; the rest are ratings and fields. */
export type HeaderPairs = {
  readonly number: Labelled | null;
  readonly title: Labelled | null;
  readonly departments: readonly Labelled[];
};

export function headerPairs(every: readonly Labelled[], policy: boolean): HeaderPairs {
  const all = every.filter(({ listed }) => !listed);
  const times = Map.groupBy(all, labelOf);
  // What repeats is of a part of what the sheet is about: each of its projects has a name, too.
  const repeated = (said: Labelled) => ((times.get(labelOf(said))?.length ?? 0) > 1 ? 4 : 0);
  const numbers = all.filter(
    (said) =>
      isNamed(said, NUMBER) &&
      !OTHER_NUMBER.test(labelOf(said)) &&
      /[\dA-Za-z]/.test(comparable(said.text.text)) &&
      said.text.text.length <= 20,
  );
  const own = (said: Labelled) =>
    (/施策/.test(labelOf(said)) === policy ? 0 : 1) +
    (/事業|整理|管理|^番号|^コード/.test(labelOf(said)) ? 0 : 0.5) +
    repeated(said);
  const titles = all.filter(
    (said) =>
      (isNamed(said, TITLE) && !OTHER_TITLE.test(labelOf(said)) && !isOfPlan(said, policy)) ||
      (policy && labelOf(said) === '施策'),
  );
  const rank = (said: Labelled) => {
    const label = labelOf(said);
    const at = TITLE_RANK.findIndex((word) => word.test(label));
    const own = policy && /施策/.test(label) ? -1 : at < 0 ? TITLE_RANK.length : at;
    const ofPlan = said.path.some(({ text }) => /体系|位置/.test(text)) ? OF_PLAN : 0;
    return own + ofPlan + repeated(said);
  };
  const offices = (pattern: RegExp) =>
    all.filter((said) => {
      const label = labelOf(said);
      const other = NOT_DEPARTMENT.test(label) || PERSON.test(label) || isChoice(said.text.text);
      return pattern.test(label) && !other;
    });
  const known = offices(DEPARTMENT);
  // Who carries a project out (県, 市（委託）) is the department only where nobody else is named.
  const inCharge = known.filter((said) => !/^実施主体/.test(labelOf(said)));
  const departments = [inCharge, known].find((some) => some.length > 0) ?? offices(SOME_DEPARTMENT);
  const whole = departments.filter((said) => repeated(said) === 0);
  const number = lowest(numbers, own);
  const title = lowest(titles, rank) ?? subjectBeside(number, all) ?? all.find(isSubject) ?? null;
  return {
    number: number ?? all.find((said) => title !== null && isNumberOf(title, said)) ?? null,
    title,
    departments: firstOfEach(whole.length > 0 ? whole : departments),
  };
}

/** What stands under 施策体系 says where in the plan a sheet stands, where anything else may be its title. */
const OF_PLAN = 3;

/** 基本目標番号 beside 基本目標, where that is what the sheet is about. */
const isNumberOf = (title: Labelled, said: Labelled): boolean =>
  NUMBER.test(labelOf(said)) && labelOf(said).startsWith(labelOf(title).replace(/名称?$/, ''));

/** 施策 and 基本施策 say where in the plan a project stands, unless the sheet is a policy's own. */
const isOfPlan = (said: Labelled, policy: boolean) => !policy && /施策$/.test(labelOf(said));

/** 市区町村名 beside the name that the head of the sheet has. */
export function publisherPairs(all: readonly Labelled[], publisher: PlacedText | null): Labelled[] {
  const who = publisher && printed(publisher);
  return all.filter((said) => PUBLISHER_LABEL.test(labelOf(said)) && printed(said.text) === who);
}

/** Whether its label, or its label under the one beside it (事務事業 | 名称), is such a one. */
function isNamed(said: Labelled, pattern: RegExp): boolean {
  const label = labelOf(said);
  const above = said.path.at(-1);
  return (
    pattern.test(label) || (above !== undefined && pattern.test(comparable(above.text) + label))
  );
}

function lowest(all: readonly Labelled[], rank: (said: Labelled) => number): Labelled | null {
  return all.reduce<Labelled | null>(
    (best, said) => (best === null || rank(said) < rank(best) ? said : best),
    null,
  );
}

/** Bureau and division, each once: a second department of the same label is another thing's. */
function firstOfEach(departments: readonly Labelled[]): Labelled[] {
  const labels = departments.map(labelOf);
  return departments.filter((_, i) => labels.indexOf(labels[i] as string) === i).slice(0, 2);
}

/** A judgement, where label and text say that it is one. */
export function ratingOf(said: Labelled, context: FormContext): Rating | null {
  const label = labelOf(said);
  const path = said.path.map(printed);
  const under = [label, ...path.map(comparable)].join(' ');
  const choices = ticked(said.text);
  const maybe = MAYBE_RATING.test(under) && (!choices || areJudgements(said.text, 1));
  // A question that every row is asked may have any words in it: 理由は妥当か.
  const asked = said.listed && ASKED_OF_ALL.test(comparable(path.at(-1) ?? ''));
  const points =
    POINTS.test(comparable(said.text.text)) &&
    !POINTS_TO_BE_HAD.test(under.replace(/\([^()]*\)/g, ''));
  const sign =
    !isScheduled(said) && SIGN.test(comparable(said.text.text)) && !RATING_LABEL_NOT.test(label);
  const judges =
    said.judged ||
    ASKS_FOR_JUDGEMENT.test(label) ||
    (label === '結果' && /点検|評価|審査|検証/.test(under)) ||
    sign ||
    points ||
    asked ||
    isEarlier(label, path) ||
    ((RATING_LABEL.test(under) || maybe) && !RATING_LABEL_NOT.test(label));
  if (isWished(label, path, said.text)) return null;
  if (!judges && !(choices && areJudgements(said.text) && !areFacts(said.text))) return null;
  if (choices) {
    const [choice] = choices;
    if (!choice || choices.length > 1) return null;
    const text = withoutSpaces(choice);
    if (NO_JUDGEMENT.test(comparable(said.text.text)) || comparable(text.text).length > MAX_CHOICE)
      return null;
    context.claims.claim(said.label, said.text, ...said.path);
    return { name: printed(said.label), path, text: text.text, at: context.at(text) };
  }
  const text = withoutSpaces(said.text);
  const folded = comparable(text.text);
  const verdict =
    (ASKS_FOR_JUDGEMENT.test(label) || (asked && /評価|判定|評定/.test(path.at(-1) ?? ''))) &&
    VERDICT.test(folded) &&
    !LABEL_ENDING.test(folded);
  if (!said.judged && !points && !verdict && !JUDGEMENT.test(folded)) return null;
  context.claims.claim(said.label, said.text, ...said.path);
  return { name: printed(said.label), path, text: text.text, at: context.at(text) };
}

/** 方向 ↗ beside an indicator: whether it is to rise. */
const isWished = (label: string, path: readonly string[], { text }: PlacedText): boolean =>
  /^(?:望ましい|[目め]ざす|目指す|改善の|目標の)?(?:方向|向き)$/.test(label) &&
  /^[→↑↓↗↘➡⇒⬆⬇]$/.test(comparable(text)) &&
  !path.some((over) => /今後|来年度|次年度|評価/.test(over));

/** 前年度 below 評価: what was judged the time before. */
const isEarlier = (label: string, path: readonly string[]): boolean =>
  /^(?:前|昨|前々)(?:年度?|回)$/.test(label) &&
  ASKS_FOR_JUDGEMENT.test(comparable(path.at(-1) ?? ''));

/** A longer choice is told, not judged. */
const MAX_CHOICE = 24;

/**
 * Whether the choices of a row of boxes are judgements, whatever its label.
 * @param share more of them than this are
 */
function areJudgements(text: PlacedText, share = 0.7): boolean {
  const all = comparable(withPlainBoxes(text).text)
    .split(/[□☐■☑☒✓✔○〇◯●◉・／/]/)
    .filter((choice) => choice !== '');
  const judged = all.filter((choice) => JUDGEMENT.test(choice)).length;
  return all.length > 1 && (judged === all.length || judged > share * all.length);
}

/** ○有　●無: whether there is a thing, which only a label that asks for a judgement makes one. */
const areFacts = (text: PlacedText): boolean =>
  /^(?:[□☐■☑☒✓✔○〇◯●◉・／/]*(?:有|無|あり|なし))+$/.test(comparable(withPlainBoxes(text).text));

export function fieldOf(said: Labelled, context: FormContext): Field {
  context.claims.claim(said.label, said.text, ...said.path);
  return {
    label: printed(said.label),
    path: said.path.map(printed),
    text: said.text.text.trim(),
    at: context.places(said.text),
  };
}

export const printed = (text: PlacedText): string => withoutSpaces(text).text;
