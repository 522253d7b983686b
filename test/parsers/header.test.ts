import { describe, expect, it } from 'vitest';
import { FORMATS } from '../../lambdas/reader/formats.ts';
import { headerAt } from '../../parsers/sheets/header.ts';
import { type Drawn, drawnLines } from './drawn-lines.ts';

function read(name: string, ...rows: readonly Drawn[]) {
  const format = FORMATS.find((one) => one.format === name);
  if (!format) throw new Error(`no format ${name}`);
  const header = headerAt(format, drawnLines(...rows), 0);
  if (!header) return null;
  const { fiscalYear, program, number, title, subtitle, department, rest, inferred } = header;
  return {
    year: fiscalYear,
    program: program.name,
    number,
    title,
    subtitle,
    department,
    ...(rest.length > 0 ? { rest: rest.map(({ text }) => text) } : {}),
    ...(inferred.length > 0 ? { inferred: inferred.map(({ text }) => text.text) } : {}),
  };
}

const OPENING: Drawn = [0, '平成25年度事業マネジメントシート（選択・集中プログラム）'];
const TITLE: Drawn = [0, '緊急課題解決4　海辺の町に人が戻る'];
const SUBTITLE: Drawn = [0, '～海と暮らすプロジェクト～'];
const DEPARTMENT: Drawn = [30, '【主担当部局：海浜部】'];
const project = {
  year: 2013,
  program: '緊急課題解決',
  number: '4',
  title: '海辺の町に人が戻る',
  subtitle: '海と暮らすプロジェクト',
  department: '海浜部',
};

describe('a project sheet', () => {
  it.each<[string, Drawn[], object]>([
    ['as usual', [OPENING, TITLE, SUBTITLE, DEPARTMENT], {}],
    ['a draft', [[0, `${OPENING[1]}（案）`], TITLE, SUBTITLE, DEPARTMENT], { rest: ['（案）'] }],
    [
      'a draft that says so first',
      [[0, `【素案】${OPENING[1]}`], TITLE, SUBTITLE, DEPARTMENT],
      { rest: ['【素案】'] },
    ],
    [
      'a version without brackets',
      [[0, `${OPENING[1]}　速報版`], TITLE, SUBTITLE, DEPARTMENT],
      { rest: ['速報版'] },
    ],
    [
      'the year last',
      [
        [0, '事業マネジメントシート（選択・集中プログラム）平成25年度'],
        TITLE,
        SUBTITLE,
        DEPARTMENT,
      ],
      {},
    ],
    [
      'its kind first',
      [
        [0, '平成25年度　選択・集中プログラム　事業マネジメントシート'],
        TITLE,
        SUBTITLE,
        DEPARTMENT,
      ],
      {},
    ],
    [
      'a number in parentheses behind another word',
      [OPENING, [0, '緊急課題解決プロジェクト（4）　海辺の町に人が戻る'], SUBTITLE, DEPARTMENT],
      {},
    ],
    [
      'the programme in brackets',
      [OPENING, [0, '【緊急課題解決 第4号】海辺の町に人が戻る'], SUBTITLE, DEPARTMENT],
      {},
    ],
    [
      'what else the plan says beside the programme',
      [
        OPENING,
        [0, '緊急課題解決4　　　　　　期間：平成24～27年度'],
        [0, '海辺の町に人が戻る'],
        SUBTITLE,
        DEPARTMENT,
      ],
      { rest: ['期間：平成24～27年度'] },
    ],
    [
      'a subtitle on two lines',
      [OPENING, TITLE, [0, '～海と暮らす'], [0, 'プロジェクト～'], DEPARTMENT],
      {},
    ],
    [
      'a subtitle in parentheses',
      [OPENING, TITLE, [0, '（海と暮らすプロジェクト）'], DEPARTMENT],
      {},
    ],
    ['the label in brackets', [OPENING, TITLE, SUBTITLE, [30, '【主担当部局】海浜部']], {}],
    ['a label never seen', [OPENING, TITLE, SUBTITLE, [30, '作成部局：海浜部']], {}],
    ['dots to the office', [OPENING, TITLE, SUBTITLE, [30, '主担当部局…海浜部']], {}],
    [
      'a telephone number behind brackets',
      [OPENING, TITLE, SUBTITLE, [30, '【主担当部局：海浜部】012-345-6789']],
      { rest: ['012-345-6789'] },
    ],
    ['an office alone', [OPENING, TITLE, SUBTITLE, [30, '海浜部']], { inferred: ['海浜部'] }],
    [
      'both years',
      [
        [0, '平成25年度（2013年度）事業マネジメントシート（選択・集中プログラム）'],
        TITLE,
        SUBTITLE,
        DEPARTMENT,
      ],
      {},
    ],
    [
      'a document number beside',
      [[0, `${OPENING[1]}　　　　　　資料2-1`], TITLE, SUBTITLE, DEPARTMENT],
      { rest: ['資料2-1'] },
    ],
    ['round brackets', [OPENING, TITLE, SUBTITLE, [30, '（主担当部局：海浜部）']], {}],
    ['tortoise-shell brackets', [OPENING, TITLE, SUBTITLE, [30, '〔担当部局：海浜部〕']], {}],
    ['no brackets', [OPENING, TITLE, SUBTITLE, [30, '主担当部局：海浜部']], {}],
    ['another label', [OPENING, TITLE, SUBTITLE, [30, '所管部局　海浜部']], {}],
    ['no bureau in the label', [OPENING, TITLE, SUBTITLE, [30, '【主担当部：海浜部】']], {}],
    ['no label', [OPENING, TITLE, SUBTITLE, [30, '（海浜部）']], { inferred: ['海浜部'] }],
    [
      'two departments',
      [OPENING, TITLE, SUBTITLE, [30, '【主担当部局：海浜部、山林部】']],
      { department: '海浜部、山林部' },
    ],
    [
      'two departments on two lines',
      [OPENING, TITLE, SUBTITLE, [30, '主担当部局：海浜部'], [36, '山林部']],
      { department: '海浜部、山林部' },
    ],
    [
      'one that takes part',
      [OPENING, TITLE, SUBTITLE, [20, '関係部局：山林部'], DEPARTMENT],
      { rest: ['関係部局：山林部'] },
    ],
    [
      'a programme of another year',
      [OPENING, [0, 'みらい創造4　海辺の町に人が戻る'], SUBTITLE, DEPARTMENT],
      { program: 'みらい創造', inferred: ['みらい創造4海辺の町に人が戻る'] },
    ],
    [
      'a title that begins with a digit',
      [OPENING, [0, '緊急課題解決4　3つの海に人が戻る'], SUBTITLE, DEPARTMENT],
      { title: '3つの海に人が戻る' },
    ],
    [
      'two in brackets of their own',
      [OPENING, TITLE, SUBTITLE, [10, '【主担当部局：海浜部】　【関係部局：山林部】']],
      { rest: ['【関係部局：山林部】'] },
    ],
    [
      'a telephone number behind',
      [OPENING, TITLE, SUBTITLE, [10, '主担当部局　海浜部　電話012-345-6789']],
      {},
    ],
    [
      'a document number before',
      [[0, `（様式1）　　　　${OPENING[1]}`], TITLE, SUBTITLE, DEPARTMENT],
      { rest: ['（様式1）'] },
    ],
    ['no department', [OPENING, TITLE, SUBTITLE, [0, 'プロジェクトの目標']], { department: null }],
  ])('%s', (_, rows, differs) => {
    expect(read('mie-project', ...rows)).toEqual({ ...project, ...differs });
  });

  it('is none where the name only stands in a sentence', () => {
    expect(
      read('mie-project', [0, '平成25年度事業マネジメントシートを送ります。'], TITLE),
    ).toBeNull();
  });
});

