import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startStack } from '../../cli/stack/stack.ts';

/** What a document says is done, said to come out, or to be written: its blocks in their order. */
type Block = { readonly kind: 'sh' | 'text' | 'yaml'; readonly text: string };

async function blocksOf(file: string): Promise<Block[]> {
  const text = await readFile(file, 'utf8');
  return [...text.matchAll(/^```(sh|text|yaml)\n([\s\S]*?)^```$/gm)].map(([, kind, body = '']) => ({
    kind: kind as Block['kind'],
    text: body,
  }));
}

let dir: string;
let stack: Awaited<ReturnType<typeof startStack>>;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'shisaku-tutorial-'));
  const data = join(dir, 'data');
  const ports = { port: 0, s3Port: 0 };
  const log = () => undefined;
  stack = await startStack({ ...ports, dynamodb: null, data, samples: null, redrive: false, log });
}, 60_000);
afterAll(async () => {
  await stack.close();
  await rm(dir, { recursive: true });
});

/** Runs a command of the document in this checkout, its files in a folder of their own and its stack the one of this test. */
function run(command: string): Promise<string> {
  const here = command
    .replaceAll('http://127.0.0.1:8787', stack.apiUrl)
    .replace(/\b(my-formats|broken|before\.svg|after\.svg)\b/g, join(dir, '$1'));
  const env = { ...process.env, PATH: `${dirname(process.execPath)}:${process.env['PATH']}` };
  return new Promise((resolve) => {
    execFile('bash', ['-ec', here], { env }, (_, stdout, stderr) => {
      resolve((stdout + stderr).replaceAll(`${dir}/`, ''));
    });
  });
}

it('the walk through a form goes as it is told', async () => {
  let said = '';
  for (const { kind, text } of await blocksOf('docs/formats.md')) {
    if (kind === 'yaml') await writeFile(join(dir, 'my-formats', 'hamanasu.yaml'), text);
    else if (kind === 'sh') said = await run(text);
    else for (const line of text.trim().split('\n')) expect(said).toContain(line);
  }
  const [before, after] = await Promise.all(
    ['before.svg', 'after.svg'].map((file) => readFile(join(dir, file), 'utf8')),
  );
  expect(before).not.toContain('class="piece');
  for (const role of ['target', 'actual', 'money', 'unclaimed']) {
    expect(after).toContain(`class="piece ${role}"`);
  }
}, 400_000);

it('the Japanese walk has the same steps', async () => {
  expect(await blocksOf('docs/formats.ja.md')).toEqual(await blocksOf('docs/formats.md'));
});
