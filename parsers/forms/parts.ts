import type { FormFormat } from '../formats/form-format.ts';
import { find } from '../japanese/folded.ts';
import { linesOf } from '../layout/lines.ts';
import { slice } from '../layout/text.ts';
import type { Phase } from '../records/initiative.ts';
import type { Progress, SheetRecord } from '../records/sheet.ts';
import { paragraphsOf } from '../sheets/items.ts';
import type { UnreadItem } from '../sheets/language.ts';
import type { FormContext } from './context.ts';
import { hasLabel } from './header.ts';
import { printed } from './meaning.ts';
import type { Labelled } from './said.ts';

/** What a form's file gives a meaning that no general sheet has. */
export type FormParts = {
  readonly goals: SheetRecord['goals'];
  readonly items: readonly UnreadItem[];
  readonly progress: Progress | null;
  readonly used: ReadonlySet<Labelled>;
};

export function formPartsOf(
  { goals, phases, progress }: FormFormat,
  all: readonly Labelled[],
  context: FormContext,
): FormParts {
  const used = new Set<Labelled>();
  const labelled = (label: RegExp) => {
    const found = all.filter((said) => !used.has(said) && hasLabel(said, label));
    for (const said of found) {
      used.add(said);
      context.claims.claim(said.label, said.text, ...said.path);
    }
    return found;
  };
  return {
    goals: goals.flatMap(labelled).map(({ text }) => ({
      text: text.text.trim(),
      at: context.places(text),
    })),
    items: phases.flatMap(([phase, label]) => itemsOf(phase, labelled(label), context)),
    progress: progress && rated(progress, all, used, labelled, context),
    used,
  };
}

/** The paragraphs of a phase's cells, those without a marker counted through. */
function itemsOf(phase: Phase, all: readonly Labelled[], { places }: FormContext): UnreadItem[] {
  let last = 0;
  return all.flatMap(({ text }) => {
    const lines = linesOf([...new Set(text.sources.filter((glyph) => glyph !== null))]);
    const edges = {
      lists: new Set<string>(),
      left: Math.min(...lines.map(({ box }) => box[0])),
      right: Math.max(...lines.map(({ box }) => box[2])),
    };
    return paragraphsOf(lines, edges).map(({ marker, ordinal, text: own, whole }): UnreadItem => {
      last = ordinal ?? last + 1;
      const item = { phase, ordinal: last, marker, text: own.text, at: places(whole) };
      return { item, text: own };
    });
  });
}

function rated(
  { grade, reason, rating }: NonNullable<FormFormat['progress']>,
  all: readonly Labelled[],
  used: Set<Labelled>,
  labelled: (label: RegExp) => Labelled[],
  context: FormContext,
): Progress | null {
  for (const said of all) {
    if (used.has(said) || !hasLabel(said, grade)) continue;
    const found = find(said.text.text, rating);
    const [at, label] = [found?.groups['grade'], found?.groups['label']];
    if (!at) continue;
    used.add(said);
    context.claims.claim(said.label, said.text, ...said.path);
    const reasons = reason ? labelled(reason) : [];
    return {
      grade: printed(slice(said.text, ...at)),
      label: label ? printed(slice(said.text, ...label)) : null,
      at: context.at(said.text),
      reason: reasons.map(({ text }) => text.text.trim()).join('\n') || null,
      reasonAt: reasons.flatMap(({ text }) => context.places(text)),
    };
  }
  return null;
}