const measure = {
  ...project,
  year: null,
  program: '施策',
  number: '231',
  title: '海辺の町に人が戻る',
  subtitle: null,
};

describe('a measure sheet', () => {
  it.each<[string, Drawn[], object]>([
    ['as usual', [[0, '施策231　海辺の町に人が戻る'], DEPARTMENT], {}],
    ['all on one line', [[0, '施策231　海辺の町に人が戻る　　　　【主担当部局：海浜部】']], {}],
    ['the number alone', [[0, '施策231'], [0, '海辺の町に人が戻る'], DEPARTMENT], {}],
    [
      'a part of a measure',
      [[0, '施策231-2　海辺の町に人が戻る'], DEPARTMENT],
      { number: '231-2' },
    ],
    [
      'a dash of kana',
      [[0, '施策２３１ー２　海辺の町に人が戻る'], DEPARTMENT],
      { number: '231-2' },
    ],
    ['the title last', [[0, '施策231'], DEPARTMENT, [0, '海辺の町に人が戻る']], {}],
    [
      'labels',
      [
        [0, '施策番号　231'],
        [0, '施策名　海辺の町に人が戻る'],
        [0, '担当課名　海浜部'],
      ],
      {},
    ],
    [
      'a title that begins with a digit',
      [[0, '施策231　3つの海に人が戻る'], DEPARTMENT],
      { title: '3つの海に人が戻る' },
    ],
    [
      'a title in larger type',
      [[0, '施策231'], [0, '3つの海に人が戻る', { size: 14 }], DEPARTMENT],
      { title: '3つの海に人が戻る' },
    ],
    ['a draft', [[0, '施策231　海辺の町に人が戻る【案】'], DEPARTMENT], { rest: ['【案】'] }],
    ...[
      '■施策231',
      '施策No.231',
      '施策第231号',
      '（施策231）',
      '施策231．',
      '施策231－',
      '施策231／',
    ].map((number): [string, Drawn[], object] => [
      number,
      [[0, `${number}　海辺の町に人が戻る`], DEPARTMENT],
      {},
    ]),
    [
      'an office of administration',
      [[0, '行政運営3　海辺の役場'], DEPARTMENT],
      { program: '行政運営', number: '3', title: '海辺の役場' },
    ],
  ])('%s', (_, rows, differs) => {
    expect(read('mie-measure', ...rows)).toEqual({ ...measure, ...differs });
  });
});
