import { standing, tidiedOwn } from '../domain/claims.ts';
import { LAST, type Row, type Rows, rewrite } from '../ports/records.ts';
import {
  documentRow,
  type Holding,
  type HoldingItem,
  holdingPlace,
  holdingPrefix,
  holdingRow,
  type KeyItem,
  keyRow,
  type PlaceItem,
  placePrefix,
} from './items.ts';

/**
 * Brings a document's holding of a key in line with the key, and its place among the document's holdings. The place is
 * put before the holding says so and again behind it, should somebody who saw an older one have taken it away.
 */
export async function settleHolding(rows: Rows, id: string, key: string): Promise<void> {
  const at = holdingRow(id, key);
  const place = (sk: string): PlaceItem => ({ pk: at.pk, sk, holding: at.sk });
  const tried = new Set<string>();
  const settled = await rewrite<HoldingItem>(rows, at, async (was) => {
    const state = await rows.get<KeyItem>(keyRow(key));
    const claims = was?.claims ?? [];
    const stands = state && standing(state, id, claims);
    const own = stands ? [holdingPlace(id, key, stands)] : [];
    for (const sk of own) {
      tried.add(sk);
      await rows.putAll([place(sk)]);
    }
    for (const sk of was?.places ?? []) tried.add(sk);
    const places = [...own, ...[...tried].filter((sk) => !own.includes(sk))];
    return { key, claims: tidiedOwn(claims, state?.removedAt ?? ''), stands, places };
  });
  const left = settled?.places.slice(settled.stands ? 1 : 0) ?? [];
  if (!settled || left.length === 0) return;
  await rows.deleteAll(left.map(place));
  const own = settled.places.filter((sk) => !left.includes(sk));
  await rows.putAll(own.map(place));
  if (await rows.replace({ ...settled, places: own, version: settled.version + 1 })) return;
  const now = await rows.get<HoldingItem>(at);
  if (now?.stands && left.includes(holdingPlace(id, key, now.stands))) {
    await rows.putAll([place(holdingPlace(id, key, now.stands))]);
  }
}

/** How the document stands under its keys: of each state the first. */
export async function standsOf(rows: Rows, id: string) {
  const [live, past, pending] = await Promise.all(
    (['live', 'past', 'pending'] as const).map((state) => firstIn(rows, id, placePrefix(state))),
  );
  return { ...(live && { live }), ...(past && { past }), ...(pending && { pending }) };
}

async function firstIn(rows: Rows, id: string, prefix: string): Promise<Holding | undefined> {
  const { pk } = documentRow(id);
  const places = rows.walk<PlaceItem>(pk, { from: prefix, to: prefix + LAST, pageSize: 3 });
  for await (const { sk, holding } of places) {
    const at: Row = { pk, sk: holding };
    const held = await rows.get<HoldingItem>(at);
    if (held?.stands && holdingPlace(id, held.key, held.stands) === sk) {
      return { key: held.key, since: held.stands.since };
    }
  }
  return undefined;
}

/** Every key that the document stands under, by time. */
export async function standingsOf(rows: Rows, id: string) {
  const holdings = await rows.under<HoldingItem>(documentRow(id).pk, holdingPrefix);
  return holdings
    .flatMap(({ key, stands }) => (stands ? [{ key, ...stands }] : []))
    .toSorted((a, b) =>
      a.since === b.since ? (a.key < b.key ? -1 : 1) : a.since < b.since ? -1 : 1,
    );
}
