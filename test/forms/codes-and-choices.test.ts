import { describe, expect, it } from 'vitest';
import { grid, label, line, value } from '../../samples/forms/form.ts';
import {
  amounts,
  below,
  FACTS,
  fields,
  figures,
  heads,
  ratings,
  read,
  TITLE,
  values,
} from './drawn.ts';

const numbered = (...cells: readonly string[]) =>
  read([
    TITLE,
    grid(
      [3, 3, 14],
      [[label('事業番号'), ...cells.map((text) => value(text, { w: 3 - cells.length }))]],
    ),
    FACTS,
  ]);

describe('a number', () => {
  it('ends where another word begins in the same cell or beside it', async () => {
    const apart = await numbered('0087', '磯部市');
    expect(apart.number).toBe('0087');
    expect(fields(apart).join()).not.toContain('磯部市');
    const together = await numbered('0087　環境の部');
    expect(together.number).toBe('0087');
    expect(fields(together)).toContain('事業番号 / 環境の部');
  });

  it('keeps all its parts', async () => {
    expect((await numbered('3', '12')).number).toBe('3 12');
  });
});

it('a kind that begins with the name of the plan before it says that once', async () => {
  const title = line('第６次総合計画　総合計画進捗管理票（令和４年度実績）', {
    size: 13,
    right: '磯部市',
  });
  const measured = grid(
    [8, 4, 4],
    [heads('指標名', 'Ｒ４目標', 'Ｒ４実績'), [label('浜の清掃（回）'), ...figures('10', '9')]],
  );
  expect((await read([title, FACTS, measured])).programName).toBe('総合計画進捗管理票');
});

describe('brackets around nothing or a mark are boxes', () => {
  it.each([
    '[✓]Ａ 高い　[ ]Ｂ 普通　[ ]Ｃ 低い',
    '（○）Ａ 高い　（　）Ｂ 普通　（　）Ｃ 低い',
    '【●】Ａ 高い　【　】Ｂ 普通　【　】Ｃ 低い',
    '〔レ〕Ａ 高い　〔　〕Ｂ 普通　〔　〕Ｃ 低い',
  ])('%s', async (choices) => {
    const sheet = await below(
      grid([4, 16], [heads('項目', '評価'), [label('必要性'), value(choices)]]),
    );
    expect(ratings(sheet).map((one) => one.split(' / ').slice(-2).join(' '))).toEqual([
      '必要性 Ａ高い',
    ]);
  });

  it('left to be filled in they are none', async () => {
    const sheet = await below(grid([4, 16], [[label('決定の日'), value('（　）年（　）月')]]));
    expect(ratings(sheet)).toEqual([]);
    expect(fields(sheet)).toContain('決定の日 / （）年（）月');
  });
});

it('whether there is a thing is a judgement only where one is asked for', async () => {
  const sheet = await below(
    grid(
      [4, 6, 4, 6],
      [[label('市民協働'), value('○有　●無'), label('改善の余地'), value('●有　○無')]],
    ),
  );
  expect(ratings(sheet)).toEqual(['改善の余地 / 有']);
  expect(fields(sheet)).toContain('市民協働 / ○有●無');
});

it('sentences beside a table of money are told, and a caption ends where the next heading begins', async () => {
  const sheet = await below(
    line('■ 事業費　　　　　　　単位：円　■ 課題'),
    grid(
      [4, 3, 3, 4, 6],
      [
        [
          ...heads('区分', '３年度決算', '４年度決算'),
          label('前年度の課題', { h: 2 }),
          value('浜に下りる道が狭く、車が入れなかった。', { h: 2 }),
        ],
        [label('委託料'), ...figures('120,000', '130,000')],
        [
          label('需用費'),
          ...figures('20,000', '30,000'),
          label('４年度の対応'),
          value('道を広げ、車が入れるようにした。'),
        ],
      ],
    ),
  );
  expect(amounts(sheet)).toEqual([
    '委託料 円 2021 settlement 120000',
    '委託料 円 2022 settlement 130000',
    '需用費 円 2021 settlement 20000',
    '需用費 円 2022 settlement 30000',
  ]);
  expect(fields(sheet)).toEqual(
    expect.arrayContaining([
      '前年度の課題 / 浜に下りる道が狭く、車が入れなかった。',
      '４年度の対応 / 道を広げ、車が入れるようにした。',
    ]),
  );
});

it('a figure over all years is told beside the figures of each', async () => {
  const sheet = await below(
    grid(
      [6, 3, 3, 3, 3],
      [
        heads('指標名', '区分', '３年度', '４年度', '累計'),
        [
          value('浜の清掃（回）', { h: 2 }),
          label('目標'),
          ...figures('10', '11'),
          value('19', { h: 2 }),
        ],
        [label('実績'), ...figures('9', '10')],
      ],
    ),
  );
  expect(values(sheet)).toEqual([
    '浜の清掃 回 2021 target 10',
    '浜の清掃 回 2022 target 11',
    '浜の清掃 回 2021 actual 9',
    '浜の清掃 回 2022 actual 10',
  ]);
  expect(fields(sheet)).toContain('浜の清掃（回） / 累計 / 19');
});

it.each([
  ['beside both rows', [label('今後の方向性', { h: 2 })], []],
  ['beside its choices alone', [label('今後の方向性')], [value('')]],
])('a mark below one of several choices, whose label stands %s', async (_, side, below2) => {
  const sheet = await below(
    grid(
      [5, 3, 3, 3],
      [
        [...side, ...heads('拡充', '継続', '廃止')],
        [...below2, value(''), value('○'), value('')],
      ],
    ),
  );
  expect(ratings(sheet)).toEqual(['今後の方向性 / 継続']);
  expect(sheet.leftovers).toEqual([]);
});

it('a mark below what is no choice of a judgement is what is said', async () => {
  const sheet = await below(
    grid(
      [5, 3, 3, 3],
      [
        [label('実施の方法', { h: 2 }), ...heads('直営', '委託', '補助')],
        [value(''), value('●'), value('')],
      ],
    ),
  );
  expect(ratings(sheet)).toEqual([]);
  expect(fields(sheet)).toContain('実施の方法 / 委託');
});

it('a mark beside an empty cell has no label, and is told', async () => {
  const sheet = await below(grid([5, 9], [[value(''), value('○')]]));
  expect(ratings(sheet)).toEqual([]);
  expect(sheet.leftovers.map(({ text }) => text)).toEqual(['○']);
  expect(sheet.warnings.map(({ message }) => message)).toEqual([
    'It is not clear what the mark 「○」 is of.',
  ]);
});

it('labels side by side over short codes are fields under what stands beside both rows', async () => {
  const sheet = await below(
    grid(
      [3, 6, 3, 2, 2, 2],
      [
        [label('政策'), value('海と浜'), label('予算科目', { h: 2 }), ...heads('会計', '款', '項')],
        [label('施策'), value('浜の美しさを守る'), value('01'), value('04'), value('02')],
      ],
    ),
  );
  expect(fields(sheet)).toEqual(
    expect.arrayContaining([
      '施策 / 浜の美しさを守る',
      '予算科目 / 会計 / 01',
      '予算科目 / 款 / 04',
      '予算科目 / 項 / 02',
    ]),
  );
});
