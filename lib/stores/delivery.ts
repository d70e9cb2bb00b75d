/** The delivery bucket: finished packages only, streamed in and purged; reading them is `download.ts`. */
import type { Readable } from 'node:stream';
import type { S3Client } from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';

const PART_BYTES = 8 * 1024 * 1024;

export interface Delivery {
  /** Streams a package part with bounded memory: two parts of 8 MiB in flight. Replaces an earlier attempt. */
  upload(key: string, stream: Readable): Promise<void>;
}

export function openDelivery({ s3, bucket }: { s3: S3Client; bucket: string }): Delivery {
  return {
    async upload(key, stream) {
      const upload = new Upload({
        client: s3,
        params: { Bucket: bucket, Key: key, Body: stream, ContentType: 'application/zip' },
        partSize: PART_BYTES,
        queueSize: 2,
      });
      await upload.done();
    },
  };
}
