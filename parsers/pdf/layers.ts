import type { PdfObjects } from './objects.ts';
import { isDictionary, writtenOf } from './syntax.ts';

/** A group or a membership dictionary as pdf.js hands it over; a visibility expression nests. */
type Expression = string | readonly Expression[];
type Group = {
  readonly type: string;
  readonly id?: string;
  readonly ids?: readonly string[];
  readonly expression?: Expression | null;
};

/** Which optional content is shown as the file stands (ISO 32000-1, 8.11): pdf.js's own reading of its groups. */
type LayerConfig = Iterable<[string, unknown]> & { isVisible(group: unknown): boolean };

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
  const nameOf = (id: string): string | null => {
    const [, number, generation] = GROUP.exec(id) ?? [];
    const entries = objects?.get({ ref: `${number} ${Number(generation)}` })?.value;
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
