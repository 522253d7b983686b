import { expect, it } from 'vitest';
import { synthesize } from '../infra/synthesized.ts';

const { resources, ofType } = synthesize();

it('a function is told names and nothing that opens anything', () => {
  const told = ofType('AWS::Lambda::Function').flatMap(({ Properties }) =>
    Object.keys(Properties.Environment.Variables),
  );
  expect([...new Set(told)].toSorted()).toEqual([
    'BUCKET_NAME',
    'POWERTOOLS_METRICS_NAMESPACE',
    'POWERTOOLS_SERVICE_NAME',
    'SHISAKU_OCR',
    'SIGN_IN',
    'TABLE_NAME',
  ]);
});

it('no template has a key, a password or a reference to one', () => {
  const text = JSON.stringify(resources);
  expect(text).not.toMatch(/\b(AKIA|ASIA)[A-Z0-9]{16}\b|PRIVATE KEY|shisaku-local-only|resolve:s/);
  const kinds = resources.map(({ Type }) => Type);
  expect(kinds.filter((kind) => /Secret|AccessKey|Parameter/.test(kind))).toEqual([]);
  const [client] = ofType('AWS::Cognito::UserPoolClient');
  expect(client?.Properties.GenerateSecret).not.toBe(true);
});
