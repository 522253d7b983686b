export const OUTCOMES = ['created', 'revised', 'unchanged', 'rejected', 'failed'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** How one file ended. `rejected` is the file's own fault, `failed` one of ours or the world's; `code` says which. */
export interface Account {
  readonly path: string;
  readonly outcome: Outcome;
  readonly code: string | null;
  readonly sheetIds: readonly string[];
}

export type Counts = Readonly<Record<Outcome, number>>;

/** They add up to the files seen. */
export function countsOf(accounts: readonly Account[]): Counts {
  const counts = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, 0]));
  for (const { outcome } of accounts) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return counts as Counts;
}

export const failed = (path: string, code: string): Account => ({
  path,
  outcome: 'failed',
  code,
  sheetIds: [],
});

export const rejected = (path: string, code: string): Account => ({
  path,
  outcome: 'rejected',
  code,
  sheetIds: [],
});

/** What it is when it comes again: nothing new. */
export const again = <A extends Pick<Account, 'outcome'>>(account: A) =>
  account.outcome === 'created' || account.outcome === 'revised'
    ? { ...account, outcome: 'unchanged' as const }
    : account;
