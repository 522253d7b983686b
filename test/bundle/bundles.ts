import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import type { S3Event } from 'aws-lambda';
import { makeBundles } from '../../infra/bundles.ts';
import { resources } from '../../lambdas/reader/resources.ts';
import { parse } from '../../parsers/parse.ts';
import { startBacking } from './backing.ts';
import { httpEvent, sqsEvent } from './events.ts';
import { type RunningFunction, startFunction } from './function.ts';

const { RIC } = process.env;
if (!RIC) throw new Error('RIC is the path of aws-lambda-ric; `npm run test:bundle` sets it.');

const folder = mkdtempSync(join(tmpdir(), 'bundles-'));
const folders = makeBundles(folder);
const backing = await startBacking();
let ingest: RunningFunction;
let query: RunningFunction;
let backfill: RunningFunction;
before(async () => {
  ingest = await startFunction(RIC, folders.ingest, backing.environment);
  query = await startFunction(RIC, folders.query, backing.environment);
  backfill = await startFunction(RIC, folders.backfill, backing.environment);
});
after(async () => {
  await Promise.all([ingest, query, backfill].map((one) => one?.stop()));
  await backing.close();
  rmSync(folder, { recursive: true });
});

interface HttpAnswer {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}
const get = async (url: string, method = 'GET') =>
  (await query.invoke(httpEvent(url, method))) as HttpAnswer;
const json = async (url: string) => JSON.parse((await get(url)).body);

const SAMPLES = readFileSync('samples/manifest.json', 'utf8');
const samples: { file: string; renderer: string }[] = JSON.parse(SAMPLES);
const nothingAgain = { batchItemFailures: [] };

describe('ingest, then query', () => {
  // Between them they need pdf.js's CMaps and standard fonts; every item's facts and keywords need the dictionary.
  for (const { file, renderer } of samples) {
    it(`${file} (${renderer}) is the record that parse gives`, async () => {
      const key = `平成25年度/シート 1+1/${file}`;
      const bytes = new Uint8Array(readFileSync(`samples/${file}`));
      const uploaded = await backing.put(key, bytes);
      assert.deepEqual(await ingest.invoke(sqsEvent(JSON.stringify(uploaded))), nothingAgain);
      const { sheets } = JSON.parse(JSON.stringify(await parse(bytes, resources)));
      assert.ok(sheets.length > 0);
      for (const sheet of sheets) {
        const answer = await json(`/v1/sheets/${sheet.id}`);
        const { revision, file: name, sha256, updatedAt, ...stored } = answer;
        assert.equal(typeof revision, 'string');
        assert.equal(name, file);
        assert.match(sha256, /^[0-9a-f]{64}$/);
        assert.ok(Date.parse(updatedAt) <= Date.now());
        assert.deepEqual(stored, sheet);
      }
    });
  }

  it('a file that is no PDF is refused by its code', async () => {
    const uploaded = await backing.put('表.csv', new TextEncoder().encode('年度,値\n'));
    assert.deepEqual(await ingest.invoke(sqsEvent(JSON.stringify(uploaded))), nothingAgain);
    const { items } = await json(`/v1/documents?key=${encodeURIComponent('表.csv')}`);
    assert.equal(items[0].error.code, 'not-a-pdf');
  });

  it('a message that nobody understands comes again, its neighbours do not', async () => {
    const test = JSON.stringify({ Service: 'Amazon S3', Event: 's3:TestEvent', Bucket: 'sheets' });
    assert.deepEqual(await ingest.invoke(sqsEvent(test, '{"not":"S3"}', test)), {
      batchItemFailures: [{ itemIdentifier: 'm1' }],
    });
  });

  it('a Japanese name finds its indicator', async () => {
    const [{ name }] = (await json('/v1/indicators?limit=1')).items;
    const { items } = await json(`/v1/indicators?name=${encodeURIComponent(name)}`);
    assert.ok(items.length > 0 && items.every((item: { name: string }) => item.name === name));
  });

  it('the PDF is given by a presigned URL', async () => {
    const [{ id }] = (await json('/v1/sheets?limit=1')).items;
    const { statusCode, headers } = await get(`/v1/sheets/${id}/pdf`);
    assert.equal(statusCode, 303);
    const pdf = await fetch(headers['location'] ?? '');
    assert.equal(pdf.status, 200);
    assert.match(await pdf.text(), /^%PDF-/);
  });

  it('search knows words, so the dictionary is there', async () => {
    const [{ title }] = (await json('/v1/sheets?limit=1')).items;
    const { items } = await json(`/v1/search?q=${encodeURIComponent(title.slice(0, 4))}`);
    assert.ok(items.length > 0);
  });

  it('the API is shown from local files', async () => {
    for (const path of ['/docs', '/docs/swagger-ui-bundle.js', '/docs/swagger-ui.css']) {
      assert.equal((await get(path)).statusCode, 200, path);
    }
  });

  it('an upload is presigned for its key and size alone', async () => {
    const body = JSON.stringify({ fileName: '評価 1.pdf', bytes: 1234 });
    const asked = (await query.invoke(httpEvent('/v1/uploads', 'POST', body))) as HttpAnswer;
    assert.equal(asked.statusCode, 200, asked.body);
    const { fields, key } = JSON.parse(asked.body);
    assert.match(key, /^uploads\/[^/]+\/評価 1\.pdf$/);
    const { conditions } = JSON.parse(Buffer.from(fields.Policy, 'base64').toString('utf8'));
    const has = (wanted: unknown) =>
      assert.ok(
        conditions.some((one: unknown) => isDeepStrictEqual(one, wanted)),
        fields.Policy,
      );
    has(['content-length-range', 1, 1234]);
    has({ key });
    has({ bucket: 'sheets' });
    has({ 'Content-Type': 'application/pdf' });
  });

  it('what is not there is a problem, not a fault', async () => {
    const { statusCode, headers, body } = await get('/v1/nowhere');
    assert.equal(statusCode, 404);
    assert.match(headers['content-type'] ?? '', /application\/problem\+json/);
    assert.equal(JSON.parse(body).code, 'not-found');
  });
});

