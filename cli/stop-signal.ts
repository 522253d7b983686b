import { said } from './messages/said.ts';

/** Under npm, one Ctrl-C arrives twice: from the terminal, and passed on by npm. */
const SAME_PRESS_MS = 300;

/** Resolves at the first Ctrl-C or SIGTERM; the second one ends the process where it stands. */
export function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    let first: number | null = null;
    const stop = () => {
      if (first !== null && Date.now() - first > SAME_PRESS_MS) {
        process.stderr.write(`${said('Ended where it stood.')}\n`);
        process.exit(130);
      }
      first ??= Date.now();
      resolve();
    };
    process.on('SIGINT', stop);
    process.on('SIGTERM', stop);
  });
}

/** The same for work that is to come to a good end first: says so, and tells the work. */
export function stopped(): AbortSignal {
  const stop = new AbortController();
  stopSignal().then(() => {
    stop.abort();
    const line = process.stderr.isTTY ? '\n' : '';
    const told = said('Stopping; Ctrl-C again ends it where it stands.');
    process.stderr.write(`${line}${told}\n`);
  });
  return stop.signal;
}

/** The last line of a command that ended before its work. */
export function brokenOff(whatNow: string): void {
  process.stderr.write(`${said('Broken off')}; ${said(whatNow)}.\n`);
  process.exitCode = 130;
}

/** The same of one that only followed its work. */
export const leftAlone = () =>
  brokenOff('the run on AWS goes on, and the same command follows it again');
