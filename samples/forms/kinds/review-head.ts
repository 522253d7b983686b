import { yearName } from '../figures.ts';
import { grid, label, value } from '../form.ts';
import type { THEMES } from '../themes.ts';
import type { Truth } from '../truth.ts';

/** What stands above the money of a 行政事業レビューシート: whose project it is, since when, by which law and why. */
export function reviewHead(
  t: Truth,
  theme: (typeof THEMES)[number],
  year: number,
  official: string,
) {
  return grid(
    [3, 7, 3, 4, 3, 4],
    [
      [
        label('事業名'),
        value(theme.title),
        label('担当部局庁'),
        value(theme.bureau),
        label('作成責任者', { h: 2 }),
        value(t.field('作成責任者', official), { h: 2 }),
      ],
      [
        label('事業開始年度'),
        value(t.field('事業開始年度', yearName(year - 6, 'long'))),
        label('担当課室'),
        value(theme.division),
      ],
      [
        label('会計区分'),
        value(t.field('会計区分', '一般会計')),
        label('根拠法令\n（具体的な\n条項も記載）'),
        value(t.field('根拠法令（具体的な条項も記載）', theme.law), { w: 3 }),
      ],
      [
        label('事業の目的\n（目指す姿を簡潔に）'),
        value(t.field('事業の目的（目指す姿を簡潔に）', theme.purpose), { w: 5 }),
      ],
      [label('事業概要'), value(t.field('事業概要', theme.means), { w: 5 })],
      [
        label('実施方法'),
        value(t.field('実施方法', '□直接実施　■委託・請負　□補助　□負担　□交付'), { w: 5 }),
      ],
    ],
  );
}
