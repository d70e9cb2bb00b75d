/** S3 on the file system: the front that reads requests, checks them and writes the answers. */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AwsError, type Clock, type HttpService, type Permission, type Resource } from '../contract.ts';
import { listObjectsV2 } from './list-objects.ts';
import * as multipart from './multipart-upload.ts';
import * as objects from './object-operations.ts';
import { actionOf, operationOf, type OperationName } from './operations.ts';
import { postObject, type AuthorizeSigner } from './post-object.ts';
import { readS3Call, type S3Call } from './s3-call.ts';
import { bucketOf, openS3Store, type S3Answer, type S3Store } from './s3-store.ts';
import { checkSignature } from './signature.ts';
import { xmlDocument } from './xml.ts';

export interface S3Options {
  dir: string;
  /** `AWS::S3::Bucket` resources of the template; no call creates others. */
  buckets: readonly Resource[];
  clock: Clock;
  region: string;
  secretOf(accessKeyId: string): string | undefined;
  /** Asked for a form upload, whose signer stands in its body; every other call is judged by the front door. */
  authorizeSigner?: AuthorizeSigner;
}

type Operation = (store: S3Store, call: S3Call) => Promise<S3Answer>;

const operations: Record<Exclude<OperationName, 'PostObject'>, Operation> = {
  ListObjectsV2: listObjectsV2,
  HeadBucket: async (store, call) => {
    bucketOf(store, call.bucket);
    return { status: 200 };
  },
  DeleteObjects: objects.deleteObjects,
  PutObject: objects.putObject,
  CopyObject: objects.copyObject,
  GetObject: objects.getObject,
  HeadObject: objects.headObject,
  DeleteObject: objects.deleteObject,
  CreateMultipartUpload: multipart.createMultipartUpload,
  UploadPart: multipart.uploadPart,
  CompleteMultipartUpload: multipart.completeMultipartUpload,
  AbortMultipartUpload: multipart.abortMultipartUpload,
  ListParts: multipart.listParts,
};

/** Opens the store and returns the service for the front door. Objects are durable when a put is answered. */
export function createS3(options: S3Options): HttpService {
  const store = openS3Store(options);
  return {
    style: 'http',
    name: 's3',
    buffered: false,
    permissions: (request) => permissionsOf(store, readS3Call(request)),
    handle: (request, response) => handle(store, options, { request, response }),
    fail: writeError,
    close: async () => store.index.close(),
  };
}

/** What a call needs. A form upload is judged later, when its body has named the signer. */
function permissionsOf(store: S3Store, call: S3Call): Permission[] {
  const operation = operationOf(call);
  if (operation === 'PostObject') return [];
  const bucket = store.buckets.get(call.bucket)?.arn ?? `arn:aws:s3:::${call.bucket}`;
  const action = actionOf[operation];
  if (operation === 'ListObjectsV2') return [{ action, resource: bucket, context: listContext(call) }];
  if (operation === 'HeadBucket') return [{ action, resource: bucket }];
  // AWS judges each key of a DeleteObjects body; here the grant must cover the bucket's objects.
  if (operation === 'DeleteObjects') return [{ action, resource: `${bucket}/*` }];
  return [{ action, resource: `${bucket}/${call.key}` }, ...impliedBy(operation, store, call)];
}

function impliedBy(operation: OperationName, store: S3Store, call: S3Call): Permission[] {
  if (operation === 'CopyObject') {
    const source = objects.copySource(call);
    return [{ action: 's3:GetObject', resource: `arn:aws:s3:::${source.bucket}/${source.key}` }];
  }
  const reads = operation === 'GetObject' || operation === 'HeadObject';
  if (!reads || !store.buckets.has(call.bucket) || store.index.get(call.bucket, call.key)) return [];
  // "If you don't have the s3:ListBucket permission, Amazon S3 returns 403 instead of 404" for a missing object:
  // https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html
  return [{ action: 's3:ListBucket', resource: bucketOf(store, call.bucket).arn }];
}

function listContext(call: S3Call): Record<string, string> {
  const context: Record<string, string> = {};
  for (const name of ['prefix', 'delimiter', 'max-keys']) {
    const value = call.query.get(name);
    if (value !== null) context[`s3:${name}`] = value;
  }
  return context;
}

async function handle(store: S3Store, options: S3Options, on: { request: IncomingMessage; response: ServerResponse }): Promise<void> {
  const call = readS3Call(on.request);
  const operation = operationOf(call);
  if (operation === 'PostObject') {
    const authorizeSigner = options.authorizeSigner ?? (() => undefined);
    return send(on.response, await postObject(store, call, { check: options, authorizeSigner }));
  }
  checkSignature(call, options);
  return send(on.response, await operations[operation](store, call));
}

async function send(response: ServerResponse, answer: S3Answer): Promise<void> {
  try {
    response.writeHead(answer.status, headersOf(answer));
    if (typeof answer.body === 'object') await pipeline(Readable.from(answer.body, { objectMode: false }), response);
    else response.end(answer.body);
  } catch (fault) {
    // The reader went away in the middle; there is nobody left to tell.
    if (!isPrematureClose(fault)) throw fault;
  } finally {
    answer.done?.();
  }
}

function headersOf({ status, headers, body }: S3Answer): Record<string, string | number> {
  const request = { 'x-amz-request-id': randomUUID() };
  if (typeof body === 'string') return { ...request, 'content-type': 'application/xml', 'content-length': Buffer.byteLength(body), ...headers };
  if (body === undefined && status !== 204 && status !== 304) return { ...request, 'content-length': 0, ...headers };
  return { ...request, ...headers };
}

function isPrematureClose(fault: unknown): boolean {
  return fault instanceof Error && 'code' in fault && fault.code === 'ERR_STREAM_PREMATURE_CLOSE';
}

/** Errors as S3 writes them; an answer to HEAD has no body. */
function writeError(response: ServerResponse, error: AwsError): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const RequestId = randomUUID();
  const extra = Object.fromEntries(Object.entries(error.extra).map(([name, value]) => [name, String(value)]));
  const body = xmlDocument('Error', { Code: error.code, Message: error.message, ...extra, RequestId }, { plain: true });
  response.writeHead(error.status, { 'content-type': 'application/xml', 'x-amz-request-id': RequestId });
  response.end(response.req.method === 'HEAD' ? undefined : body);
}
