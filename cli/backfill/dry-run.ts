import { saysOf } from '../../lambdas/domain/content-hash.ts';
import { publish, type Source } from '../../lambdas/domain/publication.ts';
import type { FormatFile } from '../../lambdas/reader/format-files.ts';
import type { ReadPdf } from '../../lambdas/reader/read.ts';
import { saidBy } from '../../lambdas/store/documents.ts';
import { outcomeIn } from '../../lambdas/store/outcome.ts';
import type { Store } from '../../lambdas/store/store.ts';
import type { DocumentRecord } from '../../parsers/records/document.ts';
import { Refusal } from '../../parsers/records/refusal.ts';
import { again, type FileAccount, failed, rejected } from './account.ts';
import { type OpenedFile, openFile } from './file.ts';
import { inOrder } from './in-order.ts';
import type { SeenFile } from './sources.ts';

export interface DryRun {
  readonly width: number;
  readonly maxBytes: number;
  readonly readPdf: ReadPdf;
  /** beside those that come with shisaku */
  readonly formats?: readonly FormatFile[];
  /** slug of whom the user says the sheets are of */
  readonly publisher?: string | undefined;
  readonly stop: AbortSignal;
}

type Opened = { readonly file: Omit<OpenedFile, 'bytes'>; readonly answer: Answer };
/** null where nobody needs to read it: its bytes are known */
type Answer = DocumentRecord | Refusal | Error | null;

/** What `uploadAll` would do: reads the files here, compares them with what the table holds, and writes nothing. */
export function dryRunAll(
  files: readonly SeenFile[],
  store: Store,
  { width, maxBytes, readPdf, formats = [], publisher, stop }: DryRun,
): AsyncGenerator<FileAccount> {
  const met = new Map<string, FileAccount>();
  const sourcesOf = new Map<string, readonly Source[]>();
  let uploads = 0;

  return inOrder(
    files,
    width,
    // Not awaited: as many are read side by side as `width` says.
    async (seen) => ({ path: seen.path, opened: stop.aborted ? null : open(seen) }),
    async ({ path, opened }) => {
      const one = await opened;
      if (!one || stop.aborted) return failed(path, 'interrupted');
      if ('outcome' in one) return one;
      const known = met.get(one.file.sha256);
      const account = known ? { ...again(known), path } : await judge(one);
      met.set(one.file.sha256, account);
      return account;
    },
  );

  async function open(seen: SeenFile): Promise<Opened | FileAccount> {
    const opened = await openFile(seen, maxBytes, publisher);
    if ('outcome' in opened) return opened;
    const { bytes, ...file } = opened;
    const known = await store.document(file.sha256);
    const settled = known?.status === 'SUCCEEDED' || known?.error;
    // Bytes that are known are read again where somebody says whose they are.
    if (settled && publisher === undefined) return { file, answer: null };
    return { file, answer: await readPdf(bytes, { formats, publisher }).catch(asAnswer) };
  }

  async function judge({ file: { path, sha256 }, answer }: Opened): Promise<FileAccount> {
    if (answer === null) {
      const known = await store.document(sha256);
      if (known?.error) return rejected(path, known.error.code);
      return { path, outcome: 'unchanged', code: null, sheetIds: known?.sheetIds ?? [] };
    }
    if (answer instanceof Refusal) return rejected(path, answer.code);
    if (answer instanceof Error) return failed(path, 'reader-crashed');
    const { sheets } = saidBy(answer);
    const sheetIds = sheets.map(({ id }) => id);
    const stored = await store.histories(sheetIds.filter((id) => !sourcesOf.has(id)));
    for (const [id, history] of stored)
      sourcesOf.set(
        id,
        history.flatMap(({ sources }) => sources),
      );
    // Later than anything stored, and in the order of the uploads.
    const time = `later ${String(uploads++).padStart(9, '0')}`;
    const histories = sheets.map((sheet) => {
      const source = { documentId: sha256, body: '', says: saysOf(sheet), time, live: true };
      const sources = [...(sourcesOf.get(sheet.id) ?? []), source];
      sourcesOf.set(sheet.id, sources);
      return publish(sources).history;
    });
    return { path, outcome: outcomeIn(histories, sha256), code: null, sheetIds };
  }
}

const asAnswer = (error: unknown): Refusal | Error =>
  error instanceof Error ? error : new Error(String(error));
