import { handle } from 'hono/aws-lambda';
import { connectBucket } from '../bucket/connect.ts';
import { connectStore } from '../store/connect.ts';
import { makeApp } from './app.ts';

const { TABLE_NAME = '', BUCKET_NAME = '' } = process.env;

export const handler = handle(
  makeApp({ store: connectStore(TABLE_NAME), bucket: connectBucket(BUCKET_NAME) }),
);
