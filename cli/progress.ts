import { type Options, SingleBar } from 'cli-progress';
import { said } from './messages/said.ts';
import { clock, openTimeLeft } from './time-left.ts';

export interface ProgressBar {
  /** One more is done: what became of it, and what it is called. */
  done(outcome: string, name: string): void;
  /** How far it is, where that is told from elsewhere. */
  show(done: number, total: number, counts: Readonly<Record<string, number>>): void;
  /** A line beside the progress. */
  note(line: string): void;
  end(): void;
}

/**
 * On a terminal a bar with rate, time left and counts by outcome; elsewhere a line for each. All of it on stderr.
 * @param sizes bytes of what is to be done, in the order in which it ends; 0 where nobody knows
 */
export const openProgress = (sizes: readonly number[]): ProgressBar =>
  process.stderr.isTTY ? bar(sizes) : lines(sizes.length);

const listed = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .map(([outcome, times]) => `${said(outcome)} ${times}`)
    .join(', ');

function lines(total: number): ProgressBar {
  let count = 0;
  let last = '';
  const note = (line: string) => void process.stderr.write(`${line}\n`);
  return {
    done: (outcome, name) => note(`${++count}/${total} ${outcome} ${name}`),
    show(done, of, counts) {
      const line = `${done}/${of} ${listed(counts)}`;
      if (line !== last) note(line);
      last = line;
    },
    note,
    end() {},
  };
}

function bar(sizes: readonly number[]): ProgressBar {
  const counts: Record<string, number> = {};
  const began = performance.now();
  const timeLeft = openTimeLeft(sizes);
  let last = began;
  let count = 0;
  const options: Options = {
    format: `{bar} {value}/{total}  {rate}/s  ${said('left')} {left}  {counts}`,
    stream: process.stderr,
    hideCursor: true,
  };
  const shown = new SingleBar(options);
  const payload = (
    done: number,
    left: number | undefined,
    by: Readonly<Record<string, number>>,
  ) => ({
    rate: ((done * 1000) / (performance.now() - began)).toFixed(1),
    left: left === undefined ? '…' : clock(left),
    counts: listed(by),
  });
  shown.start(sizes.length, 0, payload(0, undefined, counts));
  return {
    done(outcome) {
      const [kind = outcome] = outcome.split(':');
      counts[kind] = (counts[kind] ?? 0) + 1;
      const now = performance.now();
      timeLeft.done(now - last);
      last = now;
      shown.update(++count, payload(count, timeLeft.left(), counts));
    },
    show(done, of, by) {
      shown.setTotal(of);
      const left = done > 0 ? ((performance.now() - began) / done) * (of - done) : undefined;
      shown.update(done, payload(done, left, by));
    },
    note(line) {
      process.stderr.write(`\r\u001B[K${line}\n`);
    },
    end: () => shown.stop(),
  };
}
