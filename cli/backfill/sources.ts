import { readdir, realpath, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { InputError } from '../input.ts';
import { phrase } from '../messages/said.ts';

/** A file under the given folders. */
export interface SeenFile {
  /** as the user would write it */
  readonly path: string;
  readonly bytes: number;
  /** Unix time in milliseconds */
  readonly modified: number;
  /** why it cannot be opened */
  readonly fault: string | null;
}

/**
 * Every file under the folders, each once, oldest first: where two PDFs are of one sheet, what was saved last is what
 * it says now. A folder that may not be read is told in the place of its files.
 * @throws InputError file-not-found
 */
export async function filesUnder(sources: readonly string[]): Promise<SeenFile[]> {
  const found = new Map<string, SeenFile>();
  const folders = new Set<string>();

  async function visit(path: string): Promise<void> {
    const at = await stat(path).catch(faultOf);
    if (typeof at === 'string') add(path, 0, 0, at);
    else if (at.isDirectory()) await visitFolder(path);
    else if (at.isFile()) add(path, at.size, at.mtimeMs, null);
  }

  async function visitFolder(path: string): Promise<void> {
    const real = await realpath(path);
    if (folders.has(real)) return;
    folders.add(real);
    const names = await readdir(path).catch(faultOf);
    if (typeof names === 'string') return add(path, 0, 0, names);
    for (const name of names) await visit(join(path, name));
  }

  function add(path: string, bytes: number, modified: number, fault: string | null): void {
    const place = resolve(path);
    if (!found.has(place)) found.set(place, { path, bytes, modified, fault });
  }

  for (const source of sources) {
    const there = await stat(source).catch(faultOf);
    if (there === 'file-not-found') {
      throw new InputError('file-not-found', phrase`There is no file or folder ${source}.`);
    }
    await visit(source);
  }
  return [...found.values()].toSorted(
    (a, b) => a.modified - b.modified || (a.path < b.path ? -1 : 1),
  );
}

/** What is wrong with a file, as a code. */
export function faultOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'ENOENT' || code === 'ELOOP') return 'file-not-found';
  if (code === 'EACCES' || code === 'EPERM') return 'not-readable';
  return 'read-error';
}
