import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError } from '../input.ts';
import { phrase } from '../messages/said.ts';

/**
 * Makes a data directory this process's own. A lock whose process is gone is taken over.
 * @returns what gives it back
 * @throws InputError data-in-use, data-not-writable
 */
export async function lockData(dir: string): Promise<() => Promise<void>> {
  await mkdir(dir, { recursive: true }).catch(refuse);
  const path = join(dir, 'lock');
  // Linked in place with its content: nobody sees a lock without its holder.
  const draft = `${path}.${process.pid}`;
  await writeFile(draft, String(process.pid)).catch(refuse);
  try {
    while (!(await linked(draft, path))) {
      const holder = await readHolder(path);
      if (holder !== null && isRunning(holder) && (holder !== process.pid || held.has(path))) {
        throw new InputError(
          'data-in-use',
          phrase`${dir} is in use by process ${holder}; stop it, or give another folder with --data (if that process is not shisaku, remove ${path}).`,
        );
      }
      await rm(path, { force: true });
    }
  } finally {
    await rm(draft, { force: true });
  }
  held.add(path);
  return async () => {
    held.delete(path);
    await rm(path, { force: true });
  };
}

function refuse(error: Error): never {
  throw new InputError('data-not-writable', phrase`No data can be kept there: ${error.message}.`);
}

/** This process's locks: in a container, a process that is gone often had the number that this one has now. */
const held = new Set<string>();

async function linked(draft: string, path: string): Promise<boolean> {
  try {
    await link(draft, path);
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  }
}

async function readHolder(path: string): Promise<number | null> {
  const pid = Number(await readFile(path, 'utf8').catch(() => ''));
  return Number.isInteger(pid) && pid > 0 ? pid : null;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, as another user.
    return hasCode(error, 'EPERM');
  }
}

const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;
