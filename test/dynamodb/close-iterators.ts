import { createRequire } from 'node:module';

interface Iterator {
  close(): Promise<void>;
  return?: () => Promise<void>;
}

interface LevelModule {
  readonly Level: {
    readonly prototype: Record<'keys' | 'values', (options?: unknown) => Iterator>;
  };
}

/** The very copy of level that dynalite works on. */
export const { Level }: LevelModule = createRequire(import.meta.resolve('dynalite'))('level');

/**
 * dynalite 4 ends an iterator by its `return`, which those of level 10 do not have: each Query would keep a snapshot of
 * the database until the end, and all memory that goes with it (200 MB a minute under load).
 */
for (const name of ['keys', 'values'] as const) {
  const open = Level.prototype[name];
  Level.prototype[name] = function (options) {
    const iterator = open.call(this, options);
    iterator.return = () => iterator.close();
    return iterator;
  };
}
