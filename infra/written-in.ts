import { codeVersionOf } from '../lambdas/reader/code-version.ts';

/** What esbuild writes into code that is run without its sources. `root` ends with a slash. */
export const writtenIn = (root: string) => ({
  BUNDLED_CODE_VERSION: JSON.stringify(codeVersionOf(root)),
});
