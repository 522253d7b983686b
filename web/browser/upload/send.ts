import type { KeptFile, UploadOutcome } from './kept.ts';

/** What stands before the API's addresses here. */
const API = document.documentElement.dataset['api'] ?? '';

/** The service will not take the file, whatever is tried. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly isTooLarge: boolean;

  constructor(message: string, isTooLarge = false) {
    super(message);
    this.isTooLarge = isTooLarge;
  }
}

interface Form {
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly key: string;
}

const MAX_TRIES = 5;

/**
 * Sends a file by a form that the API hands out; what the network or a busy server spoils is tried again.
 * @returns the key that it is stored under
 * @throws Refused; another error where it could not be sent now
 */
export async function send(
  { name, file }: Pick<KeptFile, 'name'> & { file: Blob },
  onProgress: (part: number) => void,
): Promise<string> {
  for (let attempt = 1; ; attempt++) {
    try {
      const form = await askForForm(name, file.size);
      await post(form, file, onProgress);
      return form.key;
    } catch (error) {
      if (error instanceof Refused || attempt === MAX_TRIES) throw error;
      await wait(Math.random() * 500 * 2 ** attempt);
    }
  }
}

async function askForForm(fileName: string, bytes: number): Promise<Form> {
  const response = await fetch(`${API}/v1/uploads`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ fileName, bytes }),
  });
  if (response.ok) return (await response.json()) as Form;
  const problem = (await response.json().catch(() => ({}))) as Record<string, unknown>;
  const message = String(problem['detail'] ?? response.status);
  // Who has to sign in anew sends it then.
  if (response.status >= 500 || [401, 429].includes(response.status)) throw new Error(message);
  throw new Refused(message, problem['parameter'] === 'bytes');
}

/** By XMLHttpRequest: fetch tells nothing while it sends. */
function post(
  { url, fields }: Form,
  file: Blob,
  onProgress: (part: number) => void,
): Promise<void> {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  body.append('file', file);
  const request = new XMLHttpRequest();
  return new Promise((resolve, reject) => {
    request.upload.onprogress = ({ loaded, total }) => onProgress(total ? loaded / total : 0);
    request.onload = () => {
      const { status } = request;
      if (status >= 200 && status < 300) resolve();
      else if (status === 400 || status === 413) reject(new Refused(codeIn(request.responseText)));
      else reject(new Error(`${status}`));
    };
    request.onerror = () => reject(new Error('the network'));
    request.open('POST', url);
    request.send(body);
  });
}

/** S3 tells its reason as XML. */
const codeIn = (xml: string): string => /<Code>([^<]*)/.exec(xml)?.[1] ?? xml.slice(0, 100);

interface Document {
  readonly status: 'RECEIVED' | 'PROCESSING' | 'SUCCEEDED' | 'FAILED';
  readonly error: { readonly code: string; readonly message: string } | null;
  readonly sheetIds: readonly string[];
}

const MAX_PAUSE_MS = 5000;

/** Waits until what is under a key was read, or refused. */
export async function uploadOutcomeOf(key: string, onReading: () => void): Promise<UploadOutcome> {
  for (let pause = 400; ; pause = Math.min(pause * 1.4, MAX_PAUSE_MS)) {
    const document = await latest(key).catch(() => undefined);
    if (document?.status === 'PROCESSING') onReading();
    if (document?.status === 'SUCCEEDED' || document?.status === 'FAILED') {
      const { error, sheetIds } = document;
      return { code: error?.code ?? null, message: error?.message ?? '', sheetIds };
    }
    await wait(pause);
  }
}

async function latest(key: string): Promise<Document | undefined> {
  const response = await fetch(`${API}/v1/documents?key=${encodeURIComponent(key)}`);
  const { items } = (await response.json()) as { items: readonly Document[] };
  return items[0];
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
