/** A double array of words in UTF-8: the child of node n over byte b is base[n] + b, if its check is n. */
export type Trie = { readonly base: Int32Array; readonly check: Int32Array };

export const ROOT_NODE = 0;
export const NOWHERE = -1;

function child({ base, check }: Trie, node: number, byte: number): number {
  const at = (base[node] as number) + byte;
  return check[at] === node ? at : NOWHERE;
}

/** The node that one UTF-16 unit leads to; words have no surrogates, and the byte 0 only ends them. */
export function descend(trie: Trie, node: number, unit: number): number {
  if (unit < 0x80) return unit === 0 ? NOWHERE : child(trie, node, unit);
  const wide = unit >= 0x800;
  const first = child(trie, node, wide ? 0xe0 | (unit >> 12) : 0xc0 | (unit >> 6));
  const second = wide && first >= 0 ? child(trie, first, 0x80 | ((unit >> 6) & 0x3f)) : first;
  return second < 0 ? NOWHERE : child(trie, second, 0x80 | (unit & 0x3f));
}

/** The number of the word that ends at a node; a leaf holds it as base -1 - number. */
export function wordAt(trie: Trie, node: number): number {
  const leaf = child(trie, node, 0);
  return leaf < 0 ? NOWHERE : -1 - (trie.base[leaf] as number);
}
