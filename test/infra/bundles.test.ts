import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  appendFileSync,
  cpSync,
  globSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { BUNDLE_NAMES, type BundleName, contentsOf, makeBundle } from '../../infra/bundles.ts';
import { type Contents, noticeOf, packageOf } from '../../infra/notice.ts';
import { DICTIONARY_FILES } from '../../parsers/japanese/dictionary.ts';
import { readAssets } from '../../web/assets/assets.ts';

const folder = mkdtempSync(join(tmpdir(), 'shisaku-bundles-test-'));
afterAll(() => rmSync(folder, { recursive: true }));

const filesIn = (root: string): string[] =>
  globSync('**', { cwd: root, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .toSorted();
const bundles = Object.fromEntries(
  BUNDLE_NAMES.map((name) => {
    const own = join(folder, name);
    const metafile = makeBundle(name, own);
    const sources = Object.keys(metafile.inputs);
    const code = Object.keys(metafile.outputs).find((path) => path.endsWith('index.mjs')) ?? '';
    const inputs = Object.keys(metafile.outputs[code]?.inputs ?? {});
    return [
      name,
      { own, sources, code: inputs, contents: contentsOf(name, metafile), files: filesIn(own) },
    ];
  }),
) as Record<
  BundleName,
  { own: string; sources: string[]; code: string[]; contents: Contents; files: string[] }
>;

const FORMATS = filesIn('parsers/formats')
  .filter((file) => !file.endsWith('.ts'))
  .map((file) => `formats/${file}`);

it.each(BUNDLE_NAMES)('%s has of zod no language but the one that it falls back to', (name) => {
  const languages = bundles[name].code.filter((path) => path.includes('zod/v4/locales/'));
  expect(languages.filter((path) => !path.endsWith('/en.js'))).toEqual([]);
});

it.each(['ingest', 'backfill'] as const)(
  '%s has the reading process, its data, and nothing else',
  (name) => {
    const { files } = bundles[name];
    const code = files.filter((file) => !file.startsWith('node_modules/'));
    expect(code).toEqual([...FORMATS, 'NOTICE', 'index.mjs', 'process.mjs'].toSorted());
    const data = files.filter((file) => file.startsWith('node_modules/'));
    const dictionary = data.filter((file) => file.startsWith('node_modules/kuromoji/dict/'));
    expect(dictionary).toHaveLength(DICTIONARY_FILES.length);
    for (const folder of ['cmaps', 'standard_fonts']) {
      const path = `node_modules/pdfjs-dist/${folder}`;
      expect(
        data.filter((file) => file.startsWith(path)).map((file) => file.slice(path.length + 1)),
      ).toEqual(filesIn(path));
    }
    const rest = data.filter(
      (file) => !/kuromoji\/dict\/|pdfjs-dist\/(cmaps|standard_fonts)\//.test(file),
    );
    expect(rest).toEqual([
      'node_modules/@napi-rs/canvas/geometry.js',
      'node_modules/@napi-rs/canvas/index.js',
      'node_modules/kuromoji/package.json',
      'node_modules/pdfjs-dist/package.json',
    ]);
    expect(files.filter((file) => file.endsWith('.node'))).toEqual([]);
  },
);

it('ingest has matrices for pdf.js without the package that draws', () => {
  const require = createRequire(join(bundles.ingest.own, 'process.mjs'));
  const { DOMMatrix } = require('@napi-rs/canvas');
  const { a, d, f } = new DOMMatrix().scaleSelf(1 / 2, -1 / 4).translateSelf(0, -4);
  expect([a, d, f]).toEqual([0.5, -0.25, 1]);
});

it('query has the dictionary for search, the page to try the API and that for people, not the reader', () => {
  const { files: all, code } = bundles.query;
  const files = all.filter((file) => !/^page\/|\/pdfjs-dist\//.test(file));
  const dictionary = DICTIONARY_FILES.map((name) => `node_modules/kuromoji/dict/${name}.dat.gz`);
  expect(files).toEqual(
    [
      ...FORMATS,
      'NOTICE',
      'index.mjs',
      'node_modules/kuromoji/package.json',
      ...dictionary,
      'node_modules/swagger-ui-dist/favicon-32x32.png',
      'node_modules/swagger-ui-dist/package.json',
      'node_modules/swagger-ui-dist/swagger-ui-bundle.js',
      'node_modules/swagger-ui-dist/swagger-ui.css',
    ].toSorted(),
  );
  const reading =
    /pdfjs-dist|lambdas\/ingest|lambdas\/reader\/(process|sandbox|reading|read)\.ts|parsers\/(pdf|layout|sheets|formats)\//;
  expect(code.filter((source) => reading.test(source))).toEqual([]);
  expect(bundles.ingest.sources.filter((source) => reading.test(source)).length).toBeGreaterThan(
    20,
  );
});

it('query has what the page for people loads, and of pdf.js what a browser asks for', async () => {
  const { entries, pdfjs, read } = await readAssets(join(bundles.query.own, 'page'));
  for (const file of Object.values(entries))
    expect([file, await read(file)]).not.toContain(undefined);
  const data = bundles.query.files.filter((file) => file.includes('/pdfjs-dist/'));
  expect(data.filter((file) => !/\/(cmaps|standard_fonts|wasm|iccs)\//.test(file))).toEqual([
    'node_modules/pdfjs-dist/legacy/build/pdf.worker.min.mjs',
    'node_modules/pdfjs-dist/package.json',
  ]);
  expect(await read(`${pdfjs}/package.json`)).toBeUndefined();
  expect(await read(`${pdfjs}/wasm/openjpeg.wasm`)).toBeDefined();
});

describe.each(BUNDLE_NAMES)('%s', (name) => {
  it('has no secret and no path of this machine in it', () => {
    const { own, files } = bundles[name];
    const environment = Object.entries(process.env)
      .filter(([key]) => /SECRET|TOKEN|PASSWORD|ACCESS_KEY/.test(key))
      .flatMap(([, value]) => (value && value.length > 7 ? [value] : []));
    const telling = [...environment, process.cwd(), 'shisaku-local-only'];
    for (const file of files.filter((file) => /\.(mjs|js|json)$/.test(file))) {
      const text = readFileSync(join(own, file), 'utf8');
      expect(telling.filter((secret) => text.includes(secret))).toEqual([]);
      expect(text).not.toMatch(/\b(AKIA|ASIA)[A-Z0-9]{16}\b|-----BEGIN [A-Z ]*PRIVATE KEY-----\n/);
    }
  });
});

describe('what of others is in them', () => {
  const noticeIn = (folder: string) => readFileSync(join(folder, 'NOTICE'), 'utf8');
  const plain = (text: string) => text.replaceAll(/\s+/g, ' ').trim();

  it('the NOTICE of the repository is of all of it: `npm run notice` writes it anew', () => {
    const all = Object.values(bundles).map(({ contents }) => contents);
    const contents = {
      packages: all.flatMap(({ packages }) => packages),
      copied: all.flatMap(({ copied }) => copied),
    };
    expect(noticeIn('.') === noticeOf(contents, '.')).toBe(true);
  });

  it.each(BUNDLE_NAMES)('%s names every package that esbuild put into it', (name) => {
    const { own, sources, files } = bundles[name];
    const notice = noticeIn(own);
    const bundled = new Set(sources.flatMap((source) => packageOf(source) ?? []));
    const { packages } = bundles[name].contents;
    expect([...bundled]).toEqual(expect.arrayContaining([...packages]));
    expect(bundled.size - packages.length).toBeLessThanOrEqual(5);
    const copied = files.flatMap((file) => packageOf(file) ?? []);
    for (const folder of [...packages, ...copied]) {
      const { name, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
      expect([name, notice.includes(`\n${name} (${license})\n`)]).toEqual([name, true]);
    }
  });

  it.each(BUNDLE_NAMES)('%s has each licence that lies beside what was copied', (name) => {
    const { own, files } = bundles[name];
    const notice = plain(noticeIn(own));
    const licences = files.filter((file) => /(^|\/)(LICEN[SC]E|NOTICE|COPYING)[^/]*$/.test(file));
    for (const file of licences.filter((file) => file !== 'NOTICE')) {
      expect([file, notice.includes(plain(readFileSync(join(own, file), 'utf8')))]).toEqual([
        file,
        true,
      ]);
    }
  });

  it.each([
    ['ingest', 'IPADIC', 'Nara Institute of Science and Technology (NAIST), the copyright holders'],
    ['query', 'IPADIC', 'Nara Institute of Science and Technology (NAIST), the copyright holders'],
    ['backfill', 'CMaps', 'Adobe Systems Incorporated'],
    ['backfill', 'fonts', 'PDFium Authors'],
    ['backfill', 'fonts', 'Liberation Font Software'],
    ['query', 'the API page', 'SmartBear Software'],
    ['query', 'what the API page is made of', 'http://jedwatson.github.io/classnames'],
  ] as const)('%s has the notice of %s', (name, _, words) => {
    const notice = plain(noticeIn(bundles[name].own)).toLowerCase();
    expect(notice.includes(words.toLowerCase())).toBe(true);
  });

  it('a bundle of our own code alone owes nothing', () => {
    expect(bundles.tokens.contents).toEqual({ packages: [], copied: [] });
    expect(noticeIn(bundles.tokens.own)).not.toContain('(MIT)');
  });
});

it('is the same wherever it is made; a change of the sheet parser changes what reads sheets, and what tells its version', () => {
  const copy = join(folder, 'checkout');
  for (const room of ['infra', 'lambdas', 'parsers', 'web', 'package.json']) {
    cpSync(room, join(copy, room), { recursive: true });
  }
  symlinkSync(resolve('node_modules'), join(copy, 'node_modules'));
  const changed = () => {
    const out = mkdtempSync(join(folder, 'out-'));
    const script = `(await import('./infra/bundles.ts')).makeBundles(${JSON.stringify(out)})`;
    execFileSync(process.execPath, ['--input-type=module', '--eval', script], { cwd: copy });
    return BUNDLE_NAMES.filter((name) => hashOf(join(out, name)) !== hashOf(bundles[name].own));
  };
  expect(changed()).toEqual([]);
  appendFileSync(join(copy, 'parsers/sheets/sheet.ts'), "\nconsole.debug('changed');\n");
  expect(changed()).toEqual(['ingest', 'backfill', 'query']);
});

function hashOf(root: string): string {
  const hash = createHash('sha256');
  for (const file of filesIn(root)) hash.update(`${file}\n`).update(readFileSync(join(root, file)));
  return hash.digest('hex');
}
