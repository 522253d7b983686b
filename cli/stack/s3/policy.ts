import { z } from 'zod';
import { S3Error } from './errors.ts';

/** Form fields by their lower-case names; `bucket` and `key` as they will be. */
export type Fields = ReadonlyMap<string, string>;

/** https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-HTTPPOSTConstructPolicy.html */
const Policy = z.object({
  expiration: z.iso.datetime().transform((text) => Date.parse(text)),
  conditions: z.array(
    z.union([
      z.tuple([z.enum(['eq', 'starts-with']), z.string().startsWith('$'), z.string()]),
      z.tuple([z.literal('content-length-range'), z.int(), z.int()]),
      z.record(z.string(), z.string()).transform(Object.entries<string>),
    ]),
  ),
});
export type Policy = z.infer<typeof Policy>;

/** What a condition does not need to name. */
const FREE = /^(policy|x-amz-signature|bucket|x-ignore-.*)$/;

/** @param encoded the form's field: base64 of JSON */
export function readPolicy(encoded: string): Policy {
  try {
    return Policy.parse(JSON.parse(Buffer.from(encoded, 'base64').toString()));
  } catch {
    throw new S3Error('InvalidPolicyDocument', 'Invalid Policy: Invalid JSON or conditions.');
  }
}

/** @throws S3Error where the policy has expired, a condition does not hold, or a field has none */
export function checkPolicy(policy: Policy, fields: Fields, bytes: number, now: number): void {
  if (now > policy.expiration) throw denied('Policy expired.');
  const named = new Set<string>();
  const check = (operator: 'eq' | 'starts-with', name: string, wanted: string) => {
    const field = name.toLowerCase();
    named.add(field);
    const value = fields.get(field);
    const holds = operator === 'eq' ? value === wanted : value?.startsWith(wanted);
    if (!holds) throw denied(`Policy Condition failed: ["${operator}", "$${name}", "${wanted}"]`);
  };
  for (const condition of policy.conditions) {
    const [first] = condition;
    if (first === 'content-length-range') checkLength(bytes, condition[1], condition[2]);
    else if (typeof first === 'string') check(first, condition[1].slice(1), condition[2]);
    else for (const [name, value] of condition) check('eq', name, value);
  }
  const extra = [...fields.keys()].filter((name) => !named.has(name) && !FREE.test(name));
  if (extra.length > 0) throw denied(`Extra input fields: ${extra.join(', ')}`);
}

function checkLength(bytes: number, least: number, most: number): void {
  if (bytes < least) {
    throw new S3Error('EntityTooSmall', 'Your proposed upload is smaller than the minimum size.');
  }
  if (bytes > most) {
    throw new S3Error('EntityTooLarge', 'Your proposed upload exceeds the maximum allowed size.');
  }
}

const denied = (why: string): S3Error =>
  new S3Error('AccessDenied', `Invalid according to Policy: ${why}`);
