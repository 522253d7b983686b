import { comparable } from '../japanese/characters.ts';
import { find } from '../japanese/folded.ts';
import { join, type PlacedText, slice, trim } from '../layout/text.ts';
import { captionSaid, type UnitCaption } from './captions.ts';
import { isKnownLabel } from './cell.ts';
import type { Chunk } from './lines.ts';
import type { Labelled } from './said.ts';
import { JUDGEMENT } from './vocabulary/judgements.ts';
import { KNOWN } from './vocabulary/labels.ts';

/** What a line outside of tables is. */
export type LineKind =
  | { readonly kind: 'said'; readonly said: Labelled }
  | { readonly kind: 'caption'; readonly caption: UnitCaption }
  | { readonly kind: 'heading' }
  | { readonly kind: 'prose' }
  | { readonly kind: 'other' };

/** A line that begins so is a caption, however long. */
const CAPTION = /^[(【[〔※]*(?:金額の)?単位/;
const MAX_CAPTION = 24;
/** A unit of money alone in parentheses, or beside what else is said of the figures: （千円）, （税込、千円）. */
const BARE_CAPTION =
  /^[(【[](?:[^()]{1,8}[、,・/])?(?<unit>(?:[百千万億]{0,2})円)(?:[、,・/][^()]{1,8})?[)】\]]$/;
/** What grades mean: A：高い　B：ふつう, ５点：高い　４点：ふつう, or Aよい Bふつう Cよくない. */
const LEGEND =
  /(?:(?:[A-Za-zア-オ◎○△▲×→↗↘↑↓]|\d点|\d(?=[:=]\D))[:=].+){2,}|A[^A-Z]{2,}B[^A-Z]{2,}C[^A-Z]{2,}/;
const NOTE = /^[※*]|^\(?注/;

/** What explains other things: a note, a legend. */
export const explains = (folded: string): boolean => NOTE.test(folded) || LEGEND.test(folded);
/** （事後）, ［対象］: a text wholly in brackets adds to another. */
export const BRACKETED = /^(?:\([^()]*\)|【[^【】]*】|\[[^[\]]*\]|〔[^〔〕]*〕)$/;

const MARKER =
  /^(?:[0-9０-９]{1,2}|[(（][0-9０-９一二三四五六七八九十]{1,2}[)）]|[①-⑳ⅠⅡⅢⅣⅤ]|[■●◆◇○□▼▽★☆]|・(?!.*\d)|[【［〔<〈《[]|第[0-9一二三四五]+)/;
export const MAX_HEADING = 40;
const MIN_PROSE = 24;

export function lineKind(chunk: Chunk): LineKind {
  const { folded, text } = chunk;
  const caption = captionSaid(folded);
  if (caption && (folded.length <= MAX_CAPTION || CAPTION.test(folded)))
    return { kind: 'caption', caption };
  const bare = find(text.text, BARE_CAPTION)?.groups['unit'];
  if (bare && folded.length <= MAX_CAPTION)
    return { kind: 'caption', caption: { unit: text.text.slice(...bare).trim(), others: [] } };
  const said = labelled(text) ?? numbered(text) ?? asked(text);
  if (said) return { kind: 'said', said };
  if (explains(folded)) return { kind: 'other' };
  if (folded.length <= MAX_HEADING && MARKER.test(text.text) && !/。$/.test(folded))
    return { kind: 'heading' };
  if (/。/.test(folded) || folded.length >= MIN_PROSE) return { kind: 'prose' };
  return KNOWN.test(folded) ? { kind: 'heading' } : { kind: 'other' };
}

const LABELLED =
  /^[【[(〔<]?(?<label>[^:。、()【】]{1,14}(?:\([^()]{1,18}\)[^:。、()【】]{0,10})?)[】\]]?[:](?<text>.+?)[】\]〕>]?$/;

/**
 * A label and its text in one: 担当課：観光課, 【担当課：観光課】.
 * @param known whether the label is to be one that is known, or to end as labels do
 */
export function labelled(text: PlacedText, known = true): Labelled | null {
  const said = parted(text, LABELLED);
  const label = said && comparable(said.label.text);
  if (!label) return null;
  const ends = /(?:名|課|部|局|番号|者|先|日|度|費)$/.test(label);
  return !known || isKnownLabel(label) || ends ? said : null;
}

/** 誰（何）を対象として：市民: a label in words of the form's own. */
function asked(text: PlacedText): Labelled | null {
  const said = parted(text, ASKED);
  const judges = said && JUDGEMENT.test(comparable(said.label.text));
  return judges || explains(comparable(text.text)) ? null : said;
}

const ASKED = /^(?<label>[\p{L}()・]{4,16}):(?<text>[^:/][^:]+)$/u;

const NUMBERED =
  /^[【[(〔<]?(?<label>(?:[\p{Script=Han}・]{1,8}(?:番号|コード)|[\p{Script=Han}]{0,4}(?:No\.?|№)))[:]?(?<text>[0-9A-Z][0-9A-Z-]*)[】\]〕>)]?$/iu;

/** 事業番号 198, 【No. 010】: a number behind its label without a colon. */
const numbered = (text: PlacedText): Labelled | null => parted(text, NUMBERED);

/** The label and the text that a pattern finds in one. */
function parted(text: PlacedText, pattern: RegExp): Labelled | null {
  const found = find(text.text, pattern);
  const [label, value] = [found?.groups['label'], found?.groups['text']];
  if (!label || !value) return null;
  return { label: trim(slice(text, ...label)), path: [], text: trim(slice(text, ...value)) };
}

/** Lines of running text below their heading as one text. */
export const proseOf = (heading: PlacedText, lines: readonly PlacedText[]): Labelled => ({
  label: heading,
  path: [],
  text: join(lines),
});
