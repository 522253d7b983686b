import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { BUILT_IN } from '../../lambdas/reader/format-files.ts';
import { MalformedFormat, readFormat } from '../../parsers/formats/compile.ts';
import { FormatSpec } from '../../parsers/formats/spec.ts';

const SCHEMA = 'parsers/formats/format.schema.json';
const [builtIn] = BUILT_IN;
const yaml = builtIn?.yaml ?? '';

it('the schema for editors is the one that files are checked by', () => {
  const schema = z.toJSONSchema(FormatSpec, { io: 'input' });
  expect(JSON.parse(readFileSync(SCHEMA, 'utf8'))).toEqual(JSON.parse(JSON.stringify(schema)));
});

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
    ['an alias bomb', 'a: &a [x]\nb: [*a, *a]', /alias/i],
  ])('%s', (_, text, message) => {
    expect(() => readFormat(text)).toThrow(MalformedFormat);
    expect(() => readFormat(text)).toThrow(message);
  });
});
