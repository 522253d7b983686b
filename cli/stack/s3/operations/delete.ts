import { readText } from '../body.ts';
import { fromXml, malformedXml } from '../xml.ts';
import { type Operation, origin, xmlReply } from './operation.ts';

export const deleteObject: Operation = async (call) => {
  const { request, storage } = call;
  await storage.remove(request.bucket, request.key, origin(call, 'ObjectRemoved:Delete'));
  return { status: 204 };
};

const MAX_DELETES = 1000;

export const deleteObjects: Operation = async (call) => {
  const { request, payload, storage } = call;
  const { keys, quiet } = deleteList(await readText(request, payload));
  for (const key of keys) {
    await storage.remove(request.bucket, key, origin(call, 'ObjectRemoved:Delete'));
  }
  return xmlReply('DeleteResult', { Deleted: quiet ? [] : keys.map((Key) => ({ Key })) });
};

function deleteList(text: string): { keys: string[]; quiet: boolean } {
  const list = fromXml('Delete', text) as { Object?: { Key?: unknown }[]; Quiet?: unknown };
  const keys = (list.Object ?? []).map(({ Key }) => {
    if (typeof Key !== 'string' || Key === '') throw malformedXml();
    return Key;
  });
  if (keys.length === 0 || keys.length > MAX_DELETES) throw malformedXml();
  return { keys, quiet: list.Quiet === 'true' };
}
