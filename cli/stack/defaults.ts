import type { Credentials } from './s3/authorize.ts';

export const BUCKET = 'sheets';
export const TABLE_NAME = 'shisaku';
export const REGION = 'ap-northeast-1';
/** Known to all: they open nothing but servers on loopback. */
export const CREDENTIALS: Credentials = {
  accessKeyId: 'shisaku',
  secretAccessKey: 'shisaku-local-only',
};
