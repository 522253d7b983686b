import { comparable } from '../japanese/characters.ts';
import { find } from '../japanese/folded.ts';
import { linesOf } from '../layout/lines.ts';
import { type PlacedText, slice } from '../layout/text.ts';
import { type Chunk, spaced } from './lines.ts';
import { DEPARTMENT, NOT_DEPARTMENT } from './vocabulary/labels.ts';

/** Who publishes a sheet, and who is in charge of what it is about. */
export type FormOffice = {
  readonly publisher: PlacedText | null;
  readonly department: PlacedText;
};

const PART =
  '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー・A-Za-z]{1,14}?(?:部局?|局|課|室|係|班|センター|事務局|委員会|支所|事務所|グループ|チーム)';
const OFFICE = new RegExp(
  `^[(【[〔]?(?<publisher>[\\p{Script=Han}\\p{Script=Katakana}\\p{Script=Hiragana}ヶケノ]{1,7}?[都道府県市区町村](?!部|民|政|営|立))?(?<department>(?:${PART}){1,3})[)】\\]〕]?$`,
  'u',
);
/** Parts of names of departments that end as a publisher's name does: 都市整備部. */
const NO_PUBLISHER = /^(?:都市|市|町|村|区|地域|中心市|農[山漁]?村|山村|商[工店].*)/;

/** A line of the head that says without a label whose sheet it is: 磯部市　こども未来部, 【総務部 財政課】. */
export function formOfficeIn(chunks: readonly Chunk[]): FormOffice | null {
  for (const { text, folded } of chunks) {
    const found = find(text.text, OFFICE);
    const [who, whose] = [found?.groups['publisher'], found?.groups['department']];
    if (!whose || DEPARTMENT.test(folded) || NOT_DEPARTMENT.test(folded)) continue;
    const publisher = who && slice(text, ...who);
    return publisher && !NO_PUBLISHER.test(comparable(publisher.text))
      ? { publisher, department: withGaps(slice(text, ...whose)) }
      : { publisher: null, department: withGaps(slice(text, who?.[0] ?? whose[0], whose[1])) };
  }
  return null;
}

/** Bureau and division with the space that was left between them. */
const withGaps = ({ sources }: PlacedText): PlacedText =>
  spaced(linesOf([...new Set(sources)].filter((glyph) => glyph !== null)));
