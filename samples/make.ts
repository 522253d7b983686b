import { kinkyu2015 } from './data/book-2015-kinkyu-2.ts';
import { kyoso2015 } from './data/book-2015-kyoso-5.ts';
import { shisaku2015 } from './data/book-2015-shisaku-214.ts';
import { jimu2013 } from './data/shioiri-2013-jimu-0312.ts';
import { kinkyu2012 } from './data/shiomi-2012-kinkyu-2.ts';
import { shisaku2013 } from './data/shiomi-2013-shisaku-214.ts';
import { kyoso2014 } from './data/shiomi-2014-kyoso-5.ts';
import { nanbu2015 } from './data/shiomi-2015-nanbu.ts';
import { shisaku2018 } from './data/shiomi-2018-shisaku-326.ts';
import { writeSet } from './generator/sample-set.ts';
import {
  bookPrinter,
  printerDriver,
  reportTool,
  spreadsheet,
  wordProcessor,
  yearbookTool,
} from './producers.ts';

/** Draws the samples again, byte for byte: `node samples/make.ts [FOLDER]`. */
await writeSet(process.argv[2] ?? import.meta.dirname, [
  { name: 'shiomi-2012-kinkyu-2', producer: wordProcessor, sheets: [kinkyu2012] },
  { name: 'shiomi-2013-shisaku-214', producer: wordProcessor, sheets: [shisaku2013] },
  { name: 'shiomi-2014-kyoso-5', producer: reportTool, sheets: [kyoso2014] },
  { name: 'shiomi-2015-nanbu', producer: printerDriver, sheets: [nanbu2015] },
  { name: 'shiomi-2018-shisaku-326', producer: yearbookTool, sheets: [shisaku2018] },
  { name: 'shioiri-2013-jimu-0312', producer: spreadsheet, sheets: [jimu2013] },
  {
    name: 'book-2015',
    producer: bookPrinter,
    sheets: [kinkyu2015, kyoso2015, shisaku2015],
    book: { title: '平成27年度　成果レポート', publisher: '汐見県' },
  },
]);
