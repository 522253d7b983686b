import { createRequire, registerHooks } from 'node:module';

const CANVAS = '@napi-rs/canvas';
/** The part of it that is not drawing. */
const GEOMETRY = `${CANVAS}/geometry.js`;

const load = createRequire(import.meta.url);

/** A path of the canvas, which is loaded for the first of them. */
class Path2D {
  constructor(...from: readonly unknown[]) {
    // biome-ignore lint/correctness/noConstructorReturn: what is drawn on knows only its own paths.
    return new (load(CANVAS).Path2D)(...from);
  }
}

/** pdf.js adds a method to answers of the network where it is missing; to look at Node's own loads all of its network. */
class Response {
  bytes(): never {
    throw new Error('nothing is fetched here');
  }
}

/**
 * Imports pdf.js without what it loads at once and reading has no use for: the network, and the canvas, 34 MB of machine
 * code that only scans are drawn with. Whoever draws afterwards has it as ever; nobody has the network in this thread.
 */
export async function withLateCanvas<T>(importing: () => Promise<T>): Promise<T> {
  Object.assign(globalThis, { DOMMatrix: load(GEOMETRY).DOMMatrix, Path2D, Response });
  const hooks = registerHooks({
    resolve: (specifier, context, next) =>
      next(specifier === CANVAS ? GEOMETRY : specifier, context),
  });
  try {
    return await importing();
  } finally {
    hooks.deregister();
  }
}
