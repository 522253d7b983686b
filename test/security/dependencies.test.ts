import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const json = (path: string) => JSON.parse(readFileSync(path, 'utf8'));
type Locked = {
  readonly hasInstallScript?: boolean;
  readonly integrity?: string;
  readonly inBundle?: boolean;
};
const locked: [string, Locked][] = Object.entries(json('package-lock.json').packages);
const nameOf = (path: string) => path.slice(path.lastIndexOf('node_modules/') + 13);

it('every dependency with an install script was looked at, and only Node itself may run its own', () => {
  const scripted = locked.filter(([, { hasInstallScript }]) => hasInstallScript);
  const { allowScripts } = json('package.json');
  expect(scripted.map(([path]) => nameOf(path)).sort()).toEqual(Object.keys(allowScripts).sort());
  expect(Object.keys(allowScripts).filter((name) => allowScripts[name])).toEqual(['node']);
});

it('npm refuses one that was not', () => {
  expect(readFileSync('.npmrc', 'utf8')).toContain('strict-allow-scripts=true');
});

it('every dependency is held to its hash', () => {
  const own = locked.filter(([path, { inBundle }]) => path !== '' && !inBundle);
  const loose = own.filter(([, { integrity }]) => !integrity);
  expect(loose.map(([path]) => path)).toEqual([]);
});