describe('a batch of a run, as Step Functions hands it over', () => {
  const batch = (mode: string, ...uploads: S3Event[]) => ({
    BatchInput: { mode, publish: false, run: 'run-1' },
    Items: uploads.map(({ Records: [record] }) => ({
      Etag: `"${record?.s3.object.eTag}"`,
      Key: decodeURIComponent(record?.s3.object.key ?? ''),
      LastModified: Math.floor(Date.parse(record?.eventTime ?? '') / 1000),
      Size: record?.s3.object.size,
      StorageClass: 'STANDARD',
    })),
  });

  it('accounts for each object, and the same when it comes again', async () => {
    const sheet = readFileSync('samples/shiomi-2014-kyoso-5.pdf');
    const uploads = [
      await backing.put('old/copy.pdf', new Uint8Array(sheet)),
      await backing.put('old/note.txt', new TextEncoder().encode('no PDF')),
      await backing.put('runs/earlier/manifest.json', new TextEncoder().encode('{}')),
    ];
    const accounts = await backfill.invoke(batch('backfill', ...uploads));
    assert.deepEqual(accounts, [
      { key: 'old/copy.pdf', outcome: 'unchanged', code: null, sheetIds: ['shiomi-2014-kyoso-5'] },
      { key: 'old/note.txt', outcome: 'rejected', code: 'not-a-pdf', sheetIds: [] },
    ]);
    assert.deepEqual(await backfill.invoke(batch('backfill', ...uploads)), accounts);
  });

  it('tells what this reader would read otherwise: nothing, of what it read itself', async () => {
    const key = `平成25年度/シート 1+1/${samples[0]?.file}`;
    const item = { Etag: '""', Key: key, LastModified: 1404207000 };
    const again = { ...batch('reparse'), Items: [item] };
    assert.deepEqual(await backfill.invoke(again), [
      { key, outcome: 'current', code: null, changes: [], sheets: [] },
    ]);
  });

  it('refuses an input that it does not know', async () => {
    await assert.rejects(backfill.invoke(batch('erase')), /mode/);
  });
});

it('a token of an uploader may upload', async () => {
  const tokens = await startFunction(RIC, folders.tokens);
  try {
    const request = { userAttributes: {}, groupConfiguration: { groupsToOverride: ['uploaders'] } };
    const { response } = (await tokens.invoke({ version: '2', request, response: {} })) as {
      response: unknown;
    };
    assert.deepEqual(response, {
      claimsAndScopeOverrideDetails: {
        accessTokenGeneration: { scopesToAdd: ['shisaku/read', 'shisaku/upload'] },
      },
    });
  } finally {
    await tokens.stop();
  }
});

describe('what is logged', () => {
  const linesOf = (fn: RunningFunction) => fn.log.map((line) => JSON.parse(line));

  it('is JSON, line by line, with the id of the upload', async () => {
    const uploaded = await backing.put('again.pdf', new TextEncoder().encode('%PDF-'));
    await ingest.invoke(sqsEvent(JSON.stringify(uploaded)));
    const requestId = uploaded.Records[0]?.responseElements['x-amz-request-id'];
    const line = linesOf(ingest).find(({ correlationId }) => correlationId === requestId);
    assert.equal(line?.message, 'ingested');
    assert.equal(line?.outcome, 'rejected');
    assert.equal(line?.key, 'again.pdf');
  });

  it('counts outcomes, pages, sheets and findings', () => {
    const names = linesOf(ingest).flatMap(({ _aws }) =>
      (_aws?.CloudWatchMetrics ?? []).flatMap(({ Metrics }: { Metrics: { Name: string }[] }) =>
        Metrics.map(({ Name }) => Name),
      ),
    );
    for (const name of ['Events', 'Pages', 'Sheets', 'Findings', 'Reading']) {
      assert.ok(names.includes(name), name);
    }
    assert.ok(linesOf(ingest).some(({ outcome, Events }) => outcome === 'failed' && Events === 1));
  });

  it('traces what was done, by the id of the upload', async () => {
    const uploaded = await backing.put('traced.pdf', new TextEncoder().encode('%PDF-'));
    await ingest.invoke(sqsEvent(JSON.stringify(uploaded)));
    const requestId = uploaded.Records[0]?.responseElements['x-amz-request-id'];
    const segments = backing.traces.map((sent) => JSON.parse(sent.slice(sent.indexOf('\n'))));
    const traced = segments.find(({ annotations }) => annotations?.correlationId === requestId);
    assert.equal(traced?.name, 'ingest');
    assert.ok(segments.some(({ name }) => name === 'read'));
  });

  it('says nothing of what a document says', async () => {
    const { items } = await json('/v1/sheets');
    assert.ok(items.length > 0);
    const said = [...ingest.log, ...query.log].join('\n');
    for (const { title, department } of items) {
      for (const words of [title, department]) {
        if (words) assert.ok(!said.includes(words), words);
      }
    }
  });
});
