import { html } from 'hono/html';
import { address } from '../ask.ts';
import type { Html, View } from '../view.ts';

export type Chosen = Readonly<Record<string, string | undefined>>;

/** What the address narrows down to, of these names alone. */
export const queryOf = <N extends string>(
  here: URL,
  names: readonly N[],
): Record<N, string | undefined> =>
  Object.fromEntries(
    names.map((name) => [name, here.searchParams.get(name) || undefined]),
  ) as Record<N, string | undefined>;

/** Whether an item has all that is chosen, `but` one. */
export const matching =
  (chosen: Chosen, but?: string) =>
  (item: object): boolean =>
    Object.entries(chosen).every(
      ([name, value]) =>
        name === but ||
        value === undefined ||
        String((item as Record<string, unknown>)[name] ?? '') === value,
    );

export interface Count {
  readonly value: string;
  readonly told: string;
  readonly count: number;
}

/** How many of the items that have all else that is chosen have each value of a property. */
export function facetCounts<T extends object>(
  items: readonly T[],
  chosen: Chosen,
  name: keyof T & string,
  told: (value: string) => string,
): Count[] {
  const counts = new Map<string, Count>();
  for (const item of items.filter(matching(chosen, name))) {
    const value = item[name];
    if (value === null || value === undefined) continue;
    const key = String(value);
    const count = (counts.get(key)?.count ?? 0) + 1;
    counts.set(key, { value: key, told: told(key), count });
  }
  return [...counts.values()].toSorted((a, b) => (a.value < b.value ? -1 : 1));
}

/** One property: what can be chosen of it, as links; folded unless something is chosen or `isOpen`. */
export function facetGroup(
  { here, say }: View,
  { name, heading }: { readonly name: string; readonly heading: string },
  counts: readonly Count[],
  isOpen = false,
): Html | '' {
  const chosen = here.searchParams.get(name) ?? undefined;
  const offered = counts.filter(({ count, value }) => count > 0 || value === chosen);
  if (offered.length === 0 || (offered.length === 1 && chosen === undefined)) return '';
  const link = (value: string | undefined, content: Html | string) => {
    const query = {
      ...Object.fromEntries(here.searchParams),
      [name]: value,
      cursor: undefined,
      from: undefined,
    };
    const current = chosen === value ? html` aria-current="true"` : '';
    return html`<li><a href="${address(here.pathname, query)}"${current}>${content}</a></li>`;
  };
  return html`<details class="facet"${isOpen || chosen ? html` open` : ''}><summary>${heading}</summary><ul>
${link(undefined, say('all'))}
${offered.map(({ value, told, count }) => link(value, html`${told} <small>${count}</small>`))}
</ul></details>`;
}

/** All that a list can be narrowed by; nothing where there is nothing to choose. */
export const facets = ({ say }: View, groups: readonly (Html | '')[]): Html | '' =>
  groups.every((group) => group === '')
    ? ''
    : html`<nav class="facets" aria-label="${say('narrow')}">${groups}</nav>`;
