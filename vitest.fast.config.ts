import { defineConfig } from 'vitest/config';

/** The pure parts, for a loop while one writes: no server, no process, no whole corpus of PDFs. */
export default defineConfig({
  test: {
    include: ['test/{analysis,formats,forms,japanese,parsers,series}/**/*.test.ts'],
    maxWorkers: 2,
    isolate: false,
    exclude: [
      'test/formats/{municipality,tutorial}.test.ts',
      'test/forms/{forms,learn}.test.ts',
      'test/japanese/{linear,sameness}.test.ts',
      'test/parsers/{owners,publisher,samples}.test.ts',
      'test/series/{endpoints,pipeline}.test.ts',
    ],
  },
});
