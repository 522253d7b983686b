/** What was done weighs a little less with each file of its size after it: a run may come to what is known already. */
const REMEMBERED = 0.98;

export interface TimeLeft {
  /** One more is done, so many milliseconds after the one before it. */
  done(took: number): void;
  /** Milliseconds that the rest will take; undefined before anything is done. */
  left(): number | undefined;
}

interface Seen {
  files: number;
  time: number;
}

/**
 * How long a run goes on: each file as long as those of about its size took, within a factor of two; where none was seen,
 * as those nearest in size, by their bytes. Files done side by side end in bursts; what counts is their sum.
 * @param sizes bytes of the files in the order in which they end
 */
export function openTimeLeft(sizes: readonly number[]): TimeLeft {
  const left = new Map<number, number>();
  for (const size of sizes) left.set(classOf(size), (left.get(classOf(size)) ?? 0) + 1);
  const seen = new Map<number, Seen>();
  let count = 0;
  return {
    done(took) {
      const its = classOf(sizes[count++] ?? 0);
      left.set(its, (left.get(its) ?? 1) - 1);
      const { files, time } = seen.get(its) ?? { files: 0, time: 0 };
      seen.set(its, { files: files * REMEMBERED + 1, time: time * REMEMBERED + took });
    },
    left() {
      if (count === 0) return undefined;
      return [...left].reduce((sum, [its, files]) => sum + files * timeOf(its, seen), 0);
    },
  };
}

const classOf = (bytes: number): number => Math.floor(Math.log2(bytes + 1));

function timeOf(wanted: number, seen: ReadonlyMap<number, Seen>): number {
  const nearest = [...seen.keys()].reduce((a, b) =>
    Math.abs(b - wanted) < Math.abs(a - wanted) ? b : a,
  );
  const { time, files } = seen.get(nearest) ?? { time: 0, files: 1 };
  return (time / files) * 2 ** (wanted - nearest);
}

/** As on a clock: 0:07, 12:30, 3:05:00. */
export function clock(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  const two = (number: number) => String(number).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const begin = hours > 0 ? `${hours}:${two(minutes)}` : `${minutes}`;
  return `${begin}:${two(seconds % 60)}`;
}
