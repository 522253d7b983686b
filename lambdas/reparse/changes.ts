import type { Place } from '../../parsers/records/place.ts';

/** One field that two readings of a sheet tell differently. */
export interface FieldChange {
  /** which one it is: `indicators[新規就職者数].values[2013 target].value` */
  readonly path: string;
  /** of what kind it is: `indicators.values.value` */
  readonly field: string;
  /** null where only the new reading says anything */
  readonly from: ToldField | null;
  /** null where only the old reading says anything */
  readonly to: ToldField | null;
}

/** What a reading says, and the places on paper that it names for it. */
export interface ToldField {
  readonly value: Json;
  readonly at: readonly Place[];
}

export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
type JsonObject = { readonly [name: string]: Json | undefined };

/** The fields that tell a list's entries apart: entries that agree in the first fields are the same, then by the next. */
interface Identity {
  readonly same: readonly (readonly string[])[];
  /** fields that the path calls an entry by; its position where there are none */
  readonly called: readonly string[];
}

const LISTS: Readonly<Record<string, Identity>> = {
  goals: { same: [['text']], called: [] },
  indicators: { same: [['name', 'level', 'initiative'], ['id']], called: ['name'] },
  values: { same: [['fiscalYear', 'type']], called: ['fiscalYear', 'type'] },
  pastAchievements: { same: [['fiscalYear']], called: ['fiscalYear'] },
  initiatives: { same: [['number'], ['title']], called: ['number'] },
  items: {
    same: [
      ['phase', 'text'],
      ['phase', 'ordinal'],
    ],
    called: ['phase', 'ordinal'],
  },
  facts: { same: [['text', 'label'], ['text']], called: ['text'] },
  dates: { same: [['text', 'date'], ['text']], called: ['text'] },
  leftovers: { same: [['text']], called: [] },
  budget: { same: [['name']], called: ['name'] },
  amounts: { same: [['fiscalYear']], called: ['fiscalYear'] },
  warnings: { same: [['code', 'message'], ['code']], called: ['code'] },
};

/** Told as one, though they have fields. */
const WHOLE: ReadonlySet<string> = new Set(['at', 'pages']);

/** Every field in which two readings of a sheet or a document differ, places included, in the order of the record. */
export function changesOf(before: object, after: object): FieldChange[] {
  return [...objectChanges(plain(before), plain(after), { path: '', field: '', from: [], to: [] })];
}

/** Where a comparison stands: its path, and the nearest places around it on either side. */
interface Spot {
  readonly path: string;
  readonly field: string;
  readonly from: readonly Place[];
  readonly to: readonly Place[];
}

function* objectChanges(a: JsonObject, b: JsonObject, spot: Spot): Generator<FieldChange> {
  for (const name of new Set([...Object.keys(a), ...Object.keys(b)])) {
    const at = name === 'reason' ? 'reasonAt' : 'at';
    yield* valueChanges(a[name], b[name], name, {
      path: spot.path === '' ? name : `${spot.path}.${name}`,
      field: spot.field === '' ? name : `${spot.field}.${name}`,
      from: placesOf(a[at]) ?? spot.from,
      to: placesOf(b[at]) ?? spot.to,
    });
  }
}

function* valueChanges(
  a: Json | undefined,
  b: Json | undefined,
  name: string,
  spot: Spot,
): Generator<FieldChange> {
  const identity = LISTS[name];
  if (identity && isObjects(a) && isObjects(b)) {
    yield* listChanges(a, b, identity, spot);
  } else if (isObject(a) && isObject(b) && !WHOLE.has(name)) {
    yield* objectChanges(a, b, spot);
  } else if (canonical(a) !== canonical(b)) {
    yield { path: spot.path, field: spot.field, from: told(a, spot.from), to: told(b, spot.to) };
  }
}

function* listChanges(
  before: readonly JsonObject[],
  after: readonly JsonObject[],
  identity: Identity,
  spot: Spot,
): Generator<FieldChange> {
  const names = new Map<string, number>();
  for (const { a, b, position } of paired(before, after, identity.same)) {
    const named = identity.called.map((field) => (b ?? a)?.[field] ?? '-').join(' ');
    const name = named === '' ? String(position) : named;
    const times = (names.get(name) ?? 0) + 1;
    names.set(name, times);
    const path = `${spot.path}[${times === 1 ? name : `${name} #${times}`}]`;
    if (a && b) yield* objectChanges(a, b, { ...spot, path });
    else yield { path, field: spot.field, from: told(a, spot.from), to: told(b, spot.to) };
  }
}

interface Pair {
  readonly a: JsonObject | undefined;
  readonly b: JsonObject | undefined;
  /** from 1, in the list that has it */
  readonly position: number;
}

/** Entries of both lists side by side, in the order of the new one; what is gone comes last. */
function paired(
  before: readonly JsonObject[],
  after: readonly JsonObject[],
  same: Identity['same'],
): Pair[] {
  const partner = new Map<JsonObject, JsonObject>();
  const left = new Set(before);
  for (const fields of same) {
    const key = (one: JsonObject) => canonical(fields.map((field) => one[field] ?? null));
    const waiting = Map.groupBy(left, key);
    for (const b of after) {
      const a = partner.has(b) ? undefined : waiting.get(key(b))?.shift();
      if (!a) continue;
      partner.set(b, a);
      left.delete(a);
    }
  }
  const kept = after.map((b, n) => ({ a: partner.get(b), b, position: n + 1 }));
  const gone = before.flatMap((a, n) =>
    left.has(a) ? [{ a, b: undefined, position: n + 1 }] : [],
  );
  return [...kept, ...gone];
}

/** Its own places, or those around it. */
function told(value: Json | undefined, around: readonly Place[]): ToldField | null {
  if (value === undefined || value === null) return null;
  return { value, at: (isObject(value) && placesOf(value['at'])) || around };
}

function placesOf(at: Json | undefined): Place[] | undefined {
  if (at === undefined || at === null) return undefined;
  return (Array.isArray(at) ? at : [at]) as unknown as Place[];
}

const plain = (record: object) => JSON.parse(JSON.stringify(record)) as JsonObject;

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isObjects = (value: Json | undefined): value is readonly JsonObject[] =>
  Array.isArray(value) && value.every(isObject);

/** Equal for equal values, whatever the order of their fields. */
const canonical = (value: Json | undefined): string | undefined =>
  JSON.stringify(value ?? null, (_, inner: Json) =>
    isObject(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
