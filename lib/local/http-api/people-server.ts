/** The server for people: the template's HTTP API, and the small AWS's own pages under `/_local/`. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { AwsError, type Clock, type InvokeResult } from '../contract.ts';
import { readBody } from '../read-body.ts';
import { reportFault } from '../report-fault.ts';
import { serveFetch } from './fetch-bridge.ts';
import { writeAnswer, writeGatewayError } from './proxy-answer.ts';
import { proxyEvent } from './proxy-event.ts';
import { findRoute, type HttpApi } from './routes.ts';

/** Answers the pages below `/_local/<name>`. */
export type LocalPages = Record<string, (request: Request) => Promise<Response>>;

export interface PeopleServerOptions {
  api: HttpApi | undefined;
  /** Invokes the function of a route, as API Gateway. */
  invoke(route: { apiId: string; routeKey: string; functionArn: string }, event: unknown): Promise<InvokeResult>;
  clock: Clock;
  account: string;
  local: LocalPages;
}

const LARGEST_REQUEST = 10 * 1024 * 1024;
/** "Maximum integration timeout: 30 seconds": HTTP API quotas. */
const INTEGRATION_TIMEOUT_MS = 30_000;

/** A server that answers 503 until `open` tells it what to serve: the port is known before the template is read. */
export function createPeopleServer(): { server: Server; open(options: PeopleServerOptions): void } {
  let options: PeopleServerOptions | undefined;
  const server = createServer((request, response) => {
    if (!isLoopbackHost(request)) return writeGatewayError(response, 421, 'Misdirected Request');
    if (!options) return writeGatewayError(response, 503, 'Service Unavailable');
    serve(request, response, options).catch((error: unknown) => fail(response, error));
  });
  return {
    server,
    open: (opened) => {
      options = opened;
    },
  };
}

/** A page elsewhere must not reach the mails here by pointing its own host name at this machine. */
function isLoopbackHost(request: IncomingMessage): boolean {
  return /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/.test(request.headers.host ?? '');
}

async function serve(request: IncomingMessage, response: ServerResponse, options: PeopleServerOptions): Promise<void> {
  const [rawPath, rawQuery] = splitUrl(request.url ?? '/');
  const page = /^\/_local\/([^/]+)/.exec(rawPath)?.[1];
  if (page !== undefined) return await serveLocal(request, response, options.local[page]);
  const path = decode(rawPath);
  const found = path !== undefined && options.api ? findRoute(options.api, request.method ?? 'GET', path) : undefined;
  if (path === undefined) return writeGatewayError(response, 400, 'Bad Request');
  if (!found) return writeGatewayError(response, 404, 'Not Found');
  const { route, parameters } = found;
  const body = await readBody(request, LARGEST_REQUEST);
  const integration = { apiId: options.api!.id, routeKey: route.key, functionArn: route.functionArn };
  const event = proxyEvent({
    ...integration,
    request,
    body,
    path,
    rawQuery,
    parameters,
    account: options.account,
    now: options.clock.now(),
  });
  await integrate(response, options.invoke(integration, event));
}

/** The function runs on after the gateway has given up on it. */
async function integrate(response: ServerResponse, invocation: Promise<InvokeResult>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const gaveUp = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), INTEGRATION_TIMEOUT_MS);
  });
  const result = await Promise.race([invocation, gaveUp]);
  clearTimeout(timer);
  if (!result) return writeGatewayError(response, 503, 'Service Unavailable');
  if (result.ok) return writeAnswer(response, result.payload);
  if (result.error.errorType === 'RequestTooLargeException') return writeGatewayError(response, 413, 'Request Too Long');
  writeGatewayError(response, 500, 'Internal Server Error');
}

async function serveLocal(request: IncomingMessage, response: ServerResponse, page: LocalPages[string] | undefined): Promise<void> {
  if (page) await serveFetch(request, response, page);
  else writeGatewayError(response, 404, 'Not Found');
}

function fail(response: ServerResponse, error: unknown): void {
  if (response.headersSent) return void response.destroy();
  if (error instanceof AwsError && error.status === 413) return writeGatewayError(response, 413, 'Request Entity Too Large');
  reportFault('the server for people failed', error);
  writeGatewayError(response, 500, 'Internal Server Error');
}

function splitUrl(url: string): [string, string] {
  const mark = url.indexOf('?');
  return mark < 0 ? [url, ''] : [url.slice(0, mark), url.slice(mark + 1)];
}

function decode(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
