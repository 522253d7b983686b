import { expect, it } from 'vitest';
import { blank, grid, label, line, value } from '../../samples/forms/form.ts';
import {
  amounts,
  below,
  FACTS,
  fields,
  figures,
  heads,
  middle,
  ratings,
  read,
  readPages,
  values,
} from './drawn.ts';

const plain = (text: string) => value(text);
const ROWS = { rules: 'rows' } as const;

it('a list ruled between its rows, below it a label with its text, and the next heading', async () => {
  const sheet = await read([
    line('令和４年度　外部評価シート', { size: 13, right: '磯部市' }),
    FACTS,
    line('３　委員会の評価'),
    grid(
      [5, 3, 3, 9],
      [
        [plain('評価の観点'), middle('担当課評価'), middle('委員会評価'), plain('委員会の意見')],
        [plain('費用対効果'), middle('妥当'), middle('要改善'), plain('単価を見直されたい。')],
        [plain('市民への説明'), middle('妥当'), middle('妥当'), plain('掲示が分かりやすい。')],
        [plain('総合判定'), plain('改善のうえ継続'), blank(), blank()],
        [plain('４　市の対応方針'), blank(), blank(), blank()],
        [plain('対応の区分'), plain('意見のとおり実施'), blank(), blank()],
      ],
      ROWS,
    ),
  ]);
  expect(ratings(sheet)).toEqual([
    '費用対効果 / 担当課評価 / 妥当',
    '費用対効果 / 委員会評価 / 要改善',
    '市民への説明 / 担当課評価 / 妥当',
    '市民への説明 / 委員会評価 / 妥当',
    '総合判定 / 改善のうえ継続',
    '対応の区分 / 意見のとおり実施',
  ]);
  expect(fields(sheet)).toContain('費用対効果 / 委員会の意見 / 単価を見直されたい。');
});

it('two gradings by marks beside a label written down the side', async () => {
  const sheet = await below(
    grid(
      [1, 5, 1, 1, 1, 1, 8],
      [
        [
          label('評価', { h: 4, upright: true }),
          label('視点', { h: 2 }),
          label('一次評価', { w: 2 }),
          label('二次評価', { w: 2 }),
          label('評価の説明', { h: 2 }),
        ],
        heads('A', 'B', 'A', 'B'),
        [label('必要性'), middle('○'), blank(), blank(), middle('○'), value('今も要る。')],
        [label('有効性'), blank(), middle('○'), blank(), middle('○'), value('数は伸びた。')],
      ],
    ),
  );
  expect(ratings(sheet)).toEqual([
    '評価 / 一次評価 / 必要性 / A',
    '評価 / 二次評価 / 必要性 / B',
    '評価 / 一次評価 / 有効性 / B',
    '評価 / 二次評価 / 有効性 / B',
  ]);
});

it('a name of money that begins with a word for a stage is of its column', async () => {
  const sheet = await below(
    grid(
      [6, 3, 3],
      [
        heads('区分', 'R4決算', 'R5予算'),
        [label('予算科目別事業費（千円）'), ...figures('700', '800')],
        [label('うち前年度予算からの繰越（千円）'), ...figures('30', '0')],
      ],
    ),
  );
  expect(amounts(sheet).slice(0, 2)).toEqual([
    '予算科目別事業費 千円 2022 settlement 700',
    '予算科目別事業費 千円 2023 budget 800',
  ]);
});

it('the second of two pages with the title repeated', async () => {
  const years = heads('指標', '単位', '', 'R3', 'R4');
  const page = (mark: string, name: string) => [
    line('令和４年度　事業評価シート', { size: 13, middle: mark, right: '磯部市' }),
    ...(mark === '１／２' ? [FACTS] : []),
    grid(
      [6, 2, 3, 2, 2],
      [
        years,
        [value(name, { h: 2 }), middle('人', { h: 2 }), label('計画値'), ...figures('5', '6')],
        [label('実績値'), ...figures('4', '7')],
      ],
    ),
  ];
  const sheet = await readPages(page('１／２', '参加者数'), page('２／２', '見学者数'));
  expect(sheet.pages).toEqual({ from: 1, to: 2 });
  expect(values(sheet).at(-1)).toBe('見学者数 人 2022 actual 7');
});

it('a title that only its size tells', async () => {
  const sheet = await read([
    line('ＫＰＩ管理表（令和４年度実績）', { size: 13, right: '磯部市' }),
    FACTS,
    grid(
      [6, 3, 3],
      [
        heads('ＫＰＩ', '令和４年度目標', '令和４年度実績'),
        [value('浜の来訪者数（人）'), ...figures('900', '950')],
      ],
    ),
  ]);
  expect(sheet).toMatchObject({ programName: 'ＫＰＩ管理表', fiscalYear: 2022 });
});

