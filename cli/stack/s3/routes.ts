import { S3Error } from './errors.ts';
import { createBucket, getBucketLocation, headBucket, listBuckets } from './operations/buckets.ts';
import { copyObject, uploadPartCopy } from './operations/copy.ts';
import { deleteObject, deleteObjects } from './operations/delete.ts';
import { listObjectsV1, listObjectsV2, listObjectVersions } from './operations/list.ts';
import {
  abortMultipartUpload,
  completeMultipartUpload,
  createMultipartUpload,
  listParts,
  uploadPart,
} from './operations/multipart.ts';
import { getObject, getObjectTagging, putObject } from './operations/objects.ts';
import type { Operation } from './operations/operation.ts';
import { header, type S3Request } from './request.ts';

interface Route {
  readonly on: 'service' | 'bucket' | 'object';
  readonly method: string;
  /** Query parameters that tell this operation from others of its method. */
  readonly has: readonly string[];
  readonly operation: Operation;
}

const ROUTES: readonly Route[] = [
  { on: 'service', method: 'GET', has: [], operation: listBuckets },
  { on: 'bucket', method: 'PUT', has: [], operation: createBucket },
  { on: 'bucket', method: 'HEAD', has: [], operation: headBucket },
  { on: 'bucket', method: 'GET', has: ['location'], operation: getBucketLocation },
  { on: 'bucket', method: 'GET', has: ['versions'], operation: listObjectVersions },
  { on: 'bucket', method: 'GET', has: ['list-type'], operation: listObjectsV2 },
  { on: 'bucket', method: 'GET', has: [], operation: listObjectsV1 },
  { on: 'bucket', method: 'POST', has: ['delete'], operation: deleteObjects },
  { on: 'object', method: 'GET', has: ['uploadId'], operation: listParts },
  { on: 'object', method: 'GET', has: ['tagging'], operation: getObjectTagging },
  { on: 'object', method: 'GET', has: ['versionId'], operation: getObject },
  { on: 'object', method: 'GET', has: [], operation: getObject },
  { on: 'object', method: 'HEAD', has: [], operation: getObject },
  { on: 'object', method: 'PUT', has: ['uploadId', 'partNumber'], operation: uploadPart },
  { on: 'object', method: 'PUT', has: [], operation: putObject },
  { on: 'object', method: 'POST', has: ['uploads'], operation: createMultipartUpload },
  { on: 'object', method: 'POST', has: ['uploadId'], operation: completeMultipartUpload },
  { on: 'object', method: 'DELETE', has: ['uploadId'], operation: abortMultipartUpload },
  { on: 'object', method: 'DELETE', has: [], operation: deleteObject },
];

/** The same requests where the content is another object's. */
const COPYING = new Map([
  [putObject, copyObject],
  [uploadPart, uploadPartCopy],
]);

/** Parameters of S3 operations that this server has not: never taken for the plain operation of their method. */
const FOREIGN = [
  'accelerate',
  'acl',
  'analytics',
  'attributes',
  'cors',
  'encryption',
  'intelligent-tiering',
  'inventory',
  'legal-hold',
  'lifecycle',
  'logging',
  'metrics',
  'notification',
  'object-lock',
  'ownershipControls',
  'partNumber',
  'policy',
  'policyStatus',
  'publicAccessBlock',
  'replication',
  'requestPayment',
  'restore',
  'retention',
  'select',
  'session',
  'tagging',
  'torrent',
  'uploads',
  'versionId',
  'versioning',
  'versions',
  'website',
];

/** @throws S3Error NotImplemented, MethodNotAllowed */
export function route(request: S3Request): Operation {
  const { method, query, bucket, key } = request;
  const on = bucket === '' ? 'service' : key === '' ? 'bucket' : 'object';
  const found = ROUTES.find(
    (candidate) =>
      candidate.on === on &&
      candidate.method === method &&
      candidate.has.every((name) => query.has(name)),
  );
  const foreign = FOREIGN.find((name) => query.has(name) && !found?.has.includes(name));
  if (foreign !== undefined) {
    throw new S3Error('NotImplemented', `The subresource ${foreign} is not implemented.`);
  }
  if (!found) {
    throw new S3Error('MethodNotAllowed', 'The method is not allowed against this resource.');
  }
  return header(request, 'x-amz-copy-source') === undefined
    ? found.operation
    : (COPYING.get(found.operation) ?? found.operation);
}
