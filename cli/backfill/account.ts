export const OUTCOMES = ['created', 'revised', 'unchanged', 'rejected', 'failed'] as const;
export type FileOutcome = (typeof OUTCOMES)[number];

/** How one file ended. `rejected` is the file's own fault, `failed` one of ours or the world's; `code` says which. */
export interface FileAccount {
  readonly path: string;
  readonly outcome: FileOutcome;
  readonly code: string | null;
  readonly sheetIds: readonly string[];
}

export type Counts = Readonly<Record<FileOutcome, number>>;

/** They add up to the files seen. */
export function countsOf(accounts: readonly FileAccount[]): Counts {
  const counts = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, 0]));
  for (const { outcome } of accounts) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return counts as Counts;
}

export const failed = (path: string, code: string): FileAccount => ({
  path,
  outcome: 'failed',
  code,
  sheetIds: [],
});

export const rejected = (path: string, code: string): FileAccount => ({
  path,
  outcome: 'rejected',
  code,
  sheetIds: [],
});

/** What it is when it comes again: nothing new. */
export const again = <A extends Pick<FileAccount, 'outcome'>>(account: A) =>
  account.outcome === 'created' || account.outcome === 'revised'
    ? { ...account, outcome: 'unchanged' as const }
    : account;
