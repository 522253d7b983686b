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
  [['parse', SHEET, '--publisher', '府中市'], 'unknown-publisher'],
  [['backfill', 'samples', '--publisher', '242022'], 'unknown-publisher'],
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

test.for([
  ['四日市', /as 242021 三重県四日市市/],
  ['242022', /as 242021 三重県四日市市/],
  [
    '府中市',
    /the name of several publishers: say a code, as 132063 東京都府中市, 342084 広島県府中市/,
  ],
] as const)('--publisher %s is refused with the names that are like it', async ([said, told]) => {
  const { stderr } = await shisaku(['parse', SHEET, '--publisher', said]).ended;
  expect(stderr).toMatch(told);
});

test('--publisher says whose a sheet is, whatever it prints', async () => {
  const { stdout } = await shisaku(['parse', SHEET, '--publisher', '四日市市']).ended;
  expect(JSON.parse(stdout).sheets).toMatchObject([
    {
      id: '242021-2012-kinkyu-2',
      publisher: '242021',
      publisherCode: '242021',
      publisherName: '汐見県',
      warnings: [{ code: 'publisher-differs' }],
    },
  ]);
});

test('what is asked of a reader that left early is done all the same', async () => {
  const { child, ended } = shisaku(['parse', SHEET]);
  child.stdout.destroy();
  expect(await ended).toEqual({ code: 0, stdout: '', stderr: '' });
});
