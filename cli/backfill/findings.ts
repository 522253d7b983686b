import type { Store } from '../../lambdas/store/store.ts';
import { Severity, withSeverity } from '../../parsers/records/warning.ts';
import { counted } from '../counted.ts';
import { said } from '../messages/said.ts';
import type { FileAccount } from './account.ts';

/** What the reader doubts of the sheets that a run brought, in one line with the command that lists it; none where there is nothing. */
export async function findingsLine(
  store: Pick<Store, 'sheet'>,
  accounts: readonly FileAccount[],
): Promise<string | undefined> {
  const brought = accounts.filter(({ outcome }) => outcome === 'created' || outcome === 'revised');
  const counts = new Map<Severity, number>();
  const touched = new Set<string>();
  for (const id of new Set(brought.flatMap(({ sheetIds }) => sheetIds))) {
    for (const warning of (await store.sheet(id))?.warnings ?? []) {
      const { severity } = withSeverity(warning);
      counts.set(severity, (counts.get(severity) ?? 0) + 1);
      touched.add(id);
    }
  }
  if (touched.size === 0) return undefined;
  const amounts = Severity.options.flatMap((severity) => {
    const count = counts.get(severity);
    return count === undefined ? [] : [`${said(severity)} ${count}`];
  });
  return `${said('findings')}: ${amounts.join(', ')} (${counted(touched.size, 'sheet')}) → npm run -s shisaku -- findings`;
}
