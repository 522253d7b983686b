import { App } from 'aws-cdk-lib/core';
import { BackfillStack } from './backfill.ts';
import type { BundleName } from './bundles.ts';
import { EdgeStack } from './edge.ts';
import { IngestStack } from './ingest.ts';
import { QueryStack } from './query.ts';
import { settingsOf } from './settings.ts';
import { StorageStack } from './storage.ts';
import { WatchStack } from './watch.ts';

const FLAGS = {
  // Stacks refer to one another by CloudFormation's own exports.
  '@aws-cdk/core:defaultCrossStackReferences': 'strong',
  // What CloudFormation would refuse ends the synthesis.
  '@aws-cdk/core:validateAgainstDefaultRules': true,
};

/** The whole service; `folders` hold the functions' code. */
export function makeCdkApp(
  folders: Readonly<Record<BundleName, string>>,
  context: Readonly<Record<string, string>> = {},
): App {
  const app = new App({ context: { ...FLAGS, ...context }, analyticsReporting: false });
  const settings = settingsOf((name) => app.node.tryGetContext(name));
  const named = (part: string) => `shisaku-${settings.environment}-${part}`;

  const storage = new StorageStack(app, named('storage'));
  const ingest = new IngestStack(app, named('ingest'), { storage, folder: folders.ingest });
  const backfill = new BackfillStack(app, named('backfill'), {
    storage,
    folder: folders.backfill,
  });
  const query = new QueryStack(app, named('query'), {
    storage,
    settings,
    folder: folders.query,
    tokensFolder: folders.tokens,
  });
  new WatchStack(app, named('watch'), {
    arrivals: storage.arrivals,
    ingest: ingest.function,
    functions: [ingest.function, ...query.functions, backfill.function],
    api: query.api,
    runs: backfill.stateMachine,
    settings,
  });
  if (settings.edgeOf !== null) new EdgeStack(app, named('edge'), settings.edgeOf);
  return app;
}
