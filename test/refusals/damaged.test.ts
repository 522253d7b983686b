import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { resources } from '../../lambdas/reader/resources.ts';
import { parse } from '../../parsers/parse.ts';
import { Refusal } from '../../parsers/records/refusal.ts';

/** Mutants that `npm run fuzz` found: pdf.js reads each as if it were whole. `damaged-part` is a finding of the record. */
it.each([
  ['damaged-page-left-out', 'damaged-part'],
  ['damaged-content-blanked', 'damaged-pdf'],
  ['damaged-content-cut', 'damaged-pdf'],
  ['damaged-two-files', 'damaged-part'],
  ['damaged-cross-references', 'damaged-part'],
  ['damaged-object-removed', 'damaged-pdf'],
  ['damaged-generation', 'damaged-part'],
  ['damaged-offset', 'damaged-part'],
  ['damaged-page-tree', 'damaged-part'],
])('%s is %s', async (name, code) => {
  const bytes = new Uint8Array(readFileSync(`test/fixtures/${name}.pdf`));
  const said = await parse(bytes, resources).then(
    ({ warnings }) => warnings.map((warning) => warning.code),
    (error: unknown) => (error instanceof Refusal ? [error.code] : [String(error)]),
  );
  expect(said).toContain(code);
});
