import { describe, expect, it } from 'vitest';
import { blank, type Cell, grid, label, line, number, value } from '../../samples/forms/form.ts';
import { below, fields, figures, heads, middle, ratings, values } from './drawn.ts';

describe('figures', () => {
  it('a mark that runs along the years below its head, a kind in the column of the baseline', async () => {
    const sheet = await below(
      grid(
        [6, 4, 3, 3, 3, 2],
        [
          [
            label('渡り鳥の種数', { h: 4 }),
            ...heads('基準値'),
            label('実績値', { w: 2 }),
            ...heads('目標値', '達成'),
          ],
          [...heads('R1', 'R3', 'R4', 'R4'), middle('○', { h: 3 })],
          figures('40', '46', '52', '50'),
          [label('年度ごとの目標値'), ...figures('45', '50', '')],
        ],
      ),
    );
    expect(values(sheet)).toEqual([
      '渡り鳥の種数 null 2019 baseline 40',
      '渡り鳥の種数 null 2021 actual 46',
      '渡り鳥の種数 null 2022 actual 52',
      '渡り鳥の種数 null 2022 target 50',
      '渡り鳥の種数 null 2021 target 45',
    ]);
    expect(ratings(sheet)).toEqual(['渡り鳥の種数 / 達成 / ○']);
  });

  it.each([
    ['清掃の回数（上段：目標　下段：実績）', []],
    ['清掃の回数', [line('※上段：目標値、下段：実績値', { size: 7 })]],
  ])('one above the other: %s', async (name, above) => {
    const sheet = await below(
      ...above,
      grid(
        [8, 2, 3, 3],
        [
          heads('指標', '単位', 'R3', 'R4'),
          [value(name), middle('回'), ...figures('10\n9', '12\n13')],
        ],
      ),
    );
    expect(values(sheet)).toEqual([
      '清掃の回数 回 2021 target 10',
      '清掃の回数 回 2021 actual 9',
      '清掃の回数 回 2022 target 12',
      '清掃の回数 回 2022 actual 13',
    ]);
  });

  it('one above the other beside kinds that stand so', async () => {
    const sheet = await below(
      grid(
        [8, 3, 3, 3],
        [
          heads('指標（単位）', '区分', 'R3', 'R4'),
          [value('清掃の回数（回）'), middle('目標\n実績'), ...figures('10\n9', '12\n13')],
        ],
      ),
    );
    expect(values(sheet)).toHaveLength(4);
  });

  it('a sentence beside a name is told of the indicator', async () => {
    const sheet = await below(
      grid(
        [6, 5, 3, 2, 3, 3],
        [
          [label('定量的な成果目標'), label('成果指標'), blank(), ...heads('単位', 'R3', 'R4')],
          [
            value('拾うごみを減らして４年度に１０トンにする', { h: 2 }),
            value('ごみの量', { h: 2 }),
            label('目標値'),
            middle('ｔ'),
            ...figures('12', '10'),
          ],
          [label('成果実績'), middle('ｔ'), ...figures('13', '11')],
        ],
      ),
    );
    expect(sheet.indicators[0]).toMatchObject({ name: 'ごみの量', path: [], unit: 'ｔ' });
    expect(fields(sheet).join()).toContain('ごみの量 / 定量的な成果目標 / 拾うごみを減らして');
  });

  it('columns that shorter rules end at, in a table that is ruled between its rows only', async () => {
    const rows = (
      name: string,
      h: number,
      side: readonly Cell[],
      ...texts: readonly string[][]
    ) => [
      [
        ...side,
        value(name, { h }),
        value('目標'),
        ...figures(...(texts[0] as string[])),
        number('96%', { h }),
      ],
      [value('実績'), ...figures(...(texts[1] as string[]))],
    ];
    const sheet = await below(
      grid(
        [3, 8, 4, 3, 3, 3],
        [
          [value(''), value('指標名'), value('区分'), ...figures('R3', 'R4', 'R4達成率')],
          ...rows('拾った人の数\n（人）', 2, [value('活動', { h: 4 })], ['10', '12'], ['9', '13']),
          ...rows('清掃の回数\n（回）', 2, [], ['20', '22'], ['19', '23']),
        ],
        { rules: 'rows' },
      ),
    );
    expect(sheet.indicators.map(({ name, unit, level }) => [name, unit, level])).toEqual([
      ['拾った人の数', '人', 'activity'],
      ['清掃の回数', '回', 'activity'],
    ]);
    expect(values(sheet)).toHaveLength(8);
  });
});
