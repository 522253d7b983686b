import { statSync } from 'node:fs';
import { join } from 'node:path';

/** When each of the project's own files was written last (milliseconds), and its size: by these a change is seen. */
export const stampsOf = (root: string, paths: readonly string[]) =>
  Object.fromEntries(
    paths
      .filter((path) => !path.includes('node_modules/'))
      .map((path) => {
        const { mtimeMs, size } = statSync(join(root, path));
        return [path, { mtimeMs, size }];
      }),
  );
