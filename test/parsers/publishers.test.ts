import { createHash } from 'node:crypto';
import { describe, expect, it, test } from 'vitest';
import {
  checkDigit,
  GOVERNMENTS,
  governmentByCode,
  governmentsNamed,
} from '../../parsers/publishers/governments.ts';
import { identify } from '../../parsers/publishers/identity.ts';
import { MINISTRIES } from '../../parsers/publishers/ministries.ts';
import { isLikelyPublisher, onePublisher } from '../../parsers/publishers/printed.ts';

describe('the table of governments', () => {
  it('has 47 prefectures, and every code once, in its prefecture', () => {
    expect(GOVERNMENTS.filter(({ kind }) => kind === 'prefecture')).toHaveLength(47);
    expect(new Set(GOVERNMENTS.map(({ code }) => code)).size).toBe(GOVERNMENTS.length);
    for (const { code, prefecture } of GOVERNMENTS)
      expect(governmentByCode(`${code.slice(0, 2)}000`)?.name).toBe(prefecture);
  });

  it('has a kind for each, and every ward in a city that is there', () => {
    const counts = Object.groupBy(GOVERNMENTS, ({ kind }) => kind);
    expect(Object.entries(counts).map(([kind, all]) => `${kind} ${all.length}`)).toEqual([
      'prefecture 47',
      'city 792',
      'ward 198',
      'town 744',
      'village 183',
    ]);
    const cities = new Set(GOVERNMENTS.map(({ prefecture, name }) => prefecture + name));
    for (const { city, prefecture, kind } of GOVERNMENTS) {
      if (city !== null) expect(kind === 'ward' && cities.has(prefecture + city)).toBe(true);
    }
  });

  // Codes as the governments themselves publish them: the reckoning of the check digit against what is not reckoned.
  test.each([
    ['240001', '三重県'],
    ['242021', '四日市市'],
    ['011002', '札幌市'],
    ['012084', '北見市'],
    ['131016', '千代田区'],
    ['271004', '大阪市'],
    ['473821', '与那国町'],
  ])('%s is %s', (code, name) => {
    expect(governmentByCode(code)?.name).toBe(name);
    expect(checkDigit(code.slice(0, 5))).toBe(code.slice(5));
    expect(governmentByCode(code.slice(0, 5))?.code).toBe(code);
    const wrong = code.slice(0, 5) + ((Number(code[5]) + 1) % 10);
    expect(governmentByCode(wrong)).toBeNull();
  });
});

test.each([
  ['三重県', ['240001']],
  ['三 重 県', ['240001']],
  ['四日市市', ['242021']],
  ['三重県四日市市', ['242021']],
  ['府中市', ['132063', '342084']],
  ['広島県府中市', ['342084']],
  ['龍ヶ崎市', ['082082']],
  ['龍ケ崎市', ['082082']],
  ['三重県三重郡菰野町', ['243418']],
  ['三重郡菰野町', ['243418']],
  ['中央区', ['131024']],
  ['札幌市中央区', ['011011']],
  ['北海道札幌市中央区', ['011011']],
  ['汐見県', []],
  ['三重', []],
  ['', []],
])('%s means %j', (name, codes) => {
  expect(governmentsNamed(name).map(({ code }) => code)).toEqual(codes);
});

describe('whose sheet it is', () => {
  const hashed = (name: string) =>
    `x${createHash('sha256').update(name).digest('hex').slice(0, 6)}`;
  const of = async (printed: string | null, said?: string, usual: string | null = 'mie') => {
    const { identity, findings } = await identify({ printed, said, usual });
    const { publisher, publisherCode, publisherName } = identity;
    return [publisher, publisherCode, publisherName, ...findings.map(({ code }) => code)];
  };

  it('the format says it where nobody else does', async () => {
    expect(await of(null)).toEqual(['mie', '240001', null]);
    expect(await of(null, undefined, null)).toEqual(['unknown', null, null]);
    expect(await of(null, undefined, 'otherwise')).toEqual(['otherwise', null, null]);
  });

  it('the printed name goes before the format', async () => {
    expect(await of('三重県')).toEqual(['mie', '240001', '三重県']);
    expect(await of('北　見　市')).toEqual(['012084', '012084', '北見市']);
    expect(await of('汐見県')).toEqual(['shiomi', null, '汐見県']);
  });

  it('a name that no table has, or that several have, is told apart by itself', async () => {
    expect(await of('架空市')).toEqual([hashed('架空市'), null, '架空市']);
    expect(await of('国土交通省')).toEqual([hashed('国土交通省'), null, '国土交通省']);
    expect(await of('府中市')).toEqual([hashed('府中市'), null, '府中市', 'ambiguous-publisher']);
  });

  it('the uploader goes before both, and a finding says where the sheet says otherwise', async () => {
    expect(await of(null, '242021')).toEqual(['242021', '242021', null]);
    expect(await of('府中市', '342084')).toEqual(['342084', '342084', '府中市']);
    expect(await of('北見市', 'mie')).toEqual(['mie', '240001', '北見市', 'publisher-differs']);
  });
});

it('a prefecture and a city that follow each other are one publisher', () => {
  expect(onePublisher(['広島県', '府中市'])).toBe('広島県府中市');
  expect(onePublisher(['北見市', '広島県'])).toBe('北見市');
  expect(onePublisher([])).toBeNull();
});

it('what looks like a government’s name', () => {
  for (const name of ['汐見県', '三ツ石町', '架空市', ...MINISTRIES])
    expect(isLikelyPublisher(name), name).toBe(true);
  for (const words of ['市町村', '都道府県', '本県', '各市町', '全国', '県', '目次', '平成25年度'])
    expect(isLikelyPublisher(words), words).toBe(false);
});
