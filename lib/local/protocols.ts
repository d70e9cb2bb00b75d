/** The wire protocols of operation-style services: AwsJson 1.0 and 1.1, and AwsQuery. */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { AwsError, type OperationService } from './contract.ts';

/** How one protocol reads a request and writes its answer. */
export interface Protocol {
  read(request: IncomingMessage, body: Buffer): { operation: string; input: Record<string, unknown> };
  answer(response: ServerResponse, operation: string, output: Record<string, unknown>): void;
  fail(response: ServerResponse, error: AwsError): void;
}

/** The protocol of a service. */
export function protocolOf(protocol: OperationService['protocol']): Protocol {
  return protocol === 'query' ? query : json(protocol === 'json1.0' ? 'application/x-amz-json-1.0' : 'application/x-amz-json-1.1');
}

/** The operation in `X-Amz-Target: DynamoDB_20120810.GetItem`. */
export function targetOperation(request: IncomingMessage): string {
  const target = String(request.headers['x-amz-target'] ?? '');
  return target.slice(target.indexOf('.') + 1);
}

/** Writes an error as the JSON protocols do: its code in `__type`, extra members beside the message. */
export function failAsJson(response: ServerResponse, error: AwsError, contentType = 'application/x-amz-json-1.0'): void {
  const body = { __type: error.code, message: error.message, Message: error.message, ...error.extra };
  send(response, error.status, { contentType, body: JSON.stringify(body) });
}

function json(contentType: string): Protocol {
  return {
    read: (request, body) => ({ operation: targetOperation(request), input: parseJson(body) }),
    answer: (response, _, output) => send(response, 200, { contentType, body: JSON.stringify(output) }),
    fail: (response, error) => failAsJson(response, error, contentType),
  };
}

function parseJson(body: Buffer): Record<string, unknown> {
  if (body.length === 0) return {};
  try {
    return JSON.parse(body.toString()) as Record<string, unknown>;
  } catch {
    throw new AwsError('SerializationException', 'The request body is not JSON');
  }
}

const query: Protocol = {
  read(_, body) {
    const { Action, Version: _version, ...flat } = Object.fromEntries(new URLSearchParams(body.toString()));
    return { operation: Action ?? '', input: nest(flat) };
  },
  answer(response, operation, output) {
    const result = `<${operation}Result>${xmlMembers(output)}</${operation}Result>`;
    const metadata = `<ResponseMetadata><RequestId>${randomUUID()}</RequestId></ResponseMetadata>`;
    const body = `<${operation}Response xmlns="http://ses.amazonaws.com/doc/2010-12-01/">${result}${metadata}</${operation}Response>`;
    send(response, 200, { contentType: 'text/xml', body });
  },
  fail(response, error) {
    const type = error.status < 500 ? 'Sender' : 'Receiver';
    const detail = xmlMembers({ Type: type, Code: error.code, Message: error.message, ...error.extra });
    const body = `<ErrorResponse><Error>${detail}</Error><RequestId>${randomUUID()}</RequestId></ErrorResponse>`;
    send(response, error.status, { contentType: 'text/xml', body });
  },
};

/** `Destinations.member.1=a` becomes `{ Destinations: ['a'] }`. */
function nest(flat: Record<string, string>): Record<string, unknown> {
  const root: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  for (const [path, value] of Object.entries(flat)) {
    const keys = path.split('.');
    const last = keys.pop()!;
    let node = root;
    for (const key of keys) node = (node[key] ??= Object.create(null)) as Record<string, unknown>;
    node[last] = value;
  }
  return listsOf(root) as Record<string, unknown>;
}

function listsOf(node: unknown): unknown {
  if (typeof node !== 'object' || node === null) return node;
  const entries = Object.entries(node);
  const [only] = entries;
  if (entries.length === 1 && only![0] === 'member') return Object.values(only![1] as object).map(listsOf);
  return Object.fromEntries(entries.map(([key, value]) => [key, listsOf(value)]));
}

function xmlMembers(members: Record<string, unknown>): string {
  const present = Object.entries(members).filter(([, value]) => value !== undefined);
  return present.map(([name, value]) => `<${name}>${xmlValue(value)}</${name}>`).join('');
}

function xmlValue(value: unknown): string {
  if (Array.isArray(value)) return value.map((entry) => `<member>${xmlValue(entry)}</member>`).join('');
  if (typeof value === 'object' && value !== null) return xmlMembers(value as Record<string, unknown>);
  return String(value).replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);
}

function send(response: ServerResponse, status: number, { contentType, body }: { contentType: string; body: string }): void {
  const length = Buffer.byteLength(body);
  response.writeHead(status, { 'content-type': contentType, 'content-length': length, 'x-amzn-requestid': randomUUID() });
  response.end(body);
}
