import type { APIGatewayProxyEventV2, SQSEvent } from 'aws-lambda';
import { REGION } from '../../cli/stack/defaults.ts';
import { sqsRecord } from '../../cli/stack/sqs-event.ts';

/** Messages as Lambda hands them on from a queue. */
export const sqsEvent = (...bodies: string[]): SQSEvent => ({
  Records: bodies.map((body, n) => {
    const sentTimestamp = 1404207000000;
    const times = { sentTimestamp, firstReceiveTimestamp: sentTimestamp + 1, receives: 1 };
    const message = { name: `m${n}`, id: `m${n}`, body, ...times };
    return sqsRecord(message, `arn:aws:sqs:${REGION}:000000000000:arrivals`, REGION);
  }),
});

/** A request as an HTTP API hands it on (payload 2.0); `url` is a path with its query. */
export function httpEvent(url: string, method = 'GET', body?: string): APIGatewayProxyEventV2 {
  const { pathname, search, searchParams } = new URL(url, 'https://api.example');
  const entries = [...searchParams];
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath: decodeURIComponent(pathname),
    rawQueryString: search.slice(1),
    headers: {
      accept: '*/*',
      ...(body !== undefined && { 'content-type': 'application/json' }),
      host: 'abcdef1234.execute-api.ap-northeast-1.amazonaws.com',
      'x-amzn-trace-id': 'Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700',
      'x-forwarded-for': '203.0.113.7',
      'x-forwarded-port': '443',
      'x-forwarded-proto': 'https',
    },
    ...(entries.length > 0 && { queryStringParameters: Object.fromEntries(entries) }),
    requestContext: {
      accountId: '000000000000',
      apiId: 'abcdef1234',
      domainName: 'abcdef1234.execute-api.ap-northeast-1.amazonaws.com',
      domainPrefix: 'abcdef1234',
      http: {
        method,
        path: decodeURIComponent(pathname),
        protocol: 'HTTP/1.1',
        sourceIp: '203.0.113.7',
        userAgent: 'curl/8.5.0',
      },
      requestId: 'JKJaXmPLvHcESHA=',
      routeKey: '$default',
      stage: '$default',
      time: '01/Jul/2014:09:30:00 +0000',
      timeEpoch: 1404207000000,
    },
    ...(body !== undefined && { body }),
    isBase64Encoded: false,
  };
}
