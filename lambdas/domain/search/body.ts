import { createHash } from 'node:crypto';

/** A body of a sheet as an index knows it. */
export interface BodyAt {
  readonly sheetId: string;
  readonly bodyTag: string;
}

/** Names that S3's events gave are in the body's name: the tag stands for it. */
export const tagOf = (body: string): string =>
  createHash('sha256').update(body).digest('hex').slice(0, TAG);
/** Hex digits. */
export const TAG = 12;

/** One name for both. */
export const bodyKey = ({ sheetId, bodyTag }: BodyAt): string => `${sheetId}#${bodyTag}`;
