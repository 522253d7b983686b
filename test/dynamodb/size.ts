import type { AttributeValue } from '@aws-sdk/client-dynamodb';

/** As the wire has it: binary as base64. */
export type Wire<T> = T extends Uint8Array
  ? string
  : T extends object
    ? { [K in keyof T]: Wire<T[K]> }
    : T;
export type Value = Wire<AttributeValue>;
export type Item = Readonly<Record<string, Value>>;

const utf8 = (text: string) => Buffer.byteLength(text);
const binary = (base64: string) => Buffer.byteLength(base64, 'base64');
const sum = (all: readonly number[]) => all.reduce((a, b) => a + b, 0);

/**
 * Bytes of an item: names and texts in UTF-8, a number a byte for every two digits and one, lists and maps with three
 * bytes and one for each entry.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html
 */
export const itemSize = (item: Item): number =>
  sum(Object.entries(item).map(([name, value]) => utf8(name) + valueSize(value)));

export function valueSize(value: Value): number {
  if (value.S !== undefined) return utf8(value.S);
  if (value.N !== undefined) return Math.ceil(significant(value.N).length / 2) + 1;
  if (value.B !== undefined) return binary(value.B);
  if (value.L) return 3 + sum(value.L.map((one) => 1 + valueSize(one)));
  if (value.M) return 3 + itemSize(value.M) + Object.keys(value.M).length;
  if (value.SS) return sum(value.SS.map(utf8));
  if (value.NS) return sum(value.NS.map((one) => valueSize({ N: one })));
  if (value.BS) return sum(value.BS.map(binary));
  return 1;
}

/** The digits between the first and the last that is not zero. */
export const significant = (number: string): string =>
  number
    .replace(/e.*$/i, '')
    .replace(/[-+.]/g, '')
    .replace(/^0+|0+$/g, '');
