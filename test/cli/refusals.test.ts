import { expect, test } from 'vitest';
import { shisaku } from '../backfill/shisaku.ts';

const NO_AWS = {
  AWS_REGION: 'ap-northeast-1',
  AWS_PROFILE: '',
  AWS_ACCESS_KEY_ID: '',
  AWS_EC2_METADATA_DISABLED: 'true',
  AWS_CONFIG_FILE: 'nowhere',
  AWS_SHARED_CREDENTIALS_FILE: 'nowhere',
};

const SHEET = 'samples/shiomi-2012-kinkyu-2.pdf';

test.for([
  [['inspect', SHEET, '--svg', 'nowhere/seen.svg'], 'svg-not-writable'],
  [['inspect', SHEET, '--svg', 'samples'], 'svg-not-writable'],
  [['inspect', SHEET, '--page', '99'], 'no-such-page'],
  [['inspect', 'nowhere.pdf'], 'file-not-found'],
  [['parse', 'samples'], 'not-a-file'],
  [['backfill', 'samples', '--report', 'nowhere/report.csv'], 'report-not-writable'],
  [['reparse', '--report', 'report.xls'], 'report-format'],
  [['reparse', '--data', `${SHEET}/data`], 'data-not-writable'],
  [['reparse', '--api', 'nowhere'], 'invalid-url'],
  [['reparse', '--stack', 'shisaku'], 'aws-not-set-up'],
  [['start', '--port', 'http'], 'usage'],
] as const)('%o is refused: %s', async ([args, why]) => {
  const { code, stdout, stderr } = await shisaku(args, NO_AWS).ended;
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toMatch(new RegExp(`^error: ${why}: .+`));
});

test('what is asked of a reader that left early is done all the same', async () => {
  const { child, ended } = shisaku(['parse', SHEET]);
  child.stdout.destroy();
  expect(await ended).toEqual({ code: 0, stdout: '', stderr: '' });
});
