import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const HEAD = `shisaku is under the MIT licence (LICENSE). What it is deployed with has works of others in it; these are
their notices and licences, each once, with the names of what it is for. Made by \`npm run notice\`.
`;
const RULE = `\n${'='.repeat(80)}\n`;
const LICENCE = '{LICENCE,LICENSE,License,license,NOTICE,COPYING}*';

/** Packages and files of others, as paths under `node_modules/`, of which a bundle is made. */
export interface Contents {
  /** e.g. `node_modules/a/node_modules/@b/c` */
  readonly packages: readonly string[];
  /** what is copied as it is: files, or folders with all that is in them */
  readonly copied: readonly string[];
}

/** What a bundle owes to others, as text; `root` has the node_modules that it was made from. */
export function noticeOf({ packages, copied }: Contents, root: string): string {
  const namesOf = new Map<string, Set<string>>();
  const add = (text: string, name: string) => {
    const known = namesOf.get(text) ?? new Set();
    namesOf.set(text, known.add(name));
  };
  const folders = new Set([...packages, ...copied.map((path) => packageOf(path) ?? path)]);
  for (const folder of folders) {
    const { name, license, author } = readPackage(join(root, folder));
    const texts = textsIn(join(root, folder));
    for (const text of texts) add(text, `${name} (${license})`);
    if (texts.length === 0)
      add(`The package brings no text of its licence.${by(author)}\n`, `${name} (${license})`);
  }
  for (const path of copied) {
    for (const text of textsBeside(join(root, path))) add(text, path.replace('node_modules/', ''));
  }
  const parts = [...namesOf].map(
    ([text, names]) => `${[...names].toSorted().join('\n')}\n\n${text}`,
  );
  return [HEAD, ...parts.toSorted()].join(RULE);
}

/** The folder of the package that a file under node_modules is of; undefined for a file of our own. */
export const packageOf = (path: string): string | undefined =>
  /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0];

interface Package {
  readonly name: string;
  readonly license: string;
  readonly author?: string | { readonly name: string };
}
const readPackage = (folder: string): Package =>
  JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));

const by = (author: Package['author']): string => {
  const name = typeof author === 'string' ? author : author?.name;
  return name ? ` It is by ${name}.` : '';
};

const textsIn = (folder: string): string[] =>
  globSync(LICENCE, { cwd: folder })
    .toSorted()
    .map((file) => textOf(join(folder, file)));

/** Of a folder what is in it; of a file what its packager wrote of what it was made from. */
function textsBeside(path: string): string[] {
  if (statSync(path).isDirectory()) return textsIn(path);
  const file = `${path}.LICENSE.txt`;
  return existsSync(file) ? [textOf(file)] : [];
}

/** Without what differs between copies of one text. */
const textOf = (file: string): string =>
  `${readFileSync(file, 'utf8')
    .replaceAll('\r\n', '\n')
    .replaceAll(/[ \t]+$/gm, '')
    .trim()}\n`;
