import type { PdfObjects } from './objects.ts';
import {
  isDictionary,
  isReference,
  type PdfDictionary,
  type PdfValue,
  pdfNameOf,
  writtenOf,
} from './syntax.ts';

/** A group or a membership dictionary as pdf.js hands it over; a visibility expression nests. */
type Expression = string | readonly Expression[];
type Group = {
  readonly type: string;
  readonly id?: string;
  readonly ids?: readonly string[];
  readonly expression?: Expression | null;
};

/**
 * Which optional content is shown as the file stands (ISO 32000-1, 8.11): pdf.js's own reading of its groups, which knows
 * their states and usages, but not which usages the file has a viewer apply.
 */
type LayerConfig = Iterable<[string, unknown]> & {
  isVisible(group: unknown): boolean;
  setVisibility(id: string, visible: boolean, preserveRadioButtons: boolean): void;
};

/**
 * Whether marked content of a group is shown. A page that was taken over from another file marks its content with
 * copies of the groups that the file lists: a copy is shown as the group of its name is.
 */
export function visibilityOf(
  config: LayerConfig,
  objects: PdfObjects | undefined,
): (group: unknown) => boolean {
  const listed = [...config].map(([id]) => id);
  if (listed.length === 0) return () => true;
  if (objects) {
    const states = statesInViewer(objects);
    for (const id of listed) {
      const visible = states.get(refOf(id));
      if (visible !== undefined) config.setVisibility(id, visible, false);
    }
  }
  const nameOf = (id: string): string | null => {
    const entries = objects?.get({ ref: refOf(id) })?.value;
    return isDictionary(entries) ? writtenOf(objects?.get(entries.get('Name'))?.value) : null;
  };
  const original = (id: string): string => {
    if (listed.includes(id)) return id;
    const name = nameOf(id);
    return (name === null ? null : listed.find((other) => nameOf(other) === name)) ?? id;
  };
  const originals = (expression: Expression): Expression => {
    if (typeof expression !== 'string') return expression.map(originals);
    return GROUP.test(expression) ? original(expression) : expression;
  };
  return (group) => {
    const { id, ids, expression } = group as Group;
    // A membership of no groups hides nothing (8.11.2.2).
    if (!expression && ids?.length === 0) return true;
    return config.isVisible({
      ...(group as Group),
      ...(id && { id: original(id) }),
      ...(ids && { ids: ids.map(original) }),
      ...(expression && { expression: originals(expression) }),
    });
  };
}

/** How pdf.js writes a reference. */
const GROUP = /^(\d+)R(\d*)$/;

/** The same reference as a file's objects are asked for by it. */
function refOf(id: string): string {
  const [, number, generation] = GROUP.exec(id) ?? [];
  return `${number} ${Number(generation)}`;
}

/**
 * The states that a viewer sets by itself (ISO 32000-1, 8.11.4.4): of each group in a usage application for the event
 * View, shown unless one of its categories says OFF. Zoom is that of 100 %; user and language are nobody's here.
 */
function statesInViewer({ get, catalogue }: PdfObjects): Map<string, boolean> {
  const entriesOf = (value: PdfValue | undefined): PdfDictionary => {
    const entries = get(value)?.value;
    return isDictionary(entries) ? entries : new Map();
  };
  const listOf = (value: PdfValue | undefined): readonly PdfValue[] => {
    const list = get(value)?.value;
    return Array.isArray(list) ? list : [];
  };
  const states = new Map<string, boolean>();
  const config = entriesOf(entriesOf(catalogue?.get('OCProperties')).get('D'));
  for (const application of listOf(config.get('AS')).map(entriesOf)) {
    if (pdfNameOf(application.get('Event')) !== 'View') continue;
    const categories = listOf(application.get('Category')).map((category) => pdfNameOf(category));
    for (const group of listOf(application.get('OCGs'))) {
      if (!isReference(group)) continue;
      const usage = entriesOf(entriesOf(group).get('Usage'));
      for (const category of categories) {
        const visible = isShownBy(category, entriesOf(usage.get(category ?? '')));
        if (visible !== null) states.set(group.ref, visible && states.get(group.ref) !== false);
      }
    }
  }
  return states;
}

/** What an entry of a usage dictionary recommends; null where it says nothing. */
function isShownBy(category: string | null, entries: PdfDictionary): boolean | null {
  if (category === 'Zoom') {
    const [min, max] = [entries.get('min') ?? 0, entries.get('max') ?? Infinity];
    return entries.size === 0 ? null : Number(min) <= 1 && 1 < Number(max);
  }
  const state = pdfNameOf(entries.get(`${category}State`));
  return state === null ? null : state !== 'OFF';
}

/** Whether the content that is reached is shown: marked content nests, and all around it must be shown. */
export class Layers {
  readonly #isVisible: (group: unknown) => boolean;
  readonly #open: boolean[] = [];
  #off = 0;

  constructor(isVisible: (group: unknown) => boolean) {
    this.#isVisible = isVisible;
  }

  get visible(): boolean {
    return this.#off === 0;
  }

  /** @param group what an /OC mark names; other marks name none */
  begin(group: unknown = null): void {
    const shown = group === null || this.#isVisible(group);
    this.#open.push(shown);
    if (!shown) this.#off++;
  }

  end(): void {
    if (this.#open.pop() === false) this.#off--;
  }
}
