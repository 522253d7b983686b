import { type Block, gap, grid, label, line, value } from '../form.ts';
import { REASONS } from '../sentences.ts';
import type { Sheet } from './sheet.ts';

const VIEWPOINTS = [
  ['必要性', '有効性', '効率性'],
  ['妥当性', '有効性', '効率性', '公平性'],
  ['目的の妥当性', '手段の適切性', '成果の向上余地'],
  ['ニーズの変化', '市が担う意義', '費用対効果'],
  ['事業の必要性', '達成度', '経済性'],
  ['貢献度', '代替性', '緊急性'],
] as const;
const SCALES = [
  ['Ａ', 'Ｂ', 'Ｃ'],
  ['A', 'B', 'C', 'D'],
  ['◎', '○', '△'],
  ['高い', '普通', '低い'],
  ['高', '中', '低'],
  ['3', '2', '1'],
  ['適切', '概ね適切', '要改善'],
  ['５点', '４点', '３点'],
] as const;
const DIRECTIONS = ['拡充', '継続', '改善', '縮小', '廃止'];
const OVERALL = ['総合評価', '総合判定', '一次評価', '評価結果', '内部評価', '最終評価'];
const AHEAD = ['今後の方向性', '方向性', '次年度の方向性', '事業の方向性', '今後の方針'];
const TICKS = [
  ['■', '□'],
  ['●', '○'],
] as const;

/** Judgements: a list of viewpoints with reasons, and what is concluded. */
export function judgements(sheet: Sheet): Block[] {
  const { random } = sheet;
  const parts: Block[] = [];
  if (random.chance(0.7)) parts.push(viewpoints(sheet), gap(3));
  parts.push(...conclusion(sheet), gap(3));
  return parts;
}

function viewpoints(sheet: Sheet): Block {
  const { random, truth } = sheet;
  const names = random.pick(VIEWPOINTS);
  const scale = random.pick(SCALES);
  const ticks = random.chance(0.3) && scale[0].length > 1 ? random.pick(TICKS) : null;
  const reason = random.pick(['評価の理由', '判断理由', '理由', '説明', 'コメント', '判定の根拠']);
  const heads = [
    label(random.pick(['評価項目', '視点', '評価の視点', '観点', '項目'])),
    label(random.pick(['評価', '判定', '評価結果', '評点'])),
    label(reason),
  ];
  const side = random.chance(0.3) ? '評価（CHECK）' : null;
  const rows = names.map((name) => {
    const on = random.pick(scale);
    truth.rating(name, on);
    const text = ticks
      ? scale.map((one) => `${one === on ? ticks[0] : ticks[1]}${one}`).join('　')
      : on;
    return [
      label(name),
      value(text, { align: 'center' }),
      value(truth.field(reason, random.pick(REASONS), [name])),
    ];
  });
  const all = [heads, ...rows];
  if (side) all[0] = [label(side, { h: all.length, upright: true }), ...heads];
  return grid([...(side ? [1.2] : []), 5, ticks ? 9 : 3, 14], all);
}

function conclusion(sheet: Sheet): Block[] {
  const { random, truth } = sheet;
  const overall = random.pick(OVERALL);
  const ahead = random.pick(AHEAD);
  const grade = random.pick(random.pick(SCALES));
  const direction = random.pick(DIRECTIONS);
  truth.rating(overall, grade);
  truth.rating(ahead, direction);
  const ticks = random.chance(0.6) ? random.pick(TICKS) : null;
  const text = ticks
    ? DIRECTIONS.map((one) => `${one === direction ? ticks[0] : ticks[1]}${one}`).join('　')
    : direction;
  const opinion = random.chance(0.6)
    ? random.pick(['評価の説明', '所見', '総合所見', '評価コメント'])
    : null;
  const said = opinion ? truth.field(opinion, random.pick(REASONS)) : '';
  switch (random.int(0, 2)) {
    case 0:
      return [
        grid(
          [5, 4, 5, 14],
          [
            [label(overall), value(grade, { align: 'center' }), label(ahead), value(text)],
            ...(opinion ? [[label(opinion), value(said, { w: 3 })]] : []),
          ],
        ),
      ];
    case 1:
      return [
        grid(opinion ? [5, 10, 14] : [5, 10], [
          [label(overall), label(ahead), ...(opinion ? [label(opinion)] : [])],
          [
            value(grade, { align: 'center' }),
            value(text, { align: 'center' }),
            ...(opinion ? [value(said)] : []),
          ],
        ]),
      ];
    default:
      return [
        grid(
          [6, 20],
          [
            [label(overall), value(grade, { align: 'center' })],
            [label(ahead), value(text)],
            ...(opinion ? [[label(opinion), value(said)]] : []),
          ],
        ),
        ...(random.chance(0.4)
          ? [line(truth.leftover('※評価の基準は別表による'), { size: 7 })]
          : []),
      ];
  }
}
