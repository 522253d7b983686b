import { paired } from './pairing.ts';
import type { Item, Sheet } from './record.ts';
import { folded, likeness, printed } from './text.ts';
import { judge, judgeWithBoxes, said, type Verdict } from './verdict.ts';

/** Below this likeness, two texts are two items. */
const SAME_ITEM = 0.5;

type Owned = Item & { readonly owner: string };

/** Narrative items: their texts, then what they are filed under. */
export function* judgeItems(truth: Sheet, output: Sheet): Generator<Verdict> {
  for (const [want, got] of paired(itemsOf(truth), itemsOf(output), sameText, alike)) {
    yield* judgeItem(want, got);
  }
}

const itemsOf = ({ initiatives }: Sheet): Owned[] =>
  initiatives.flatMap(({ number, items }) =>
    items.map((item) => ({ ...item, owner: folded(number) })),
  );

const sameText = (a: Owned, b: Owned) =>
  printed(a.text) === printed(b.text) ? 1 + filing(a, b) : 0;

function alike(a: Owned, b: Owned): number {
  const [x, y] = [folded(a.text), folded(b.text)];
  if (2 * Math.min(x.length, y.length) < SAME_ITEM * (x.length + y.length)) return 0;
  const share = likeness(x, y);
  return share >= SAME_ITEM ? share + filing(a, b) / 10 : 0;
}

/** Tells equal texts apart by where they stand. */
const filing = (a: Owned, b: Owned) =>
  Number(a.owner === b.owner) * 0.4 +
  Number(a.phase === b.phase) * 0.2 +
  Number(a.ordinal === b.ordinal) * 0.1;

function* judgeItem(want: Owned | null, got: Owned | null): Generator<Verdict> {
  const what = nameOf(want ?? got);
  yield* judgeWithBoxes('items', what, [want && tell(want), got && tell(got)]);
  if (!want || !got) return;
  for (const [part, a, b] of [
    ['phase', want.phase, got.phase],
    ['ordinal', want.ordinal, got.ordinal],
    ['marker', printed(want.marker), printed(got.marker)],
    ['owner', want.owner, got.owner],
  ] as const) {
    yield judge(part, what, [said(a, want.at), said(b, got.at)]);
  }
}

const nameOf = (item: Owned | null) => `item ${item?.owner || '-'} ${item?.phase} ${item?.ordinal}`;
const tell = ({ text, at }: Owned) => said(printed(text), at);
