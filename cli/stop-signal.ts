/** Under npm, one Ctrl-C arrives twice: from the terminal, and passed on by npm. */
const SAME_PRESS_MS = 300;

/** Resolves at the first Ctrl-C or SIGTERM; the second one ends the process where it stands. */
export function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    let first: number | null = null;
    const stop = () => {
      if (first !== null && Date.now() - first > SAME_PRESS_MS) process.exit(130);
      first ??= Date.now();
      resolve();
    };
    process.on('SIGINT', stop);
    process.on('SIGTERM', stop);
  });
}
