/** The AWS endpoint: finds the service and the caller of each request, checks its grants, runs it. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { AwsError, type AwsService, type Clock, type HttpService, type OperationService, type Principal } from './contract.ts';
import type { Authorizer } from './iam/authorizer.ts';
import { type Principals, rolePrincipal } from './iam/principals.ts';
import { failAsJson, protocolOf } from './protocols.ts';
import { readBody } from './read-body.ts';
import { reportFault } from './report-fault.ts';
import { unknownOperation } from './unknown-operation.ts';
import { hasValidSignature, readSigner, type Signed } from './sigv4.ts';

export interface AwsFrontOptions {
  services: readonly AwsService[];
  principals: Principals;
  authorizer: Authorizer;
  clock: Clock;
}

/** One call by service and operation name, as a role. */
export interface RoleCall {
  service: string;
  operation: string;
  input: Record<string, unknown>;
  roleArn: string;
}

/** No operation takes a larger body in one request; S3 streams. */
const LARGEST_BODY = 16 * 1024 * 1024;

/** The front door; not yet listening. */
export function createAwsFront(options: AwsFrontOptions): Server {
  const server = createServer((request, response) => void serve(request, response, options));
  // A client that reuses a connection just as the server drops it would see a reset.
  server.keepAliveTimeout = 0;
  return server;
}

async function serve(request: IncomingMessage, response: ServerResponse, options: AwsFrontOptions): Promise<void> {
  // The SDK corrects its clock by this header; handlers live on the engine's clock.
  response.setHeader('date', new Date(options.clock.now()).toUTCString());
  const fail = { current: failAsJson };
  try {
    const service = findService(request, options.services);
    fail.current = service.style === 'http' ? service.fail.bind(service) : protocolOf(service.protocol).fail;
    await (service.style === 'http'
      ? serveHttp(service, request, { response, options })
      : serveOperation(service, request, { response, options }));
  } catch (error) {
    if (response.headersSent) response.destroy();
    else fail.current(response, asAwsError(error));
  }
}

interface Exchange {
  response: ServerResponse;
  options: AwsFrontOptions;
}

async function serveOperation(service: OperationService, request: IncomingMessage, { response, options }: Exchange): Promise<void> {
  const body = await readBody(request, LARGEST_BODY);
  const principal = identifyCaller(request, options, { service: service.name, body });
  const protocol = protocolOf(service.protocol);
  const call = { ...protocol.read(request, body), principal };
  requireKnown(service.name, service.operations, call.operation);
  options.authorizer.authorize(principal, service.permissions(call), denialCode(service));
  protocol.answer(response, call.operation, await service.run(call));
}

async function serveHttp(service: HttpService, request: IncomingMessage, { response, options }: Exchange): Promise<void> {
  const body = service.buffered ? await readBody(request, LARGEST_BODY) : undefined;
  const principal = identifyCaller(request, options, { service: service.name, body });
  options.authorizer.authorize(principal, service.permissions(request, body), denialCode(service));
  await service.handle(request, response, body ? { principal, body } : { principal });
}

/** Calls a service by operation name as a role, as a state machine's SDK integration does. */
export async function callAsRole(
  call: RoleCall,
  session: string,
  { services, authorizer }: AwsFrontOptions,
): Promise<Record<string, unknown>> {
  const service = services.find(({ name }) => name === call.service);
  const target = service?.style === 'http' ? service.sdk : service;
  if (!service || !target) throw unknownOperation(call.service, call.operation);
  requireKnown(call.service, target.operations, call.operation);
  const full = { operation: call.operation, input: call.input, principal: rolePrincipal(call.roleArn, session) };
  authorizer.authorize(full.principal, target.permissions(full), denialCode(service));
  return await target.run(full);
}

function findService(request: IncomingMessage, services: readonly AwsService[]): AwsService {
  if (services.length === 0) throw new AwsError('ServiceUnavailable', 'The small AWS is starting', { status: 503 });
  const name = readSigner(request)?.service ?? serviceOfUnsigned(request);
  const service = services.find((candidate) => candidate.name === name);
  if (!service) throw unknownOperation(name ?? 'an unsigned request', String(request.headers['x-amz-target'] ?? request.method));
  return service;
}

/** Only S3 has addresses below `/`; it takes a signed form and refuses every other unsigned request itself (403). */
function serviceOfUnsigned({ headers, url }: IncomingMessage): string | undefined {
  const isAddress = /^\/[^/?]/.test(url ?? '');
  return isAddress && headers['x-amz-target'] === undefined ? 's3' : undefined;
}

function identifyCaller(
  request: IncomingMessage,
  { principals }: AwsFrontOptions,
  { service, body }: { service: string; body: Buffer | undefined },
): Principal {
  const signer = readSigner(request);
  // S3 finds the signer of a form in its policy and asks the authorizer itself.
  if (!signer) return { name: 'form upload', arn: 'anonymous', kind: 'anonymous' };
  const credentials = principals.byKey(signer.accessKeyId);
  if (!credentials) throw unknownKey(service);
  if (!isSignatureOk(request, signer, { secret: credentials.secretAccessKey, body })) throw wrongSignature(service);
  return credentials.principal;
}

function isSignatureOk(request: IncomingMessage, signer: Signed, { secret, body }: { secret: string; body: Buffer | undefined }): boolean {
  return signer.by === 'query' ? signer.service === 's3' : hasValidSignature(request, secret, body);
}

function requireKnown(service: string, operations: ReadonlySet<string>, operation: string): void {
  if (!operations.has(operation)) throw unknownOperation(service, operation);
}

function unknownKey(service: string): AwsError {
  const codes: Record<string, string> = { s3: 'InvalidAccessKeyId', ses: 'InvalidClientTokenId' };
  return new AwsError(codes[service] ?? 'UnrecognizedClientException', 'The security token included in the request is invalid.', {
    status: 403,
  });
}

function wrongSignature(service: string): AwsError {
  const codes: Record<string, string> = { s3: 'SignatureDoesNotMatch', ses: 'SignatureDoesNotMatch' };
  const message = 'The request signature we calculated does not match the signature you provided.';
  return new AwsError(codes[service] ?? 'InvalidSignatureException', message, { status: 403 });
}

function denialCode(service: AwsService): string {
  const isXml = service.style === 'operation' ? service.protocol === 'query' : service.name === 's3';
  return isXml ? 'AccessDenied' : 'AccessDeniedException';
}

function asAwsError(error: unknown): AwsError {
  if (error instanceof AwsError) return error;
  reportFault('the AWS endpoint failed', error);
  return new AwsError('InternalFailure', error instanceof Error ? error.message : String(error), { status: 500 });
}
