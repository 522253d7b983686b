import type { FormFormat } from '../formats/form-format.ts';
import { comparable } from '../japanese/characters.ts';
import { find } from '../japanese/folded.ts';
import { yearsIn } from '../japanese/years.ts';
import { EMPTY, type PlacedText, slice } from '../layout/text.ts';
import type { FormBlock } from './blocks.ts';
import { type FrontMatter, frontMatter, headChunks } from './front-matter.ts';
import { yearsOf } from './title.ts';

/** A sheet of a form that a file describes begins here; more than one form that says so is a finding, never a choice. */
export type FormOpening = {
  readonly format: FormFormat;
  readonly rivals: number;
  readonly front: FrontMatter;
  /** What the title line says, by its template's names. */
  readonly said: Readonly<Record<string, PlacedText>>;
  /** The year that is evaluated, where the title line says one. */
  readonly fiscalYear: number | null;
};

/** The form whose title line stands at the head of these blocks. */
export function openingOf(
  blocks: readonly FormBlock[],
  forms: readonly FormFormat[],
): FormOpening | null {
  if (forms.length === 0) return null;
  const found = headChunks(blocks).flatMap((chunk) =>
    forms.flatMap((format) => {
      const match = find(chunk.text.text, format.title.line);
      return match ? [{ format, chunk, groups: match.groups }] : [];
    }),
  );
  const [first] = found;
  if (!first) return null;
  const { format, chunk, groups } = first;
  const said: Record<string, PlacedText> = {};
  for (const [name, at] of Object.entries(groups)) if (at) said[name] = slice(chunk.text, ...at);
  const general = frontMatter(blocks);
  const [year] = said['year'] ? yearsIn(comparable(said['year'].text), null) : [];
  return {
    format,
    rivals: new Set(found.map((one) => one.format)).size - 1,
    front: {
      title: {
        chunk,
        name: said['program'] ?? EMPTY,
        years: yearsOf(chunk.text),
        publisher: said['publisher'] ?? null,
      },
      publisher: said['publisher'] ?? general.publisher,
      department: null,
      texts: [chunk.text.text, ...general.texts],
      goesOn: general.goesOn,
    },
    said,
    fiscalYear: year ? year.fiscalYear + format.title.yearOffset : null,
  };
}
