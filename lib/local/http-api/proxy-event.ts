/** An HTTP request as a Lambda integration's event, payload format 2.0. */
import type { IncomingMessage } from 'node:http';
import { randomUUID } from 'node:crypto';

export interface ProxyRequest {
  request: IncomingMessage;
  body: Buffer;
  /** Decoded, as HTTP APIs hand it on. */
  path: string;
  rawQuery: string;
  routeKey: string;
  parameters: Record<string, string>;
  apiId: string;
  account: string;
  /** Milliseconds since the epoch on the engine's clock. */
  now: number;
}

/** The event a function receives. */
export function proxyEvent(proxy: ProxyRequest): Record<string, unknown> {
  const { request, path, rawQuery, routeKey, parameters } = proxy;
  const cookies = request.headers.cookie?.split(/;\s*/).filter(Boolean);
  const query = joinedQuery(rawQuery);
  return {
    version: '2.0',
    routeKey,
    rawPath: path,
    rawQueryString: rawQuery,
    ...(cookies ? { cookies } : {}),
    headers: joinedHeaders(request),
    ...(Object.keys(query).length > 0 ? { queryStringParameters: query } : {}),
    requestContext: requestContext(proxy),
    ...(Object.keys(parameters).length > 0 ? { pathParameters: parameters } : {}),
    ...bodyOf(proxy),
  };
}

function requestContext({ request, path, routeKey, apiId, account, now }: ProxyRequest): Record<string, unknown> {
  const domainName = hostOf(request);
  return {
    accountId: account,
    apiId,
    domainName,
    domainPrefix: domainName.split('.')[0],
    http: {
      method: request.method,
      path,
      protocol: `HTTP/${request.httpVersion}`,
      sourceIp: sourceIp(request),
      userAgent: request.headers['user-agent'] ?? '',
    },
    requestId: randomUUID(),
    routeKey,
    stage: '$default',
    time: commonLogTime(now),
    timeEpoch: now,
  };
}

function joinedHeaders(request: IncomingMessage): Record<string, string> {
  const { cookie: _cookie, ...headers } = request.headers;
  const joined = Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(',') : (value ?? '')]);
  const forwarded = request.headers['x-forwarded-for'];
  return {
    ...(Object.fromEntries(joined) as Record<string, string>),
    'x-forwarded-for': [forwarded ?? [], sourceIp(request)].flat().join(', '),
    'x-forwarded-port': hostOf(request).split(':')[1] ?? '80',
    'x-forwarded-proto': 'http',
  };
}

/** Repeated parameters are joined with commas. */
function joinedQuery(rawQuery: string): Record<string, string> {
  const query: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(rawQuery)) query[name] = name in query ? `${query[name]},${value}` : value;
  return query;
}

// What HTTP APIs hand on as text, found by trying on AWS (ministack pull request 766): form posts are not among it.
const textTypes = /^(?:text\/|application\/(?:json|xml|javascript)(?:\s*;|$))/i;

function bodyOf({ request, body }: ProxyRequest): { body?: string; isBase64Encoded: boolean } {
  if (body.length === 0) return { isBase64Encoded: false };
  const isText = textTypes.test(request.headers['content-type'] ?? '') && request.headers['content-encoding'] === undefined;
  return isText ? { body: body.toString(), isBase64Encoded: false } : { body: body.toString('base64'), isBase64Encoded: true };
}

function hostOf(request: IncomingMessage): string {
  return request.headers.host ?? '127.0.0.1';
}

function sourceIp(request: IncomingMessage): string {
  return (request.socket.remoteAddress ?? '').replace(/^::ffff:/, '');
}

/** `12/Mar/2026:19:03:58 +0000` */
function commonLogTime(now: number): string {
  const [, weekdayFree] = new Date(now).toUTCString().split(', ');
  const [day, month, year, time] = weekdayFree!.split(' ');
  return `${day}/${month}/${year}:${time} +0000`;
}
