import { parse as parseYaml, YAMLError } from 'yaml';
import { z } from 'zod';
import { comparable } from '../japanese/characters.ts';
import { compileForm, type FormFormat } from './form-format.ts';
import { FormSpec } from './form-spec.ts';
import type { Format, KindSpec } from './format.ts';
import { FormatSpec } from './spec.ts';
import { asLiteral, oneOf, pattern, wordsOf } from './template.ts';

/** A format file that cannot be used; the message names the line or the field and what is wrong there. */
export class MalformedFormat extends Error {
  override readonly name = 'MalformedFormat';
  readonly code = 'malformed-format';
}

/**
 * The format that a YAML file describes: of sheets of headings and sections, or with `kind: form` of labelled cells.
 * @throws MalformedFormat
 */
export function readFormat(yaml: string): Format | FormFormat {
  const said = fromYaml(yaml);
  if (!isForm(said)) return compile(checked(FormatSpec, said));
  const spec = checked(FormSpec, said);
  return compileForm(spec, namesOf(spec.programs));
}

const isForm = (said: unknown): boolean =>
  typeof said === 'object' && said !== null && 'kind' in said;

function checked<T>(schema: z.ZodType<T>, said: unknown): T {
  const spec = schema.safeParse(said);
  if (spec.success) return spec.data;
  const issues = spec.error.issues.map(
    ({ path, message }) => `${z.core.toDotPath(path)}: ${message}`,
  );
  throw new MalformedFormat(issues.join('; '));
}

function fromYaml(yaml: string): unknown {
  try {
    return parseYaml(yaml, { maxAliasCount: 0 });
  } catch (error) {
    if (error instanceof YAMLError || error instanceof ReferenceError) {
      throw new MalformedFormat(error.message.split('\n')[0]);
    }
    throw error;
  }
}

/** A caption or name with a unit in it, whatever the form: （単位：千円）, （単位 千円）, （千円）. */
const UNIT = /単位:?(?<unit>[^)\]】〕:]+)|^\((?<money>[千万百億]{0,2}円)\)$/;

function compile(spec: FormatSpec): Format {
  const { header, progress, explanations, budget, initiatives } = spec;
  const names = namesOf(spec.programs);
  const line = (template: string) => pattern(template.replace('{program}', `{program:${names}}`));
  return {
    ...spec,
    header: {
      opening: line(header.opening),
      says: telling(wordsOf(header.opening)),
      closing: pattern(header.closing, 'end'),
      within: header.within,
      lines: header.lines.map(line),
    },
    sections: spec.sections.map((section) => ({
      ...section,
      heading: pattern(section.heading),
      says: wordsOf(section.heading.replace(/[[\]]/g, '')).replace(/^の/, ''),
    })),
    progress: {
      grade: pattern(progress.grade),
      reason: pattern(progress.reason),
      rating: pattern(progress.rating),
    },
    indicators: spec.indicators.map(({ level, name, initiative }) => ({
      level,
      name: pattern(name),
      ...(initiative === undefined ? {} : { initiative: pattern(initiative) }),
    })),
    kinds: kindsOf(spec.kinds),
    labelledTargets: spec.labelledTargets.map(({ level, said, name, unit }) => ({
      level,
      said: pattern(said),
      name: pattern(name),
      unit: pattern(unit),
    })),
    explanations: {
      levels: explanations.levels,
      description: pattern(explanations.description),
      targetRationale: pattern(explanations.targetRationale),
    },
    budget: { line: pattern(budget.line), unit: UNIT, people: pattern(budget.people) },
    initiatives: {
      heading: initiatives.heading === null ? null : pattern(initiatives.heading),
      stub: pattern(initiatives.stub),
    },
  };
}

/** So many characters of an opening line say for certain what it opens. */
const TELLING = 10;

const telling = (words: string): string | null => (words.length >= TELLING ? words : null);

function kindsOf(kinds: FormatSpec['kinds']): KindSpec {
  const entries = Object.entries(kinds).map(([kind, words]) => [kind, oneOf(words, 'within')]);
  return Object.fromEntries(entries) as KindSpec;
}

const namesOf = (programs: FormatSpec['programs']): string =>
  programs.map(({ name }) => asLiteral(comparable(name))).join('|');
