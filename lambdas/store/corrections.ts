import { type Correction, readAt, standingCorrections } from '../domain/corrections.ts';
import type { SheetFilters } from '../domain/sheet-filters.ts';
import { type Rows, rewrite } from '../ports/records.ts';
import { noteInFeed } from './feed.ts';
import { walkHeads } from './find-records.ts';
import { findSheet } from './find-sheets.ts';
import { correctionsIn, type HeadItem, headRow, later } from './items.ts';
import type { ListPage, PageRequest } from './lists.ts';
import { pack } from './packing.ts';

/** So many of a sheet fit beside its history. */
const MAX_CORRECTIONS = 300;

/** Why a correction is not taken. */
export class CorrectionRefused extends Error {
  override readonly name = 'CorrectionRefused';
  readonly why: 'no-sheet' | 'not-as-read' | 'too-many';

  constructor(why: CorrectionRefused['why'], message: string) {
    super(message);
    this.why = why;
  }
}

/**
 * Keeps a correction beside what was read, once it is seen that this was read there.
 * @throws CorrectionRefused
 */
export async function checkCorrection(
  rows: Rows,
  { sheetId, field, at, read }: Pick<Correction, 'sheetId' | 'field' | 'at' | 'read'>,
): Promise<{ readonly sha256: string }> {
  const sheet = await findSheet(rows, sheetId);
  if (!sheet) throw new CorrectionRefused('no-sheet', `There is no sheet ${sheetId}.`);
  const found = readAt(sheet, { field, at });
  if (found !== read) {
    const there = found === undefined ? `no ${field} was read` : `「${found}」 was read`;
    throw new CorrectionRefused('not-as-read', `At this place ${there}, not 「${read}」.`);
  }
  return { sha256: sheet.sha256 };
}

/** Keeps a correction; one that is known is replaced. */
export const keepCorrection = (rows: Rows, correction: Correction): Promise<void> =>
  amend(rows, correction.sheetId, (all) => [
    ...all.filter(({ id }) => id !== correction.id),
    correction,
  ]);

/** Takes a correction back; what was read stands alone again. */
export const dropCorrection = (rows: Rows, { sheetId, id }: Correction): Promise<void> =>
  amend(rows, sheetId, (all) => all.filter((one) => one.id !== id));

async function amend(
  rows: Rows,
  sheetId: string,
  change: (all: readonly Correction[]) => readonly Correction[],
): Promise<void> {
  await rewrite<HeadItem>(rows, headRow(sheetId), async (was) => {
    if (!was) return undefined;
    const all = change(correctionsIn(was)).toSorted((a, b) => (a.time < b.time ? -1 : 1));
    if (all.length > MAX_CORRECTIONS) {
      throw new CorrectionRefused(
        'too-many',
        `A sheet has at most ${MAX_CORRECTIONS} corrections.`,
      );
    }
    const { version: _, ...rest } = was;
    const corrections = all.length === 0 ? undefined : Buffer.concat(pack(all));
    return { ...rest, corrections, changedAt: later(was.changedAt) };
  });
  await noteInFeed(rows, sheetId);
}

/** The corrections of a sheet, and which of them the paper still gives room to. */
export async function correctionsOf(rows: Rows, sheetId: string) {
  const head = await rows.get<HeadItem>(headRow(sheetId));
  const all = correctionsIn(head);
  if (!head?.current || all.length === 0) return all.map((one) => ({ ...one, stands: false }));
  const sheet = await findSheet(rows, sheetId);
  const standing = sheet && standingCorrections(sheet, all, sheet.sha256);
  return all.map((one) => ({ ...one, stands: standing?.has(one.id) ?? false }));
}

/** Corrections in the order of the sheets; a place is that of the sheet and the correction's id. */
export async function findCorrections(
  rows: Rows,
  { sheet, ...filters }: SheetFilters & { readonly sheet?: string | undefined },
  { limit, after = '' }: PageRequest,
): Promise<ListPage<Awaited<ReturnType<typeof correctionsOf>>[number]>> {
  const found = [];
  for await (const head of walkHeads(rows, sheet, filters)) {
    if (!head.corrections) continue;
    const sheetId = head.pk.slice(headRow('').pk.length);
    const order = head.listSk ?? sheetId;
    const all = await correctionsOf(rows, sheetId);
    const placed = all.map((item) => ({ item, place: `${order}\n${item.time}\n${item.id}` }));
    found.push(...placed.filter(({ place }) => place > after));
    if (found.length > limit) break;
  }
  const shown = found.slice(0, limit);
  const next = found.length > limit ? (shown.at(-1)?.place ?? null) : null;
  return { items: shown.map(({ item }) => item), next };
}
