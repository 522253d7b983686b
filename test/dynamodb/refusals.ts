import { type Item, itemSize, significant, type Value, valueSize } from './size.ts';

/**
 * What DynamoDB refuses and dynalite does not, in DynamoDB's words.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html
 */
export class Refused extends Error {
  override readonly name = 'ValidationException';
}

export const MAX_ITEM = 400 * 1024;
const MAX_KEY = { HASH: 2048, RANGE: 1024 } as const;
const MAX_EXPRESSION = 4096;
const MAX_OPERATORS = 300;
const MAX_IN = 100;
const MAX_VALUES = 2 * 1024 * 1024;
const MAX_BATCH_BYTES = 16 * 1024 * 1024;
const MAX_DIGITS = 38;
const MAX_DEPTH = 32;

type KeyType = keyof typeof MAX_KEY;
/** Every attribute that is a key of the table or of one of its indexes. */
export type Keys = Readonly<Record<string, KeyType>>;

const refuse = (message: string): never => {
  throw new Refused(message);
};

export function checkKey(name: string, value: Value, type: KeyType): void {
  if (value.S === '' || value.B === '') {
    refuse(
      `One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value. Key: ${name}`,
    );
  }
  if (valueSize(value) <= MAX_KEY[type]) return;
  if (type === 'HASH') {
    refuse(
      `One or more parameter values were invalid: Size of hashkey has exceeded the maximum size limit of${MAX_KEY.HASH} bytes`,
    );
  }
  refuse(
    `One or more parameter values were invalid: Aggregated size of all range keys has exceeded the size limit of ${MAX_KEY.RANGE} bytes`,
  );
}

/** Of JSON, as a reviver. */
export function checkText(_: string, value: unknown): unknown {
  if (typeof value === 'string' && !value.isWellFormed()) refuse('Invalid UTF-16 in a string');
  return value;
}

export function checkItem(item: Item, keys: Keys): void {
  for (const [name, type] of Object.entries(keys)) {
    const value = item[name];
    if (value) checkKey(name, value, type);
  }
  for (const value of Object.values(item)) checkValue(value, 1);
  if (itemSize(item) > MAX_ITEM) refuse('Item size has exceeded the maximum allowed size');
}

function checkValue(value: Value, depth: number): void {
  if (depth > MAX_DEPTH) refuse('Nesting Levels have exceeded supported limits');
  const { N, NS = [], L = [], M = {}, SS, BS } = value;
  for (const number of N === undefined ? NS : [N]) checkNumber(number);
  for (const set of [SS, BS, value.NS]) {
    if (set?.length === 0)
      refuse('One or more parameter values were invalid: An set  may not be empty');
    if (set && new Set(set).size < set.length) refuse('Input collection contains duplicates.');
  }
  for (const one of [...L, ...Object.values(M)]) checkValue(one, depth + 1);
}

function checkNumber(text: string): void {
  if (significant(text).length > MAX_DIGITS) {
    refuse('Attempting to store more than 38 significant digits in a Number');
  }
  const size = Math.abs(Number(text));
  if (!Number.isFinite(size) || size >= 1e126) {
    refuse(
      'Number overflow. Attempting to store a number with magnitude larger than supported range',
    );
  }
  if (size !== 0 && size < 1e-130) {
    refuse(
      'Number underflow. Attempting to store a number with magnitude smaller than supported range',
    );
  }
}

export function checkBatchWrite(
  requests: readonly WriteRequest[],
  keys: Keys,
  own: string[],
): void {
  if (requests.length > 25) {
    refuse(
      "1 validation error detected: Value at 'requestItems' failed to satisfy constraint: Member must have length less than or equal to 25",
    );
  }
  const seen = requests.map(({ PutRequest, DeleteRequest }) => {
    if (PutRequest) checkItem(PutRequest.Item, keys);
    if (DeleteRequest) checkKeyOf(DeleteRequest.Key, keys);
    const item = PutRequest?.Item ?? DeleteRequest?.Key;
    return JSON.stringify(own.map((name) => item?.[name]));
  });
  if (new Set(seen).size < seen.length) refuse('Provided list of item keys contains duplicates');
  const bytes = requests.reduce((sum, { PutRequest }) => sum + itemSize(PutRequest?.Item ?? {}), 0);
  if (bytes > MAX_BATCH_BYTES) refuse('The batch write has exceeded the maximum size of 16 MB');
}
interface WriteRequest {
  readonly PutRequest?: { readonly Item: Item };
  readonly DeleteRequest?: { readonly Key: Item };
}

