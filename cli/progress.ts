import { type Options, SingleBar } from 'cli-progress';

export interface Progress {
  /** One more is done: what became of it, and what it is called. */
  done(outcome: string, name: string): void;
  /** A line beside the progress. */
  note(line: string): void;
  end(): void;
}

/** On a terminal a bar with rate, time left and counts by outcome; elsewhere a line for each. All of it on stderr. */
export const openProgress = (total: number): Progress =>
  process.stderr.isTTY ? bar(total) : lines(total);

function lines(total: number): Progress {
  let count = 0;
  const note = (line: string) => void process.stderr.write(`${line}\n`);
  return {
    done: (outcome, name) => note(`${++count}/${total} ${outcome} ${name}`),
    note,
    end() {},
  };
}

function bar(total: number): Progress {
  const counts = new Map<string, number>();
  const began = performance.now();
  let count = 0;
  const options: Options = {
    format: '{bar} {value}/{total}  {rate}/s  {eta_formatted} left  {counts}',
    etaBuffer: 100,
    stream: process.stderr,
    hideCursor: true,
  };
  const shown = new SingleBar(options);
  const payload = () => ({
    rate: ((count * 1000) / (performance.now() - began)).toFixed(1),
    counts: [...counts].map(([outcome, times]) => `${outcome} ${times}`).join(', '),
  });
  shown.start(total, 0, payload());
  return {
    done(outcome) {
      const [kind = outcome] = outcome.split(':');
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
      shown.update(++count, payload());
    },
    note(line) {
      process.stderr.write(`\r\u001B[K${line}\n`);
    },
    end: () => shown.stop(),
  };
}
