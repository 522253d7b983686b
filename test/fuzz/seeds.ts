import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { deflateSync } from 'node:zlib';
import { objectsOf, rewritten, type Span } from './anatomy.ts';

export type Seed = { readonly name: string; readonly bytes: Uint8Array };

/** The file with all its plain streams compressed, as nearly every producer does. */
function compressed(bytes: Uint8Array): Uint8Array {
  const replaced = new Map<Span, Uint8Array>();
  for (const { dict, data, flate } of objectsOf(bytes)) {
    if (!data || flate) continue;
    const zipped = deflateSync(bytes.subarray(data.from, data.to));
    const entries = Buffer.from(bytes.subarray(dict.from, dict.to)).toString('latin1');
    const length = `/Filter /FlateDecode /Length ${zipped.length}`;
    replaced.set(dict, Buffer.from(entries.replace(/\/Length \d+/, length), 'latin1'));
    replaced.set(data, zipped);
  }
  return rewritten(bytes, replaced);
}

const samples = [
  'shiomi-2014-kyoso-5',
  'shiomi-2018-shisaku-326',
  'shioiri-2013-jimu-0312',
  'shiomi-2015-nanbu',
  'shiomi-2013-shisaku-214',
];

/** What is mutated: samples as they are, with embedded fonts and with fonts only named, and those compressed. */
export const SEEDS: readonly Seed[] = samples.flatMap((name): Seed[] => {
  const bytes = new Uint8Array(readFileSync(`samples/${name}.pdf`));
  const plain = objectsOf(bytes).some(({ data, flate }) => data && !flate);
  const seed = { name: basename(name), bytes };
  return plain ? [seed, { name: `${name}, compressed`, bytes: compressed(bytes) }] : [seed];
});
