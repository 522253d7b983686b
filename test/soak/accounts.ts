import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ListObjectsV2Command } from '@aws-sdk/client-s3';
import { BUCKET } from '../../cli/stack/defaults.ts';
import type { DocumentView } from '../../lambdas/store/find-documents.ts';
import { stateOf } from '../faults/rows.ts';
import type { StackProcess } from '../faults/stack-process.ts';
import type { Ledger } from './uploads.ts';

/** Holds what the service says against what was done to the bucket; @returns what does not add up */
export async function reconcile(
  stack: StackProcess,
  data: string,
  rows: readonly Record<string, unknown>[],
  { held, given, uploads, overwritten, removed }: Ledger,
) {
  const complaints: string[] = [];
  const documents: DocumentView[] = await all(stack, '/v1/documents');
  const sheets: { id: string }[] = await all(stack, '/v1/sheets');
  const listing = await stack.s3.send(new ListObjectsV2Command({ Bucket: BUCKET }));
  const objects = (listing.Contents ?? []).map(({ Key = '' }) => Key).toSorted();
  if (objects.join() !== [...held.keys()].toSorted().join()) complaints.push('the bucket differs');
  if (uploads - overwritten - removed !== held.size) complaints.push('the ledger does not add up');

  const bySha = new Map(documents.map((one) => [one.sha256, one]));
  const expectedSheets = new Set<string>();
  for (const [key, { sha256, code, name }] of held) {
    const document = bySha.get(sha256);
    const ended = document?.keys.includes(key) ? (document.error?.code ?? null) : 'nothing';
    if (ended !== code) complaints.push(`${key} (${name}) ended with ${ended}, not ${code}`);
    for (const id of document?.sheetIds ?? []) expectedSheets.add(id);
  }
  for (const { sha256, keys, status } of documents) {
    if (status !== 'SUCCEEDED' && status !== 'FAILED') complaints.push(`${sha256} is ${status}`);
    const strange = keys.filter((key) => !given.get(key)?.has(sha256 ?? ''));
    complaints.push(...strange.map((key) => `${sha256} is said to be under ${key}`));
  }
  const ids = sheets.map(({ id }) => id).toSorted();
  if (ids.join() !== [...expectedSheets].toSorted().join()) {
    complaints.push(`${ids.length} sheets, ${expectedSheets.size} in the PDFs that are there`);
  }

  const [pending, dead] = await Promise.all(
    ['pending', 'dead'].map((folder) => readdir(join(data, 'queue', folder))),
  );
  if (pending?.length !== 0) complaints.push(`${pending?.length} messages wait`);
  if (dead?.length !== 0) complaints.push(`${dead?.length} messages were given up`);
  const { orphans, state } = stateOf(rows);
  complaints.push(...orphans.map((orphan) => `orphan: ${orphan}`));

  const count = (status: string) => documents.filter((one) => one.status === status).length;
  return {
    counts: `${uploads} uploads = ${overwritten} overwritten + ${removed} removed + ${held.size} in the bucket; ${documents.length} documents = ${count('SUCCEEDED')} SUCCEEDED + ${count('FAILED')} FAILED; ${ids.length} sheets; ${state.length} rows, ${orphans.length} orphans`,
    complaints,
  };
}

// biome-ignore lint/suspicious/noExplicitAny: lists of every shape
async function all(stack: StackProcess, path: string): Promise<any[]> {
  const items = [];
  let cursor = '';
  do {
    const page = await stack.json(`${path}?limit=200${cursor && `&cursor=${cursor}`}`);
    items.push(...page.items);
    cursor = encodeURIComponent(page.nextCursor ?? '');
  } while (cursor);
  return items;
}
