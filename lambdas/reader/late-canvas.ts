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

/**
 * Imports pdf.js without the canvas that it loads at once and needs for scans only: 34 MB of machine code, a third of the
 * time in which a reader starts. Whoever draws afterwards has it as ever.
 */
export async function withLateCanvas<T>(importing: () => Promise<T>): Promise<T> {
  Object.assign(globalThis, { DOMMatrix: load(GEOMETRY).DOMMatrix, Path2D });
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
