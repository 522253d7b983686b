import { unitInName, yenPer } from '../japanese/figures.ts';
import { find, fold } from '../japanese/folded.ts';
import { type PlacedText, slice, trim } from '../layout/text.ts';
import type { Level } from '../records/indicator.ts';
import { LEVELS } from './vocabulary/labels.ts';

/** A name without the unit that stands behind or inside it, and that unit as printed. */
export type NameAndUnit = { readonly name: PlacedText; readonly unit: PlacedText | null };

/** In parentheses behind a name, but no unit: what is counted, or when. */
const NO_UNIT =
  /暦年|年度|累計|延べ|再掲|年間|[市町村区県]内(?!会)|全体|合計|うち|内訳|平均|現在|速報|推計|見込|KPI|(?!^事業[所者]$)事業|[A-ZＡ-Ｚ①-⑳][+＋×÷-]|^[A-Z①-⑳]$|注|※/;
const MAX_UNIT = 8;

/**
 * Takes the unit off a name: the last parentheses that hold one, or 単位：件.
 * @param said whether the column's head says that units stand there (指標名及び単位)
 */
export function unitOff(text: PlacedText, said: boolean): NameAndUnit {
  const { text: folded, offsets } = fold(text.text);
  const shared = sharedUnit(folded);
  if (shared) {
    const { from, to, unit } = shared;
    const at = (a: number, b: number) => slice(text, offsets[a] as number, offsets[b]);
    return {
      name: trim(without(text, offsets[from] as number, offsets[to] as number)),
      unit: trim(at(unit[0], unit[1])),
    };
  }
  const inside = [...folded.matchAll(/[([【〔]([^()[\]【】〔〕]+)[)\]】〕]/g)]
    .reverse()
    .find(([, unit = '']) => {
      if (unit.length > MAX_UNIT || NO_UNIT.test(unit)) return /^単位:/.test(unit);
      return (
        said || yenPer(unit) !== null || looksLikeUnit(unit) || unitInName(`(${unit})`) !== null
      );
    });
  const caption = /[/、]?単位:([^()]{1,6})$/.exec(folded);
  const match = inside ?? caption;
  if (!match) return { name: trim(text), unit: null };
  const from = match.index;
  const to = from + match[0].length;
  const unit = (match[1] as string).replace(/^単位:/, '');
  const start = from + match[0].lastIndexOf(unit);
  const at = (a: number, b?: number) =>
    slice(text, offsets[a] as number, b === undefined ? undefined : offsets[b]);
  return {
    name: trim(without(text, offsets[from] as number, offsets[to] as number)),
    unit: trim(at(start, start + unit.length)),
  };
}

/** A unit behind how it is counted, in one pair of parentheses: (累計・件) is 件 of what is (累計). */
function sharedUnit(
  folded: string,
): { readonly from: number; readonly to: number; readonly unit: readonly [number, number] } | null {
  const found = /[(【〔]([^()【】〔〕]{1,6})([・、,:])([^()【】〔〕・、,:]{1,4})[)】〕]$/d.exec(
    folded,
  );
  const [, how, mark, unit] = found?.indices ?? [];
  if (!found || !how || !mark || !unit) return null;
  const [, first = '', , last = ''] = found;
  if (!NO_UNIT.test(first) || !looksLikeUnit(last)) return null;
  return { from: mark[0], to: unit[1], unit };
}

/** A letter that marks a part of a formula, 事業費(A), and is no unit: m, g, t and l are. */
export const FORMULA_MARK = /^(?![mgtl])[A-Za-z]$/;

const UNIT =
  /^(?:[%‰℃㎡㎥㎢㎞]|[千万百億]?(?:円|人|件|個|戸|世帯|t|ha|台|冊|m2?|km2?|kg|kWh|食|回|社|団体|日|時間|店|校|本|点|組|名|頭|株|羽|箇?か?ヶ?所|施設|地区|事業|種類|人工|人日|倍|歳|年|月|分|位|ポイント|品目|床|隻|路線|便|泊|問|項目|自治会|事業所|事業者|企業|法人|サークル|グループ|講座|教室|会場|億円)|[^\d]{1,2}\/[^\d]{1,4}|.*人中?\/.*|t-CO2|g\/人・?日)$/;

