/**
 * What S3's events say about one key, as a set that grows the same whatever order they arrive in: the objects put
 * there, and the greatest sequencer of a removal. Everything up to that removal is withdrawn.
 */
export interface KeyState {
  /** '' where the key was never removed */
  readonly removedAt: string;
  /** ascending by sequencer; withdrawn ones stay until everything that rested on them is settled */
  readonly claims: readonly Claim[];
}

/** One object that was put under the key. */
export interface Claim {
  /** padded: compares as text */
  readonly sequencer: string;
  readonly eTag: string;
  /** ISO 8601, when S3 finished the upload */
  readonly time: string;
  /**
   * pending: being read. lost: overwritten or removed before it was read. read: its document is finished, as a
   * success or a failure.
   */
  readonly state: 'pending' | 'lost' | 'read';
  readonly documentId: string | null;
}

/** How a document stands under a key: `live` is the object that is there now, `past` was overwritten. */
export interface Standing {
  readonly state: 'pending' | 'live' | 'past';
  /** ISO 8601, when the key came to hold it */
  readonly since: string;
}

export const NO_CLAIMS: KeyState = { removedAt: '', claims: [] };

/**
 * S3's sequencers are hex texts of differing length: the shorter is padded with zeros on the right, then they compare
 * as text. Where two are the same, as what stands in for S3 may send, the time (ISO 8601, UTC, with
 * milliseconds) tells which event is later.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html
 */
export const padSequencer = (sequencer: string, time = ''): string =>
  sequencer.toUpperCase().padEnd(44, '0') + time.replace(/\D/g, '').padStart(20, '0');

/** Comes after all that are known of the key and before any that S3 has not told of yet: those differ far to the left. */
export const sequencerAfter = ({ claims, removedAt }: KeyState): string => {
  const last = [removedAt, ...claims.map(({ sequencer }) => sequencer)].toSorted().at(-1) ?? '';
  const [, head = '', tail = ''] = /^(.*?)(.{0,8})$/.exec(padSequencer(last)) ?? [];
  return head + (Number.parseInt(tail, 16) + 1).toString(16).toUpperCase().padStart(8, '0');
};

const RANK = { pending: 0, lost: 1, read: 2 };

/** Adds a claim, or lets what is known of it go forward: pending, lost, read. */
export function withClaim(state: KeyState, claim: Claim): KeyState {
  if (claim.sequencer <= state.removedAt) return state;
  const known = state.claims.find(({ sequencer }) => sequencer === claim.sequencer);
  if (known && RANK[known.state] >= RANK[claim.state]) return state;
  const others = state.claims.filter((other) => other !== known);
  // A lost claim keeps the document that it was going to be: that one has to be settled too.
  const next = { ...claim, documentId: claim.documentId ?? known?.documentId ?? null };
  return {
    ...state,
    claims: [...others, next].toSorted((a, b) => (a.sequencer < b.sequencer ? -1 : 1)),
  };
}

export const withRemoval = (state: KeyState, sequencer: string): KeyState =>
  sequencer > state.removedAt ? { ...state, removedAt: sequencer } : state;

const MAX_CLAIMS = 100;

/**
 * Without what was withdrawn and, where claims are many, without old ones: what a key held once is past whatever else
 * is put there, and known by the document. Those stay that tell since when the key holds what it holds now. Only an
 * event that comes later than all of these could miss the others: what it interrupts then counts from the last put.
 */
export function tidied(state: KeyState): KeyState {
  const claims = standingClaims(state);
  if (claims.length <= MAX_CLAIMS) return { ...state, claims };
  const top = topOf(claims);
  const start = startOfRun(claims, top);
  const tells = new Set([top, start, start - 1]);
  const kept = claims.filter((_, n) => tells.has(n) || n >= claims.length - MAX_CLAIMS);
  return { ...state, claims: kept };
}

/** One document's own claims under a key, without what was withdrawn; of many the first and the last. */
export function tidiedOwn(own: readonly Claim[], removedAt: string): readonly Claim[] {
  const claims = standingClaims({ claims: own, removedAt });
  if (claims.length <= MAX_CLAIMS) return claims;
  return [...claims.slice(0, MAX_CLAIMS / 2), ...claims.slice(-MAX_CLAIMS / 2)];
}

/** The documents whose standing may change by the claim of this sequencer, newest first. */
export function affectedBy(state: KeyState, sequencer: string): string[] {
  const claims = standingClaims(state);
  const own = claims.findIndex((claim) => claim.sequencer === sequencer);
  const before = claims.slice(0, Math.max(own, 0)).findLast((claim) => claim.state === 'read');
  const ids = [claims[topOf(claims)], claims[own], before].flatMap((one) => one?.documentId ?? []);
  return [...new Set(ids)];
}

/** How the document stands under the key, by what is there now and by its own claims; undefined where it does not. */
export function standing(
  state: KeyState,
  documentId: string,
  ownClaims: readonly Claim[] = state.claims.filter((one) => one.documentId === documentId),
): Standing | undefined {
  const claims = standingClaims(state);
  const top = topOf(claims);
  if (claims[top]?.documentId === documentId) {
    return { state: 'live', since: claims[startOfRun(claims, top)]?.time ?? '' };
  }
  const own = standingClaims({ ...state, claims: ownClaims });
  const past = own.find((claim) => claim.state === 'read');
  if (past) return { state: 'past', since: past.time };
  const pending = own.find((claim) => claim.state === 'pending');
  return pending && { state: 'pending', since: pending.time };
}

const standingClaims = ({ claims, removedAt }: KeyState): Claim[] =>
  claims.filter(({ sequencer }) => sequencer > removedAt);

const topOf = (claims: readonly Claim[]): number =>
  claims.findLastIndex((claim) => claim.state === 'read');

/** The same bytes put again do not move a document's time: it is that of the first put in an unbroken row. */
function startOfRun(claims: readonly Claim[], top: number): number {
  const last = claims[top];
  const before = claims
    .slice(0, Math.max(top, 0))
    .findLastIndex((c) => c.documentId !== last?.documentId && c.eTag !== last?.eTag);
  return before + 1;
}
