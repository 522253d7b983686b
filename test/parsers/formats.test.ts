import { describe, expect, it } from 'vitest';
import { FORMATS } from '../../lambdas/reader/formats.ts';
import { comparable } from '../../parsers/japanese/characters.ts';

/** Every pattern of a spec with the path to it. */
function patterns(value: unknown, path: string): { path: string; pattern: RegExp }[] {
  if (value instanceof RegExp) return [{ path, pattern: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => patterns(one, `${path}.${key}`));
}

const groups = ({ source }: RegExp) => [...source.matchAll(/\(\?<(\w+)>/g)].map(([, name]) => name);

it('names are unique', () => {
  const names = FORMATS.map(({ format }) => format);
  expect(new Set(names).size).toBe(names.length);
  const programs = FORMATS.flatMap(({ publisher, programs: own }) =>
    own.map(({ slug }) => `${publisher}-${slug}`),
  );
  expect(new Set(programs).size).toBe(programs.length);
});

describe.each(FORMATS)('$format', (format) => {
  it('has patterns that folded text can match', () => {
    for (const { path, pattern } of patterns(format, format.format)) {
      expect(comparable(pattern.source), path).toBe(pattern.source);
      expect(pattern.flags, path).not.toMatch(/[gy]/);
    }
  });

  it('opens with a pattern for a whole line, and reads what a header needs', () => {
    const { opening, closing, lines, within } = format.header;
    expect(opening.source).toMatch(/^\^/);
    expect(within).toBeGreaterThan(1);
    const read = new Set([opening, closing, ...lines].flatMap(groups));
    for (const group of ['program', 'number', 'title', 'department']) expect(read).toContain(group);
    const year = format.sections.some(
      ({ kind, heading }) => kind === 'narrative' && groups(heading).includes('year'),
    );
    expect(year || read.has('year')).toBe(true);
  });

  it('has slugs for ids, and headings for whole lines', () => {
    for (const { slug, name } of format.programs) {
      expect(slug).toMatch(/^[a-z]+$/);
      expect(name).not.toBe('');
    }
    for (const { heading } of format.sections) expect(heading.source).toMatch(/^\^.*\$$/);
    const sources = format.sections.map(({ heading }) => heading.source);
    expect(new Set(sources).size).toBe(sources.length);
  });

  it('names the groups that the engine reads', () => {
    expect(groups(format.progress.rating)).toContain('grade');
    expect(groups(format.budget.line)).toContain('name');
    expect(groups(format.budget.unit)).toContain('unit');
    expect(groups(format.initiatives.stub)).toEqual(expect.arrayContaining(['number', 'title']));
    const { heading } = format.initiatives;
    if (heading) expect(groups(heading)).toEqual(['number', 'title']);
  });
});
