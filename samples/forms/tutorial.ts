import { writeFile } from 'node:fs/promises';
import { drawForm } from './draw.ts';
import { type Form, gap, grid, label, line, number, value } from './form.ts';

/** The form of an invented city that docs/formats.md describes: it has words of its own for nearly all it says. */
export const TUTORIAL: Form = {
  kind: 'tutorial',
  truth: null,
  pages: [
    {
      landscape: false,
      blocks: [
        line('', { middle: '令和元年度　しごと振り返りシート', size: 14 }),
        gap(6),
        grid(
          [4, 8, 4, 8],
          [
            [
              label('しごとの名前'),
              value('図書館の移動図書館車'),
              label('しごと番号'),
              value('27'),
            ],
            [label('受け持ち'), value('教育部　図書館'), label('はじめた年'), value('平成18年度')],
            [
              label('ねらい'),
              value('図書館から遠い地区に住む人が、読みたい本を手に取れるようにします。', { w: 3 }),
            ],
            [
              label('やること'),
              value('移動図書館車で市内24か所を月に2回まわり、本の貸出しと予約の受付をします。', {
                w: 3,
              }),
            ],
          ],
        ),
        gap(10),
        line('■ものさし'),
        grid(
          [3, 8, 3, 3, 4, 4, 4],
          [
            [
              label('', {}),
              label('ものさしの名前'),
              label('数え方'),
              label(''),
              label('平成29年度'),
              label('平成30年度'),
              label('令和元年度'),
            ],
            [
              label('動きのものさし', { h: 2 }),
              value('巡回した回数', { h: 2 }),
              value('回', { h: 2, align: 'center' }),
              label('めあて'),
              number('560'),
              number('570'),
              number('576'),
            ],
            [label('できた'), number('552'), number('571'), number('560')],
            [
              label('届いたものさし', { h: 2 }),
              value('貸し出した本', { h: 2 }),
              value('冊', { h: 2, align: 'center' }),
              label('めあて'),
              number('30,000'),
              number('31,000'),
              number('32,000'),
            ],
            [label('できた'), number('29,412'), number('31,870'), number('30,955')],
          ],
        ),
        gap(10),
        line('■かかったお金（単位：千円）'),
        grid(
          [8, 5, 5, 5],
          [
            [
              label('区分'),
              label('平成29年度決算'),
              label('平成30年度決算'),
              label('令和元年度決算'),
            ],
            [label('事業費', { align: 'left' }), number('8,120'), number('8,344'), number('9,027')],
            [label('人件費', { align: 'left' }), number('6,500'), number('6,500'), number('6,700')],
          ],
        ),
        gap(10),
        grid(
          [4, 5, 3, 12],
          [
            [
              label('全体の見立て'),
              value('Ｂ（おおむね順調）', { align: 'center' }),
              label('わけ'),
              value('台風で巡回が16回中止になったが、貸出しは前年度並みを保った。'),
            ],
            [
              label('できたこと'),
              value('①新しい団地に停留所を2か所ふやした。\n②予約の受付を電話でもはじめた。', {
                w: 3,
              }),
            ],
            [label('これから'), value('①停留所の時刻を見直し、夕方の巡回をふやす。', { w: 3 })],
          ],
        ),
      ],
    },
  ],
};

if (import.meta.main) {
  const file = new URL('hamanasu-2019-shigoto-27.pdf', import.meta.url);
  await writeFile(file, await drawForm(TUTORIAL, { face: 'gothic', fill: '#dce6f1' }));
}