export function checkBatchGet(asked: readonly Item[], keys: Keys): void {
  if (asked.length > 100) refuse('Too many items requested for the BatchGetItem call');
  for (const key of asked) checkKeyOf(key, keys);
  const texts = asked.map((key) => JSON.stringify(Object.entries(key).toSorted()));
  if (new Set(texts).size < texts.length) refuse('Provided list of item keys contains duplicates');
}

export function checkKeyOf(key: Item, keys: Keys): void {
  for (const [name, value] of Object.entries(key)) checkKey(name, value, keys[name] ?? 'RANGE');
}

export interface Expressions {
  readonly KeyConditionExpression?: string;
  readonly FilterExpression?: string;
  readonly ConditionExpression?: string;
  readonly UpdateExpression?: string;
  readonly ProjectionExpression?: string;
  readonly ExpressionAttributeNames?: Readonly<Record<string, string>>;
  readonly ExpressionAttributeValues?: Item;
}

export function checkExpressions(input: Expressions, keys: Keys): void {
  const { ExpressionAttributeNames: names = {}, ExpressionAttributeValues: values = {} } = input;
  const { KeyConditionExpression: condition = '' } = input;
  const all = [
    condition,
    input.FilterExpression,
    input.ConditionExpression,
    input.UpdateExpression,
    input.ProjectionExpression,
  ];
  for (const expression of all) checkExpression(expression ?? '', names, values);
  const text = all.join(' ');
  for (const [kind, given] of [
    ['Names', names],
    ['Values', values],
  ] as const) {
    const unused = Object.keys(given).filter((name) => !used(text).has(name));
    if (unused.length > 0) {
      refuse(
        `Value provided in ExpressionAttribute${kind} unused in expressions: keys: {${unused}}`,
      );
    }
  }
  for (const value of Object.values(values)) checkValue(value, 1);
  if (itemSize(values) > MAX_VALUES)
    refuse('Total size of expression attribute values is over 2 MB');
  checkKeyCondition(condition, names, values, keys);
}

const used = (expression: string): Set<string> => new Set(expression.match(/[#:][\w]+/g));

function checkExpression(
  expression: string,
  names: Readonly<Record<string, string>>,
  values: Item,
): void {
  if (Buffer.byteLength(expression) > MAX_EXPRESSION) {
    refuse(
      `Invalid expression: Expression size has exceeded the maximum allowed size; expression size: ${Buffer.byteLength(expression)}`,
    );
  }
  const operators = expression.match(
    /[<>=]+|\b(AND|OR|NOT|BETWEEN|IN|begins_with|contains|size|attribute_\w+)\b/g,
  );
  if ((operators?.length ?? 0) > MAX_OPERATORS) {
    refuse(`Invalid expression: The expression contains too many operators`);
  }
  for (const [list] of expression.matchAll(/\bIN\s*\([^)]*\)/g)) {
    if (list.split(',').length > MAX_IN)
      refuse('Invalid expression: The IN operator is provided with too many operands');
  }
  for (const name of used(expression)) {
    if (!(name in names) && !(name in values)) {
      refuse(
        `Invalid expression: An expression attribute ${name.startsWith('#') ? 'name' : 'value'} used in expression is not defined; attribute: ${name}`,
      );
    }
  }
}

const COMPARISON = /([#\w]+)\s*(?:=|<=|>=|<|>)\s*(:\w+)/g;
const BETWEEN = /([#\w]+)\s+BETWEEN\s+(:\w+)\s+AND\s+(:\w+)/gi;
const BEGINS = /begins_with\s*\(\s*([#\w]+)\s*,\s*(:\w+)\s*\)/g;

function checkKeyCondition(
  condition: string,
  names: Readonly<Record<string, string>>,
  values: Item,
  keys: Keys,
): void {
  const bound = [COMPARISON, BETWEEN, BEGINS].flatMap((form) => [...condition.matchAll(form)]);
  for (const [, attribute = '', ...given] of bound) {
    const name = names[attribute] ?? attribute;
    const [from, to] = given.map((one) => values[one]);
    for (const value of [from, to]) if (value) checkKey(name, value, keys[name] ?? 'RANGE');
    if (
      from?.S !== undefined &&
      to?.S !== undefined &&
      Buffer.compare(Buffer.from(from.S), Buffer.from(to.S)) > 0
    ) {
      refuse(
        'Invalid KeyConditionExpression: The BETWEEN operator requires upper bound to be greater than or equal to lower bound',
      );
    }
  }
}
