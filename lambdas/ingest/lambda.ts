import { connectBucket } from '../bucket/connect.ts';
import { readPdf } from '../reader/read.ts';
import { connectStore } from '../store/connect.ts';
import { makeIngest } from './handler.ts';

const { TABLE_NAME = '', BUCKET_NAME = '' } = process.env;

export const { handler } = makeIngest({
  store: connectStore(TABLE_NAME),
  bucket: connectBucket(BUCKET_NAME),
  readPdf,
});
