import { find, fold } from '../japanese/folded.ts';
import { type PlacedText, slice, trim } from '../layout/text.ts';

/** What a header says of who is in charge. `main` is false for those that only take part. */
export type Department = { readonly text: PlacedText; readonly main: boolean };

const BRACKETS = /^[【〔[<〈《(](?<inner>.+)[】〕\]>〉》)]$/;
const LABEL =
  '(?<label>(?:(?:主|副|正|取りまとめ|とりまとめ|関係|関連|協力)?(?:担当|所管|主管|主務|所属|関係)|(?:担|所)当)(?:部局|部署|部|局|課|室|所属|組織)?(?:名|等)?|関係部局|関係課|部局名?|所属名?|担当)';
/** Before a colon whatever says that an office is to follow is its label: 作成部局, 評価担当課. */
const ANY_LABEL = `(?:${LABEL}|(?<open>[\\p{Script=Han}]{0,6}(?:部局|部署|担当課|主管課|所属|組織)名?))`;
const OFFICE = '(?:部|局|庁|課|室|会|センター|本部|事務所)';

const SEPARATED = new RegExp(`^${ANY_LABEL}(?::|[.・]{2,})(?<name>.+)$`, 'u');
/** 【主担当部局】農林水産部 */
const LABELLED = new RegExp(`^[【〔\\[<《(]${LABEL}[】〕\\]>》)]:?(?<name>[^:]{1,40}${OFFICE})$`);
/** Anywhere in a line, with a telephone number or a name behind it. */
const WITHIN = new RegExp(
  `(?<all>[【〔\\[<《(]${LABEL}:(?<name>[^【】〔〕\\[\\]<>《》()]+)[】〕\\]>》)])`,
);
const CLOSE = new RegExp(`^${LABEL}[(【〔\\[]?(?<name>[^:]{1,40}${OFFICE})[)】〕\\]]?$`);
/** An office with more behind it: a telephone number, a name. */
const FOLLOWED = new RegExp(`^${LABEL}:?(?<name>[^:()]{1,30}?${OFFICE})(?:電話|TEL|内線|\\d)`, 'i');
const ALONE = new RegExp(`^${LABEL}:?$`);
const OFFICE_ALONE = new RegExp(`^[^:。、()]{1,20}${OFFICE}$`);
const MINOR = /^(?:副|関係|関連|協力)/;

/** The department that a text names with its label: in brackets or not, with a colon, a gap, or nothing between. */
export function departmentIn(text: PlacedText): Department | null {
  for (const form of [text, inner(text)]) {
    const found =
      form &&
      (find(form.text, FOLLOWED) ??
        find(form.text, SEPARATED) ??
        find(form.text, LABELLED) ??
        find(form.text, CLOSE));
    const label = found?.groups['label'] ?? found?.groups['open'];
    const name = found?.groups['name'];
    if (!form || !label || !name) continue;
    return {
      text: trim(slice(form, ...name)),
      main: isMain(form.text.slice(...label)),
    };
  }
  return null;
}

/** A department in brackets with other words of the line before and behind it. */
function departmentWithin(text: PlacedText): {
  readonly name: PlacedText;
  readonly main: boolean;
  readonly before: PlacedText;
  readonly behind: PlacedText;
} | null {
  const { all, label, name } = find(text.text, WITHIN)?.groups ?? {};
  if (!all || !label || !name) return null;
  return {
    name: trim(slice(text, ...name)),
    main: isMain(text.text.slice(...label)),
    before: trim(slice(text, 0, all[0])),
    behind: trim(slice(text, all[1])),
  };
}

const isMain = (label: string) => !MINOR.test(fold(label).text);

/** Who else takes part, behind who is in charge. */
const MINOR_BEHIND = /\(?(?:関係|関連|協力|連携|副)(?:担当|所管)?(?:部局|部署|部|局|課|室)?:/;

/** Of 農林水産部 関係部局：雇用経済部 only the first is in charge. */
export function withoutMinor(said: PlacedText): { main: PlacedText; minor: PlacedText | null } {
  const at = find(said.text, MINOR_BEHIND)?.all[0];
  if (at === undefined) return { main: said, minor: null };
  return { main: trim(slice(said, 0, at)), minor: slice(said, at) };
}

/** Who is in charge as a part of a header names it, and what else that part says. */
export type HeaderOffice = {
  readonly name: PlacedText | null;
  /** Whether only its look tells that it is one. */
  readonly guessed: boolean;
  readonly before: PlacedText;
  readonly rest: readonly PlacedText[];
};

/**
 * @param needed whether none has been named yet
 * @param alone whether an office's name without label or brackets is one
 */
export function headerOfficeIn(
  part: PlacedText,
  { needed, alone }: { readonly needed: boolean; readonly alone: boolean },
): HeaderOffice {
  const within = departmentWithin(part);
  if (within) {
    const { name, main, before, behind } = within;
    const rest = main
      ? [behind].filter(({ text }) => text !== '')
      : [slice(part, before.text.length)];
    return { name: main ? name : null, guessed: false, before, rest };
  }
  const before = slice(part, 0, 0);
  const said = departmentIn(part);
  if (said) {
    return {
      name: said.main ? said.text : null,
      guessed: false,
      before,
      rest: said.main ? [] : [part],
    };
  }
  const bare = needed
    ? (bracketedOffice(part) ?? (alone && isOffice(part.text) ? part : null))
    : null;
  return { name: bare, guessed: bare !== null, before: bare ? before : part, rest: [] };
}

/** Whether a text is the label of a department and nothing else: what stands behind or below it is the name. */
export function isDepartmentLabel(text: string): boolean {
  return ALONE.test(fold(text).text);
}

/** Whether a text is an office's name as a whole: a second department below the first one. */
export function isOffice(text: string): boolean {
  return OFFICE_ALONE.test(fold(text).text);
}

/** An office's name in brackets, without a label. */
function bracketedOffice(text: PlacedText): PlacedText | null {
  const name = inner(text);
  return name && isOffice(name.text) ? name : null;
}

function inner(text: PlacedText): PlacedText | null {
  const range = find(text.text, BRACKETS)?.groups['inner'];
  return range ? trim(slice(text, ...range)) : null;
}
