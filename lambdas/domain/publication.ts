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
  readonly current: Revision | null;
}

/** A sheet's history and its current revision: a function of the sources alone, in whatever order they come. */
export function publish(sources: readonly Source[]): Publication {
  const history: Revision[] = [];
  for (const source of sources.toSorted(byTime)) {
    const last = history.at(-1);
    if (last?.sources[0].says === source.says) {
      history.splice(-1, 1, revision(last.id, [...last.sources, source]));
    } else {
      history.push(revision(revisionId(source.says, history), [source]));
    }
  }
  const current = history.findLast((one) => one.sources.some(({ live }) => live)) ?? null;
  return { history, current };
}

/**
 * Named by what it says, not by when or from which PDF it came: the name stays when the first of several PDFs that
 * say the same is withdrawn. A sheet that returns to earlier words gets a number behind.
 */
function revisionId(says: string, earlier: readonly Revision[]): string {
  const times = earlier.filter(({ sources }) => sources[0].says === says).length;
  const name = says.slice(0, 12);
  return times === 0 ? name : `${name}-${times + 1}`;
}

const revision = (id: string, sources: Revision['sources']): Revision => ({
  id,
  sources,
  served: sources.find(({ live }) => live) ?? sources[0],
});

export const byTime = (a: Source, b: Source): number =>
  compare(a.time, b.time) || compare(a.documentId, b.documentId);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
