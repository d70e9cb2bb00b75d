/** A function's answer, payload format 2.0, as an HTTP response. */
import type { ServerResponse } from 'node:http';

interface StructuredAnswer {
  statusCode: number | string;
  headers?: Record<string, unknown>;
  cookies?: string[];
  body?: unknown;
  isBase64Encoded?: boolean;
}

/** An integration's response may not be larger. */
const LARGEST_ANSWER = 10 * 1024 * 1024;

/** Lengths and connections are the server's business; HTTP APIs do not take them from a function. */
const serverHeaders = new Set(['connection', 'content-length', 'keep-alive', 'transfer-encoding', 'upgrade']);

/** Writes what the function returned. */
export function writeAnswer(response: ServerResponse, payload: unknown): void {
  if (!isStructured(payload)) return writeInferred(response, payload);
  const { statusCode, headers = {}, cookies, isBase64Encoded } = payload;
  const body = typeof payload.body === 'string' ? Buffer.from(payload.body, isBase64Encoded ? 'base64' : 'utf8') : Buffer.alloc(0);
  const status = Number(statusCode);
  if (!Number.isInteger(status) || status < 100 || status > 599 || body.length > LARGEST_ANSWER) {
    return writeGatewayError(response, 500, 'Internal Server Error');
  }
  for (const [name, value] of Object.entries(headers)) {
    if (!serverHeaders.has(name.toLowerCase())) response.setHeader(name, String(value));
  }
  if (cookies) response.setHeader('set-cookie', cookies);
  if (body.length > 0 && !response.hasHeader('content-type')) response.setHeader('content-type', 'text/plain;charset=utf-8');
  end(response, status, body);
}

/** The gateway's own answer, in its words. */
export function writeGatewayError(response: ServerResponse, status: number, message: string): void {
  response.setHeader('content-type', 'application/json');
  end(response, status, Buffer.from(JSON.stringify({ message })));
}

/** "If the function returns valid JSON without a statusCode": 200 and the JSON itself is the body. */
function writeInferred(response: ServerResponse, payload: unknown): void {
  response.setHeader('content-type', 'application/json');
  end(response, 200, Buffer.from(typeof payload === 'string' ? payload : JSON.stringify(payload)));
}

function end(response: ServerResponse, status: number, body: Buffer): void {
  response.statusCode = status;
  if (status !== 204 && status !== 304) response.setHeader('content-length', body.length);
  response.end(body);
}

function isStructured(payload: unknown): payload is StructuredAnswer {
  return typeof payload === 'object' && payload !== null && 'statusCode' in payload;
}
