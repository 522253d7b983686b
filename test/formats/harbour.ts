import { measureEmbedded, writeEmbedded } from '../../samples/generator/embedded.ts';
import { Flow } from '../../samples/generator/flow.ts';
import { drawn, TIDY } from '../../samples/generator/habits.ts';
import { Random } from '../../samples/generator/random.ts';
import { PLAIN } from '../../samples/generator/style.ts';

/** A sheet of a form that nobody has described: three headed sections of an invented town. */
export function harbourSheet(): Promise<Uint8Array> {
  const flow = new Flow(PLAIN, measureEmbedded);
  flow.paragraph('令和３年度　港町しごと点検票', { size: 14, face: 'gothic', align: 'center' });
  flow.space(8);
  flow.paragraph('点検番号　27');
  flow.paragraph('しごとの名前　灯台公園の手入れ');
  flow.paragraph('〔受け持ち：みなと振興課〕', { align: 'right' });
  flow.space(12);
  flow.paragraph('ねらい', { face: 'gothic' });
  flow.paragraph('岬の先まで歩く人が、四季をとおして花と海を楽しめるようにします。', {
    firstIndent: 1,
  });
  flow.space(12);
  flow.paragraph('令和３年度にしたこと', { face: 'gothic' });
  flow.paragraph('遊歩道の柵を40か所で取り替えました。', { marker: '①' });
  flow.paragraph('花壇に水仙の球根を1,200球植えました。', { marker: '②' });
  flow.space(12);
  flow.paragraph('令和４年度にすること', { face: 'gothic' });
  flow.paragraph('駐車場の舗装を直し、案内板を二か国語にします。', { marker: '①' });
  return writeEmbedded(
    flow.pages.map((page) => drawn(page, TIDY, new Random(1))),
    '港町しごと点検票',
  );
}

export const HARBOUR_FORMAT = `
format: minatomachi-shigoto
publisher: minatomachi
programs:
  - { slug: shigoto, name: 港町しごと点検票 }
header:
  opening: '{year}{program}'
  closing: '〔受け持ち：{department}〕'
  within: 6
  lines: ['{year}{program}', '点検番号{number}', 'しごとの名前{title}']
sections:
  - { kind: goals, heading: ねらい }
  - { kind: narrative, phase: result, yearOffset: 0, heading: '{year}にしたこと' }
  - { kind: narrative, phase: improvement, yearOffset: 1, heading: '{year}にすること' }
progress: { grade: 評価, reason: 理由, rating: '{grade}' }
indicators: []
kinds: { baseline: [基準値], target: [目標], actual: [実績], achievement: [達成率] }
achievement: { places: 2, cap: null }
explanations: { levels: [], description: 説明, targetRationale: 根拠 }
budget: { line: '{name:事業費}', people: 人員 }
initiatives: { heading: null, stub: '{number}{title}' }
`;