it('what the grades mean is no text of the heading above', async () => {
  const sheet = await below(
    line('（４）自己点検'),
    grid([6, 2], [heads('点検項目', '評定'), [label('計画どおりか'), middle('Ｓ')]]),
    line('Ｓ：計画を大きく上回る　Ａ：計画どおり　Ｂ：やや遅れ'),
  );
  expect(fields(sheet).filter((field) => field.includes('上回る'))).toEqual([]);
});

it('the first year of an era is a value beside its label', async () => {
  const sheet = await below(
    grid(
      [4, 4, 4, 4],
      [[label('開始年度'), middle('令和元年度'), label('終了年度'), middle('令和７年度')]],
    ),
  );
  expect(fields(sheet)).toEqual(
    expect.arrayContaining(['開始年度 / 令和元年度', '終了年度 / 令和７年度']),
  );
});

it('one mark in a square of two choices', async () => {
  const sheet = await below(
    grid(
      [4, 3, 2, 2, 2],
      [
        [label('', { w: 2, h: 2 }), label('コストの方向性', { w: 3 })],
        heads('縮小', '維持', '拡大'),
        [label('成果の方向性', { h: 2 }), label('拡充'), blank(), middle('○'), blank()],
        [label('維持'), blank(), blank(), blank()],
      ],
    ),
  );
  expect(ratings(sheet)).toEqual(['成果の方向性 / 拡充', 'コストの方向性 / 維持']);
});

it('a label left of the square is over both choices; what stands right of it is a pair', async () => {
  const sheet = await below(
    grid(
      [3, 4, 3, 2, 2, 2, 3, 8],
      [
        [
          label('方向', { h: 4 }),
          label('', { w: 2, h: 2 }),
          label('コスト', { w: 3 }),
          label('改善の内容', { h: 4 }),
          value('夜の会場を増やす。', { h: 4 }),
        ],
        heads('縮小', '維持', '拡大'),
        [label('成果', { h: 2 }), label('向上'), blank(), middle('○'), blank()],
        [label('低下'), blank(), blank(), blank()],
      ],
    ),
  );
  expect(ratings(sheet)).toEqual(['方向 / 成果 / 向上', '方向 / コスト / 維持']);
  expect(fields(sheet)).toContain('方向 / 改善の内容 / 夜の会場を増やす。');
});

it('questions answered by a mark under はい or いいえ', async () => {
  const sheet = await below(
    grid(
      [2, 8, 2, 2],
      [
        heads('区分', '点検内容', 'はい', 'いいえ'),
        [label('必要性', { h: 2 }), value('要望があるか'), middle('○'), blank()],
        [value('国が行えるか'), blank(), middle('○')],
      ],
    ),
  );
  expect(ratings(sheet)).toEqual([
    '必要性 / 要望があるか / はい',
    '必要性 / 国が行えるか / いいえ',
  ]);
});

it('what is to be done next year beside amounts is told, no amount', async () => {
  const sheet = await below(
    grid(
      [5, 3, 3, 5],
      [
        heads('主な事業', 'R4予算額（千円）', 'R4決算額（千円）', '次年度の取組'),
        [value('見回り'), ...figures('500', '480'), value('続ける')],
        [value('講習'), ...figures('300', '220'), value('増やす')],
      ],
    ),
  );
  expect(amounts(sheet).every((amount) => !amount.includes('2023'))).toBe(true);
  expect(fields(sheet)).toContain('講習 / 次年度の取組 / 増やす');
});

it('what stands behind the number is what the sheet is about, whatever it is called', async () => {
  const sheet = await read([
    line('磯の計画　進行管理シート　令和４年度実績', { size: 13, right: '磯部市' }),
    grid(
      [3, 3, 3, 9],
      [
        [label('項目番号'), middle('7'), label('点検する項目'), value('磯の生き物を守る')],
        [label('基本方針'), value('豊かな磯を次の世代に渡す', { w: 3 })],
        [label('所管'), value('環境課', { w: 3 })],
        [label('総合評価'), middle('Ｂ'), label('評価の理由'), value('藻場が戻ってきた。')],
      ],
    ),
  ]);
  expect(sheet.programName).toBe('磯の計画進行管理シート');
  expect([sheet.number, sheet.title]).toEqual(['7', '磯の生き物を守る']);
});
