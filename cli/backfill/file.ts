import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { publisherFolder } from '../../lambdas/domain/told.ts';
import { hasHeader } from '../../parsers/pdf/refuse-unread.ts';
import { type FileAccount, failed, rejected } from './account.ts';
import { faultOf, type SeenFile } from './sources.ts';

/** A file that is worth uploading. */
export interface OpenedFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
  /** where its bytes belong in the bucket: the same for the same bytes of the same name, whatever folder they are in */
  readonly key: string;
}

/** A file's bytes, or why they are not uploaded; `publisher` is the slug of whom the user says. */
export async function openFile(
  { path, bytes: size, fault }: SeenFile,
  maxBytes: number,
  publisher?: string,
): Promise<OpenedFile | FileAccount> {
  if (fault !== null) return failed(path, fault);
  if (size > maxBytes) return rejected(path, 'too-large');
  const bytes = await readFile(path).catch(faultOf);
  if (typeof bytes === 'string') return failed(path, bytes);
  if (extname(path).toLowerCase() !== '.pdf' && !hasHeader(bytes)) {
    return rejected(path, 'not-a-pdf');
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const name = basename(path).normalize('NFC');
  return { path, bytes, sha256, key: `${publisherFolder(publisher)}backfill/${sha256}/${name}` };
}
