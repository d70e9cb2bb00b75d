/** Presigned links to finished packages: the one place that may read the delivery bucket. */
import { GetObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';

/** Seconds a link lives: long enough to begin, renewed by clicking again; a running transfer is not cut off. */
export const LINK_SECONDS = 15 * 60;

/** A URL for one object that makes a browser save it under the name. */
export async function presignDownload({ s3, bucket }: { s3: S3Client; bucket: string }, key: string, filename: string): Promise<string> {
  const command = new GetObjectCommand({
    Bucket: bucket,
    Key: key,
    ResponseContentDisposition: `attachment; filename="${filename}"`,
    ResponseContentType: 'application/zip',
  });
  return await getSignedUrl(s3, command, { expiresIn: LINK_SECONDS });
}
