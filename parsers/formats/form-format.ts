import type { Phase } from '../records/initiative.ts';
import { type FormSpec, LEVEL_WORDS, SPEC_WORDS } from './form-spec.ts';
import type { Program } from './format.ts';
import { oneOf, pattern } from './template.ts';

/** A form of labelled cells, as data; patterns see folded text as those of a `Format` do. */
export type FormFormat = {
  readonly kind: 'form';
  readonly format: string;
  readonly publisher: string;
  readonly programs: readonly Program[];
  /** Groups: program, year, number, title, subtitle, department, publisher. */
  readonly title: { readonly line: RegExp; readonly yearOffset: number };
  /** `text` has the groups number, title, subtitle, department. */
  readonly header: readonly { readonly label: RegExp; readonly text: RegExp }[];
  /** A label in the form's words as one that the engine knows; any other text as it is. */
  readonly reword: Reword;
  readonly goals: readonly RegExp[];
  readonly phases: readonly (readonly [Phase, RegExp])[];
  readonly progress: {
    readonly grade: RegExp;
    readonly reason: RegExp | null;
    readonly rating: RegExp;
  } | null;
};

/** Takes and gives folded text. */
export type Reword = (folded: string) => string;

export function compileForm(spec: FormSpec, names: string): FormFormat {
  const { kind, format, publisher, programs, title, header, progress } = spec;
  const { words, levels, goals, phases } = spec;
  const known = (said: Partial<Record<string, string[]>>, as: Readonly<Record<string, string>>) =>
    Object.entries(said).map(([key, all = []]) => [oneOf(all), as[key]] as const);
  const reworded = [
    ...known(words, SPEC_WORDS),
    ...known(levels, LEVEL_WORDS),
    ...header.map(({ label, text }) => [pattern(label), headerWord(text)] as const),
    ...[...goals, ...Object.values(phases).flat()].map(
      (label) => [pattern(label), SPEC_WORDS.label] as const,
    ),
    ...(progress ? [[pattern(progress.grade), '総合評価'] as const] : []),
    ...(progress?.reason ? [[pattern(progress.reason), '評価の理由'] as const] : []),
  ];
  return {
    kind,
    format,
    publisher,
    programs,
    title: {
      line: pattern(title.line.replace('{program}', `{program:${names}}`)),
      yearOffset: title.yearOffset,
    },
    header: header.map(({ label, text }) => ({ label: pattern(label), text: pattern(text) })),
    reword: (folded) => {
      const stem = folded.replace(COUNT, '');
      const as = reworded.find(([label]) => label.test(folded) || label.test(stem))?.[1];
      if (as === undefined) return folded;
      return as + (COUNT.exec(folded)?.[0] ?? '');
    },
    goals: goals.map((label) => pattern(label)),
    phases: Object.entries(phases).map(([phase, labels]) => [phase as Phase, oneOf(labels)]),
    progress: progress
      ? {
          grade: pattern(progress.grade),
          reason: progress.reason === undefined ? null : pattern(progress.reason),
          rating: pattern(progress.rating),
        }
      : null,
  };
}

/** What counts labels that are otherwise the same, or tells their unit: 指標1, めやす（件）. */
const COUNT = /(?:\d{1,2}|\([^()]{1,6}\))$/;

const headerWord = (text: string): string =>
  text.includes('{title}') ? '事業名' : text.includes('{number}') ? '事業番号' : '担当課';
