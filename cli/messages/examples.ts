/** What is typed to use a command, for those whose definition has none of its own. */
export const EXAMPLES: Readonly<Record<string, readonly string[]>> = {
  start: ['start', 'start --port 8800 --s3-port 9100 --data 評価シート --no-samples'],
  parse: [
    'parse samples/shiomi-2013-shisaku-214.pdf > sheet.json',
    'parse sheets/*.pdf --publisher 四日市市 > records.json',
    'parse - < samples/shiomi-2013-shisaku-214.pdf',
  ],
  backfill: [
    'backfill 評価シート/ --report became.csv',
    'backfill 評価シート/ --dry-run',
    'backfill s3://my-sheets/ --stack Shisaku --resume',
  ],
  reparse: ['reparse --report changes.csv', 'reparse --publish'],
  rebuild: ['rebuild --check', 'rebuild --data .shisaku'],
  samples: ['samples add', 'samples remove'],
  get: ['get shiomi-2013-shisaku-214'],
};
