import type { Command } from 'commander';
import { type ApiOptions, apiCommand } from '../api-options.ts';

export function getCommand(): Command {
  return apiCommand('get')
    .description('print a sheet, a document or a series, as the API answers')
    .argument('<id>', 'id of a sheet or a series, or the SHA-256 of a PDF')
    .action(async (id: string, options: ApiOptions) => {
      const { ask, printJson } = await import('../api-client.ts');
      const path = `/v1/${kindOf(id)}/${encodeURIComponent(id)}`;
      await printJson(await (await ask(options, path)).json());
    });
}

/** Ids look different enough. */
function kindOf(id: string): string {
  if (/^[0-9a-f]{64}$/.test(id)) return 'documents';
  return /-[0-9a-f]{16}-[0-9a-f]{8}$/.test(id) ? 'series' : 'sheets';
}