export const looksLikeUnit = (folded: string): boolean => UNIT.test(folded);

function without(text: PlacedText, from: number, to: number): PlacedText {
  return {
    text: text.text.slice(0, from) + text.text.slice(to),
    sources: [...text.sources.slice(0, from), ...text.sources.slice(to)],
  };
}

const KIND_WORD =
  /^(?:[①-⑳]|\(?\d{1,2}\)?[.．、)]?|【|\[|〔|<)?(?:活動|成果|対象|アウトプット|アウトカム)(?:指標)?[①-⑳\d]*(?:】|\]|〕|>|[:・.]|(?=[①-⑳]))+|^(?:活動|成果|対象|アウトプット|アウトカム)(?:指標|目標)?[(]?\d{1,2}[)]?(?![\d.,/]|[人件回日月年円台社世戸個箇歳割%校]|時間|団体)/;
/** 成果指標 待機児童数, 成果指標①待機児童数: a space or a circled number parts the kind word from the name, as printed. */
const KIND_APART =
  /^(?:(?:(?:活動|成果|対象)(?:指標)?|アウトプット|アウトカム|KPI|ＫＰＩ)(?:[①-⑳]+\s*|[0-9０-９]*\s+)|指標(?:[①-⑳]+\s*|[0-9０-９]+(?:\s+|[:：．.])))(?=\S)/;
const KPI_WORD = /^(?:【KPI】|\[KPI\]|KPI[①-⑳\d]*[:・]|【重要業績評価指標】)/;
const MARKER = /^(?:[①-⑳]|\(?\d{1,2}\)|\d{1,2}[.．)]|[ア-オ][.．)]|[・●○◎◆■□※])+/;
const NOTE_MARK = /(?:※\d*|\*\d*|\(?注\)?\d*)$/;

/** An indicator's name without marker, kind word and note mark; what the kind word says is its level. */
export function bareName(text: PlacedText): { name: PlacedText; level: Level | null } {
  let name = trim(text);
  // ① folds to 1, which may begin a name as well: it is looked for as printed.
  const circled = /^[①-⑳㋐-㋾]+[.．、・:：]?/.exec(name.text)?.[0].length ?? 0;
  if (circled > 0 && circled < name.text.length) name = trim(slice(name, circled));
  let level: Level | null = null;
  const apart = KIND_APART.exec(name.text)?.[0];
  if (apart) {
    const word = fold(apart).text.replace(/(?:指標)?\d*$/, '');
    level = levelIn(word) ?? levelIn(`${word}指標`);
    name = trim(slice(name, apart.length));
  }
  for (const pattern of [KIND_WORD, KPI_WORD, MARKER, NOTE_MARK]) {
    const found = find(name.text, pattern);
    if (!found || found.all[0] === found.all[1]) continue;
    const [from, to] = found.all;
    const word = fold(name.text.slice(from, to)).text;
    if (from === 0 && to >= name.text.length) continue;
    level ??=
      pattern === KIND_WORD || pattern === KPI_WORD
        ? levelIn(word.replace(/^(?:.*?)(活動|成果|対象)(?!指標)/, '$1指標'))
        : null;
    name = trim(from === 0 ? slice(name, to) : slice(name, 0, from));
  }
  return { name, level };
}

/** The level that a folded label says; null where it says none, or two. */
export function levelIn(folded: string): Level | null {
  const levels = LEVELS.filter(([word]) => word.test(folded)).map(([, level]) => level);
  return levels.length === 1 ? (levels[0] as Level) : null;
}

/** Whether most of several names end in short parentheses: units stand there, whatever they are. */
export function endInUnits(names: readonly string[]): boolean {
  const ending = names.filter((name) => {
    const inside = /\(([^()]+)\)$/.exec(name)?.[1];
    return inside !== undefined && inside.length <= MAX_UNIT && !NO_UNIT.test(inside);
  });
  return names.length > 1 && ending.length * 2 > names.length;
}
