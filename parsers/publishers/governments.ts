import { comparable } from '../japanese/characters.ts';
import { GOVERNMENTS_TABLE } from './governments-table.ts';

export type GovernmentKind = 'prefecture' | 'city' | 'town' | 'village' | 'ward';

/** A local government, or a ward of a designated city, which is a part of one. */
export type Government = {
  /** 全国地方公共団体コード: six digits, the last one a check digit */
  readonly code: string;
  readonly name: string;
  readonly prefecture: string;
  readonly kind: GovernmentKind;
  /** the designated city that a ward is part of */
  readonly city: string | null;
  /** whether the name is in use */
  readonly current: boolean;
};

const KINDS: Readonly<Record<string, GovernmentKind>> = {
  都: 'prefecture',
  道: 'prefecture',
  府: 'prefecture',
  県: 'prefecture',
  市: 'city',
  町: 'town',
  村: 'village',
  区: 'ward',
};

const WEIGHTS = [6, 5, 4, 3, 2];

/** The check digit of a code's first five digits: modulus 11, as JIS X 0402 and the ministry's notice define it. */
export function checkDigit(five: string): string {
  const sum = WEIGHTS.reduce((all, weight, i) => all + weight * Number(five[i]), 0);
  return String((11 - (sum % 11)) % 10);
}

/** Every government of the table, by code. */
export const GOVERNMENTS: readonly Government[] = GOVERNMENTS_TABLE.trim()
  .split('\n')
  .flatMap((line) => {
    const [number = '', prefecture = '', ...rest] = line.split(' ');
    return [`000${prefecture}`, ...rest].map((entry) => read(number, prefecture, entry));
  });

function read(number: string, prefecture: string, entry: string): Government {
  const five = number + entry.slice(0, 3);
  const current = !entry.endsWith('†');
  const [city, name] = entry.slice(3).replace('†', '').split('/') as [string, string | undefined];
  return {
    code: five + checkDigit(five),
    name: name ?? city,
    prefecture,
    kind: KINDS[(name ?? city).slice(-1)] as GovernmentKind,
    city: name === undefined ? null : city,
    current,
  };
}

const BY_CODE = new Map(GOVERNMENTS.map((one) => [one.code, one]));

/** By six digits, or by five without the check digit. */
export const governmentByCode = (code: string): Government | null =>
  BY_CODE.get(code.length === 5 ? code + checkDigit(code) : code) ?? null;

/** 龍ケ崎市 and 龍ヶ崎市 are one name. */
const folded = (name: string) =>
  comparable(name).replace(/[ヶヵ]/g, (c) => (c === 'ヶ' ? 'ケ' : 'カ'));

/** Folded names, each with who may be meant by it. */
const BY_NAME = Map.groupBy(
  GOVERNMENTS.flatMap((government) => {
    const { name, prefecture, city } = government;
    const places = city === null ? [name] : [city + name];
    const whole = government.kind === 'prefecture' ? [] : places.map((place) => prefecture + place);
    return [...places, ...whole].map((called) => ({ called: folded(called), government }));
  }),
  ({ called }) => called,
);

/** A town may be named with its county, which is no government: 愛知郡東郷町. */
const COUNTY = /^(.{2,3}[都道府県])?.{1,5}?郡(.+[町村])$/;

/**
 * The governments that a printed name may mean: none, one, or several where two are called alike. A ward of a designated
 * city is meant only where its city stands before it: 中央区 alone is that of 東京都, the only one that is a government.
 */
export function governmentsNamed(printed: string): Government[] {
  const name = folded(printed);
  const found =
    BY_NAME.get(name) ?? BY_NAME.get(name.replace(COUNTY, (_, of = '', town) => of + town));
  return (found ?? []).map(({ government }) => government);
}
