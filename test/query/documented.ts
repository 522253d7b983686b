import { gunzipSync } from 'node:zlib';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

export interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly tags: readonly string[];
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly content?: Content }>>;
}
export interface Parameter {
  readonly name: string;
  readonly in: 'query' | 'path';
  readonly description?: string;
  readonly required?: boolean;
  readonly schema: {
    readonly enum?: readonly string[];
    readonly example?: unknown;
    readonly minimum?: number;
    readonly maximum?: number;
  };
}
type Content = Readonly<Record<string, object>>;
type Paths = Readonly<Record<string, Readonly<Record<string, Operation>>>>;

interface App {
  request(path: string, init?: RequestInit): Response | Promise<Response>;
}

const BODILESS = [204, 303, 304];

/** The document that the API serves, and a judge of answers by it. */
export async function openDocument(app: App) {
  // biome-ignore lint/suspicious/noExplicitAny: any JSON
  const document: any = await (await app.request('/v1/openapi.json')).json();
  const paths: Paths = document.paths;
  const ajv = new Ajv2020({ strict: false, allErrors: false });
  addFormats.default(ajv);
  ajv.addSchema({ $id: 'api', ...document });
  const validators = new Map<string, ValidateFunction>();

  function validator(...pointer: readonly string[]): ValidateFunction {
    const ref = pointer
      .map((part) => part.replaceAll('~', '~0').replaceAll('/', '~1'))
      .map(encodeURIComponent)
      .join('/');
    const known = validators.get(ref) ?? ajv.compile({ $ref: `api#/${ref}` });
    validators.set(ref, known);
    return known;
  }

  /** Why the answer is outside of the document; undefined where it is not. */
  async function outside(
    template: string,
    method: string,
    response: Response,
  ): Promise<string | undefined> {
    const operation = method === 'head' ? 'get' : method;
    const status = String(response.status);
    const published = paths[template]?.[operation]?.responses[status];
    const text = await bodyOf(response);
    if (!published) return `status ${status}: ${text}`;
    if (method === 'head' || BODILESS.includes(response.status)) {
      return text === '' ? undefined : `a body in ${status}`;
    }
    const type = response.headers.get('content-type')?.split(';')[0] ?? '';
    if (!published.content?.[type]) return `type ${type} of ${status}`;
    if (!type.includes('json')) return undefined;
    const check = validator(
      ...['paths', template, operation, 'responses', status, 'content', type, 'schema'],
    );
    const values = type.includes('ndjson') ? text.trimEnd().split('\n').filter(Boolean) : [text];
    for (const value of values) {
      if (!check(JSON.parse(value))) return `${ajv.errorsText(check.errors)} in ${value}`;
    }
    return undefined;
  }

  return { document, paths, validator, outside };
}

/** What the client reads: `app.request` gives what is sent. */
export async function bodyOf(response: Response): Promise<string> {
  const body = Buffer.from(await response.arrayBuffer());
  const packed = response.headers.get('content-encoding') === 'gzip' && body.length > 0;
  return (packed ? gunzipSync(body) : body).toString();
}

export type Document = Awaited<ReturnType<typeof openDocument>>;
