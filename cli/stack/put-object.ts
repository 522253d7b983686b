import type { Credentials } from './s3/authorize.ts';
import { ALGORITHM, requestSignature, scopeText, sha256Hex, uriEncode } from './s3/signature.ts';

/** One PutObject of a PDF, as any client would send it. Throws where S3 refuses. */
export async function putPdf(
  { s3Url, bucket }: { readonly s3Url: string; readonly bucket: string },
  key: string,
  bytes: Uint8Array<ArrayBuffer>,
  { region, credentials }: { region: string; credentials: Credentials },
): Promise<void> {
  const path = `/${bucket}/${key}`;
  const amzDate = new Date().toISOString().replace(/[-:]|\.\d+/g, '');
  const scope = { date: amzDate.slice(0, 8), region, service: 's3' };
  const payloadHash = sha256Hex(bytes);
  const signed = { 'x-amz-content-sha256': payloadHash, 'x-amz-date': amzDate };
  const signature = requestSignature(credentials.secretAccessKey, scope, amzDate, {
    method: 'PUT',
    path,
    query: [],
    headers: [['host', new URL(s3Url).host], ...Object.entries(signed)],
    payloadHash,
  });
  const credential = `${credentials.accessKeyId}/${scopeText(scope)}`;
  const names = `host;${Object.keys(signed).join(';')}`;
  const response = await fetch(s3Url + path.split('/').map(uriEncode).join('/'), {
    method: 'PUT',
    headers: {
      ...signed,
      authorization: `${ALGORITHM} Credential=${credential}, SignedHeaders=${names}, Signature=${signature}`,
      'content-type': 'application/pdf',
    },
    body: bytes,
  });
  if (!response.ok) throw new Error(`PutObject ${key}: ${await response.text()}`);
}
