/** S3 on the file system: the front that reads requests, checks them and writes the answers. */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { AwsError, Clock, HttpService, Permission, Resource } from '../contract.ts';
import { listObjectsV2 } from './list-objects.ts';
import * as multipart from './multipart-upload.ts';
import * as objects from './object-operations.ts';
import { operationOf, type OperationName } from './operations.ts';
import { permissionsOf, postPermissions } from './permissions.ts';
import { postObject } from './post-object.ts';
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
  /**
   * Judges a form upload by the grants of its signer, who stands in its body; throws AccessDenied.
   * Every other call is judged by the front door before it comes here.
   */
  authorizeSigner(accessKeyId: string, permissions: Permission[]): void;
}

export interface S3Service extends HttpService {
  /** Puts an object for another service of the small AWS, which has asked whether it may; durable on return. */
  put(bucket: string, key: string, bytes: AsyncIterable<Buffer>): Promise<void>;
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
export function createS3(options: S3Options): S3Service {
  const store = openS3Store(options);
  return {
    style: 'http',
    name: 's3',
    buffered: false,
    permissions: (request) => permissionsOf({ store, region: options.region }, readS3Call(request)),
    handle: (request, response) => handle(store, options, { request, response }),
    fail: writeError,
    put: (bucket, key, bytes) => objects.putBytes(store, { bucket, key }, bytes),
    close: async () => store.index.close(),
  };
}

interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
}

async function handle(store: S3Store, options: S3Options, { request, response }: Exchange): Promise<void> {
  try {
    await send(response, await answer(store, options, readS3Call(request)));
  } catch (fault) {
    // The client went away in the middle of its body; nothing was stored and there is nobody to tell.
    if (!request.destroyed || request.complete) throw fault;
  }
}

async function answer(store: S3Store, options: S3Options, call: S3Call): Promise<S3Answer> {
  const operation = operationOf(call);
  if (operation !== 'PostObject') {
    checkSignature(call, options);
    return await operations[operation](store, call);
  }
  return await postObject(store, call, {
    check: options,
    authorize: (accessKeyId, key) => options.authorizeSigner(accessKeyId, postPermissions({ store, region: options.region }, call, key)),
  });
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
  if (typeof body === 'string')
    return { ...request, 'content-type': 'application/xml', 'content-length': Buffer.byteLength(body), ...headers };
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
