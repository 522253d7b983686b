import { readText } from '../body.ts';
import { type Operation, xmlReply } from './operation.ts';

export const listBuckets: Operation = async ({ storage }) =>
  xmlReply('ListAllMyBucketsResult', {
    Owner: { ID: 'shisaku-local' },
    Buckets: {
      Bucket: storage
        .names()
        .map(({ name, created }) => ({ Name: name, CreationDate: created.toISOString() })),
    },
  });

export const createBucket: Operation = async ({ request, payload, storage }) => {
  await readText(request, payload);
  await storage.create(request.bucket);
  return { headers: { location: `/${request.bucket}` } };
};

export const headBucket: Operation = async ({ request, storage }) => {
  storage.bucket(request.bucket);
  return { headers: { 'x-amz-bucket-region': storage.region } };
};

export const getBucketLocation: Operation = async ({ request, storage }) => {
  storage.bucket(request.bucket);
  return xmlReply('LocationConstraint', { '#text': storage.region });
};
