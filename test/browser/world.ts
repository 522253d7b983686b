import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Browser, chromium, type Page } from 'playwright-core';

export interface World {
  readonly url: string;
  readonly browser: Browser;
  /** ids of all sheets of the samples */
  readonly sheetIds: readonly string[];
  open(path: string, options?: OpenOptions): Promise<Opened>;
  close(): Promise<void>;
}

interface OpenOptions {
  readonly width?: number;
  readonly script?: boolean;
  readonly dark?: boolean;
  readonly language?: string;
}

/** A page, and what went wrong in it so far. */
export interface Opened {
  readonly page: Page;
  /** errors of the console and of scripts, and requests that left loopback or failed */
  readonly faults: readonly string[];
  readonly status: number;
  close(): Promise<void>;
}

const HEIGHT = 900;
/** Chromium's sandbox needs rights that a container's root has not. */
export const ARGUMENTS = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/** A browser, and the stack at `SHISAKU_URL`, else one of its own with all samples read. */
export async function openWorld(): Promise<World> {
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ARGUMENTS });
  const { url, close } = await (SHISAKU_URL
    ? { url: SHISAKU_URL, close: async () => {} }
    : startStack());
  const { items } = await list<{ id: string }>(`${url}/v1/sheets?limit=200`);
  return {
    ...{ url, browser },
    sheetIds: items.map(({ id }) => id),
    open: (path, options) => open(browser, url, path, options),
    async close() {
      await browser.close();
      await close();
    },
  };
}

const { SHISAKU_URL } = process.env;

async function startStack() {
  const data = mkdtempSync(join(tmpdir(), 'shisaku-browser-'));
  const ports = ['--port', '0', '--s3-port', '0'];
  const stack = spawn(process.execPath, ['cli/shisaku.js', 'start', '--data', data, ...ports], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const url = await readyAt(stack);
  await allRead(url);
  return {
    url,
    async close() {
      stack.kill();
      await once(stack, 'exit');
      rmSync(data, { recursive: true });
    },
  };
}

/** What a process prints behind `ready: `. */
export async function readyAt({ stdout }: ReturnType<typeof spawn>): Promise<string> {
  for await (const line of createInterface({ input: stdout as Readable })) {
    const ready = /^ready: (.*)/.exec(line)?.[1];
    if (ready) return ready;
  }
  throw new Error('It did not start.');
}

const list = async <T>(url: string) => (await (await fetch(url)).json()) as { items: T[] };

async function allRead(url: string): Promise<void> {
  const { length } = readdirSync('samples').filter((name) => name.endsWith('.pdf'));
  for (;;) {
    const { items } = await list(`${url}/v1/documents?status=SUCCEEDED`);
    if (items.length === length) return;
    await sleep(200);
  }
}

async function open(
  browser: Browser,
  url: string,
  path: string,
  { width = 1280, script = true, dark = false, language = 'ja-JP' }: OpenOptions = {},
): Promise<Opened> {
  const context = await browser.newContext({
    viewport: { width, height: HEIGHT },
    javaScriptEnabled: script,
    colorScheme: dark ? 'dark' : 'light',
    locale: language,
  });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) faults.push(message.text());
  });
  page.on('pageerror', ({ message }) => faults.push(message));
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    const isHere = hostname === '127.0.0.1' || ['data:', 'blob:'].includes(protocol);
    if (!isHere) faults.push(`asked ${request.url()}`);
  });
  const response = await page.goto(url + path);
  return { page, faults, status: response?.status() ?? 0, close: () => context.close() };
}

/** A sheet's paper is there once a page is drawn. */
export const paperDrawn = (page: Page): Promise<unknown> =>
  page.waitForSelector('.page[data-loaded="true"] canvas', { timeout: 20_000 });
