import { type PlacedText, slice, trim } from '../layout/text.ts';

const MARKS =
  /(?:[※＊*†‡][\d０-９]{0,2}|[(（](?:※|注)[\d０-９]{0,2}[)）]|注[\d０-９]{1,2}|[¹²³⁰⁴-⁹]+)$/;

/** A name without the mark of a note behind it: 定着率※２ is 定着率. */
export function withoutNoteMark(name: PlacedText): PlacedText {
  let to = trim(name).text.length + (name.text.length - name.text.trimStart().length);
  while (to > 0 && name.sources[to - 1]?.raised) to--;
  const level = trim(slice(name, 0, to));
  const mark = MARKS.exec(level.text)?.[0] ?? '';
  const bare = trim(slice(level, 0, level.text.length - mark.length));
  return bare.text === '' ? level : bare;
}
