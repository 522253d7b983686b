/** Sets of numbers that grow together (union-find with path compression; Tarjan 1975). */
export class DisjointSets {
  readonly #parent: number[] = [];

  /** How many numbers there are: 0 and up. */
  get size(): number {
    return this.#parent.length;
  }

  /** The next number, in a set of its own. */
  add(): number {
    return this.#parent.push(this.#parent.length) - 1;
  }

  /** The number that stands for the set of this one. */
  root(of: number): number {
    const parent = this.#parent;
    let root = of;
    while (parent[root] !== root) root = parent[root] as number;
    for (let i = of; parent[i] !== root; ) {
      const next = parent[i] as number;
      parent[i] = root;
      i = next;
    }
    return root;
  }

  join(one: number, other: number): void {
    this.#parent[this.root(one)] = this.root(other);
  }
}
