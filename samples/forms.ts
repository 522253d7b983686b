import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { composed } from './forms/composed/compose.ts';
import { drawForm } from './forms/draw.ts';
import { KINDS } from './forms/kinds/all.ts';
import { Random } from './generator/random.ts';

/**
 * Draws evaluation sheets of forms that no spec knows, with their truth:
 * `node samples/forms.ts --seed 1 --count 2 --out DIR [--only review,grant]`. `count` is of each form.
 */
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '1' },
    only: { type: 'string' },
    composed: { type: 'boolean', default: false },
    out: { type: 'string' },
  },
});
if (values.out === undefined) throw new Error('--out DIR is missing');
const out = values.out;
const only = values.only?.split(',');
const manifest: unknown[] = [];
await mkdir(join(out, 'pdf'), { recursive: true });
await mkdir(join(out, 'truth'), { recursive: true });
const kinds = values.composed ? { composed } : KINDS;
for (const [n, [name, draw]] of Object.entries(kinds).entries()) {
  if (only && !only.includes(name)) continue;
  for (let i = 0; i < Number(values.count); i++) {
    const random = new Random(Number(values.seed) * 1000 + n * 100 + i);
    const style = {
      face: random.pick(['gothic', 'mincho'] as const),
      fill: random.pick([null, '#e6e6e6', '#d9ead3', '#dce6f1']),
    };
    const form = draw(random, style);
    const file = `${name}-${values.seed}-${i}`;
    await writeFile(join(out, 'pdf', `${file}.pdf`), await drawForm(form, style));
    await writeFile(join(out, 'truth', `${file}.json`), `${JSON.stringify(form.truth, null, 1)}\n`);
    const [pdf, truth] = [`pdf/${file}.pdf`, `truth/${file}.json`];
    manifest.push({
      pdf,
      truth,
      form: `f${n + 1}`,
      kind: form.kind,
      pages: form.pages.length,
      variant: 'text',
    });
  }
}
await writeFile(join(out, 'manifest.json'), `${JSON.stringify(manifest, null, 1)}\n`);
