/** Opens the delivery bucket for links to read it by. */
import { s3 } from '../stores/clients.ts';
import { presignDownload } from '../stores/download.ts';
import type { FetchWorld } from './fetch-package.ts';
import { env } from './open-world.ts';

export function presign(): Pick<FetchWorld, 'presign'> {
  return { presign: (key, filename) => presignDownload({ s3: s3(), bucket: env('DELIVERY_BUCKET') }, key, filename) };
}
