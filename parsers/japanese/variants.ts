/**
 * Words that offices write in more than one way: with kanji, with kana for a kanji that is avoided, with or without
 * okurigana. The groups are data and grow; what differs in kana or okurigana alone needs no entry (see `terms.ts`).
 */
const GROUPS = [
  '子供 子ども こども',
  '障害 障がい 障碍',
  '町づくり 街づくり まちづくり',
  '物作り 物づくり ものづくり',
  '引きこもり 引き籠もり ひきこもり',
  '一人親 ひとり親',
  '一人暮らし ひとり暮らし',
  '虐め いじめ',
  '癌 がん',
  '煙草 たばこ',
  '玉葱 玉ねぎ たまねぎ',
  '繋がり つながり',
  '賑わい にぎわい',
  '友達 友だち ともだち',
  '歯磨き 歯みがき',
  '椎茸 しいたけ',
  '相応しい ふさわしい',
  '育む はぐくむ',
  '目指す めざす',
  '踏まえ ふまえ',
  '様々 さまざま',
  '全て すべて',
  '更に さらに',
].map((group) => group.split(' '));

/** The ways a word may be written other than it is; at most one part of it is changed. */
export function variantsOf(word: string): string[] {
  const found = new Set<string>();
  for (const group of GROUPS) {
    for (const part of group) {
      if (!word.includes(part)) continue;
      for (const other of group) if (other !== part) found.add(word.replaceAll(part, other));
    }
  }
  found.delete(word);
  return [...found];
}
