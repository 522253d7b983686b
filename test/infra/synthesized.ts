import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { App } from 'aws-cdk-lib/core';
import { makeCdkApp } from '../../infra/app.ts';
import { BUNDLE_NAMES, type BundleName } from '../../infra/bundles.ts';

export interface Resource {
  readonly stack: string;
  readonly id: string;
  readonly Type: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into properties of every shape
  readonly Properties: any;
}

// CDK's check of the templates takes seconds; `cdk synth` does it, and one test.
process.env['CDK_VALIDATION'] ??= 'false';

/**
 * The app's templates as they would be deployed; each function's code is an empty file. `before` sees the app while its
 * references from stack to stack are not resolved yet.
 */
export function synthesize(
  context: Readonly<Record<string, string>> = {},
  before: (app: App) => void = () => {},
) {
  const folder = mkdtempSync(join(tmpdir(), 'shisaku-infra-'));
  try {
    const app = makeCdkApp(emptyBundles(folder), context);
    before(app);
    return { app, ...templatesOf(app) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function emptyBundles(folder: string): Record<BundleName, string> {
  const folders = BUNDLE_NAMES.map((name) => {
    const own = join(folder, name);
    mkdirSync(own);
    writeFileSync(join(own, 'index.mjs'), `// ${name}`);
    return [name, own];
  });
  return Object.fromEntries(folders);
}

function templatesOf(app: App) {
  const assembly = app.synth();
  const stacks = assembly.stacks.map(({ stackName, template }) => ({ stackName, template }));
  const resources: Resource[] = stacks.flatMap(({ stackName, template }) =>
    Object.entries<Omit<Resource, 'stack' | 'id'>>(template.Resources).map(([id, resource]) => ({
      ...resource,
      stack: stackName,
      id,
    })),
  );
  return {
    missing: assembly.manifest.missing ?? [],
    stackNames: stacks.map(({ stackName }) => stackName),
    outputs: stacks.flatMap(({ template }) => Object.keys(template.Outputs ?? {})),
    resources,
    ofType: (type: string) => resources.filter(({ Type }) => Type === type),
  };
}
