import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { BUILT_IN } from '../../lambdas/reader/format-files.ts';
import { MalformedFormat, readFormat } from '../../parsers/formats/compile.ts';
import type { FormFormat } from '../../parsers/formats/form-format.ts';
import { FormSpec } from '../../parsers/formats/form-spec.ts';
import { FormatSpec } from '../../parsers/formats/spec.ts';

const SCHEMAS = [
  ['format.schema.json', FormatSpec],
  ['form.schema.json', FormSpec],
] as const;
const form = readFileSync('test/formats/hamanasu.yaml', 'utf8');
const [builtIn] = BUILT_IN;
const yaml = builtIn?.yaml ?? '';

it.each(SCHEMAS)(
  'the schema for editors is the one that files are checked by: %s',
  (file, spec) => {
    const schema = z.toJSONSchema(spec, { io: 'input' });
    const written = JSON.parse(readFileSync(`parsers/formats/${file}`, 'utf8'));
    expect(written).toEqual(JSON.parse(JSON.stringify(schema)));
  },
);

describe('a file that cannot be used says where', () => {
  it.each<[string, string, RegExp]>([
    ['no YAML', '"', /line 1/],
    ['no mapping', '- a', /expected object/],
    ['an unknown field', `${yaml}\ncolour: red\n`, /colour/],
    ['a field that is missing', yaml.replace(/^within/m, 'x').replace('within:', 'x:'), /header/],
    [
      'a template with an open brace',
      yaml.replace('{department}', '{department'),
      /header\.closing.*} is missing/,
    ],
    [
      'a publisher that is no slug',
      yaml.replace(/^publisher: .*/m, 'publisher: 三重県'),
      /publisher/,
    ],
    ['a form of no known kind', form.replace('kind: form', 'kind: table'), /kind/],
    ['a form without its title', form.replace(/^title:\n.*\n/m, ''), /title/],
    ['a title line without the programme', form.replace('{year}{program}', '{year}'), /program/],
    ['a name that stands twice', form.replace('{year}{program}', '{year}{program}{year}'), /twice/],
    ['a word that means nothing', form.replace('  unit: [', '  weight: ['), /words/],
    ['a phase that is none', form.replace('  result: [', '  outcome: ['), /phases/],
    [
      'more open places than a pattern may have',
      form.replace("'{title}'", "'{title}{*}{subtitle}'"),
      /header\[1\]\.text.*open/,
    ],
    ['an alias bomb', 'a: &a [x]\nb: [*a, *a]', /alias/i],
  ])('%s', (_, text, message) => {
    expect(() => readFormat(text)).toThrow(MalformedFormat);
    expect(() => readFormat(text)).toThrow(message);
  });
});

it('words of any number are one pattern', () => {
  const many = Array.from({ length: 80 }, (_, i) => `ことば${i}番の言いかた`).join(', ');
  const { reword } = readFormat(form.replace('[めあて]', `[${many}]`)) as FormFormat;
  expect([
    reword('ことば79番の言いかた'),
    reword('ことば2番の言いかた(件)'),
    reword('めあて'),
  ]).toEqual(['目標値', '目標値(件)', 'めあて']);
});
