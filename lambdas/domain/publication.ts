/** A document that says a sheet. */
export interface Source {
  readonly documentId: string;
  /** where its reading of the sheet is stored */
  readonly body: string;
  /** equal for readings that say the same */
  readonly says: string;
  /** ISO 8601, when the earliest of its keys came to hold it */
  readonly time: string;
  /** some key holds it now; otherwise it was overwritten everywhere */
  readonly live: boolean;
}

/** What a sheet said from some time on, with all documents in a row that said so. */
export interface Revision {
  readonly id: string;
  readonly sources: readonly [Source, ...Source[]];
  /** the source whose reading is served: the first that can still be opened */
  readonly served: Source;
}

export interface Publication {
  /** oldest first */
  readonly history: readonly Revision[];
  /** null where no live document says the sheet */
  readonly current: Pick<Revision, 'id' | 'served'> | null;
}

/** What a sheet said before the sources that are looked at one by one, as far as what follows depends on it. */
export interface Earlier {
  /** the revision that it ended with: its name, its first source and the first that is live */
  readonly last: { readonly id: string; readonly first: Source; readonly live: Source | null };
  /** what is current where nothing later is live */
  readonly current: Pick<Revision, 'id' | 'served'> | null;
  /** the name of each revision, without its number */
  readonly names: readonly string[];
  /** of its last source */
  readonly until: Pick<Source, 'time' | 'documentId'>;
  /** a few characters of each document's id */
  readonly documents: ReadonlySet<string>;
}

/**
 * A sheet's history and its current revision: a function of the sources alone, in whatever order they come. Of what was
 * earlier the history has the last revision alone, by its first source and the first that is live.
 */
export function publish(
  sources: readonly Source[],
  earlier?: Pick<Earlier, 'last' | 'current' | 'names'>,
): Publication {
  const runs: { readonly id: string; readonly sources: [Source, ...Source[]] }[] = [];
  if (earlier) runs.push(lastOf(earlier));
  const times = new Map<string, number>();
  for (const name of earlier?.names ?? []) times.set(name, (times.get(name) ?? 0) + 1);
  for (const source of sources.toSorted(byTime)) {
    const last = runs.at(-1);
    if (last?.sources[0].says === source.says) {
      last.sources.push(source);
    } else {
      const name = revisionName(source);
      const before = times.get(name) ?? 0;
      times.set(name, before + 1);
      runs.push({ id: before === 0 ? name : `${name}-${before + 1}`, sources: [source] });
    }
  }
  const history = runs.map(({ id, sources }) => revision(id, sources));
  const current = history.findLast((one) => one.sources.some(({ live }) => live)) ?? null;
  return { history, current: current ?? earlier?.current ?? null };
}

const lastOf = ({ last: { id, first, live } }: Pick<Earlier, 'last'>) => ({
  id,
  sources: [first, ...(live && live.documentId !== first.documentId ? [live] : [])] as [
    Source,
    ...Source[],
  ],
});

/**
 * Named by what it says, not by when or from which PDF it came: the name stays when the first of several PDFs that
 * say the same is withdrawn. A sheet that returns to earlier words gets a number behind.
 */
export const revisionName = ({ says }: Source): string => says.slice(0, 12);

const revision = (id: string, sources: Revision['sources']): Revision => ({
  id,
  sources,
  served: sources.find(({ live }) => live) ?? sources[0],
});

type At = Pick<Source, 'time' | 'documentId'>;

export const byTime = (a: At, b: At): number =>
  compare(a.time, b.time) || compare(a.documentId, b.documentId);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
