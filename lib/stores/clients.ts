/** The SDK's clients, one each per sandbox, made when first needed. */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { KMSClient } from '@aws-sdk/client-kms';
import { S3Client } from '@aws-sdk/client-s3';
import { SESClient } from '@aws-sdk/client-ses';
import { SFNClient } from '@aws-sdk/client-sfn';
import { SSMClient } from '@aws-sdk/client-ssm';

/** Calls `make` once. */
export function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

export const dynamodb = /* @__PURE__ */ once(() => new DynamoDBClient({}));
export const kms = /* @__PURE__ */ once(() => new KMSClient({}));
export const s3 = /* @__PURE__ */ once(() => new S3Client({}));
export const ses = /* @__PURE__ */ once(() => new SESClient({}));
export const sfn = /* @__PURE__ */ once(() => new SFNClient({}));
export const ssm = /* @__PURE__ */ once(() => new SSMClient({}));
