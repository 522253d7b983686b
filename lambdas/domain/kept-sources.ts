import { byTime, type Earlier, publish, revisionName, type Source } from './publication.ts';

/** What is kept of a sheet's sources: the latest one by one, and what those before them come to. */
export interface KeptSources {
  /** in the order of time */
  readonly sources: readonly Source[];
  readonly earlier?: Earlier | undefined;
}

/** So many sources are kept one by one before all but the latest become what is earlier. */
const MAX_KEPT = 200;
const KEPT = 100;
/** Revisions and documents that are remembered of what is earlier: so many take half of a row. */
const MAX_REMEMBERED = 20_000;

/** All of a sheet's sources, in whatever order: as many are kept as may be, since looking at all is dear. */
export const keepAll = (sources: readonly Source[]): KeptSources =>
  fold(sources.toSorted(byTime), undefined, MAX_KEPT);

/**
 * Puts what a document says now in place of what it said. Undefined where it is or was among what is earlier: that has
 * to be made anew from all sources.
 */
export function withOwn(
  { sources, earlier }: KeptSources,
  documentId: string,
  own: readonly Source[],
): KeptSources | undefined {
  const others = sources.filter((source) => source.documentId !== documentId);
  const wasKept = others.length < sources.length;
  if (earlier && !wasKept && earlier.documents.has(markOf(documentId))) return undefined;
  if (earlier && own.some((one) => byTime(one, earlier.until) < 0)) return undefined;
  return fold([...others, ...own].toSorted(byTime), earlier);
}

function fold(sources: readonly Source[], earlier?: Earlier, kept = KEPT): KeptSources {
  if (sources.length <= MAX_KEPT) return { sources, earlier };
  const moved = sources.slice(0, -kept);
  const { history, current } = publish(moved, earlier);
  const last = history.at(-1);
  const until = moved.at(-1);
  if (!last || !until) return { sources, earlier };
  const [first] = last.sources;
  const begun = earlier ? history.slice(1) : history;
  const names = [...(earlier?.names ?? []), ...begun.map((one) => revisionName(one.sources[0]))];
  const marks = moved.map(({ documentId }) => markOf(documentId));
  return {
    sources: sources.slice(-kept),
    earlier: {
      last: { id: last.id, first, live: last.sources.find(({ live }) => live) ?? null },
      current: current && { id: current.id, served: current.served },
      names: names.slice(-MAX_REMEMBERED),
      until: { time: until.time, documentId: until.documentId },
      documents: new Set([...(earlier?.documents ?? []), ...marks].slice(-MAX_REMEMBERED)),
    },
  };
}

/** Two documents of a sheet may have the same: then more is looked at than had to be. */
const markOf = (documentId: string): string => documentId.slice(0, 6);
