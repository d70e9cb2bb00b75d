/** Opens the delivery bucket for writing. */
import { s3 } from '../stores/clients.ts';
import { openDelivery } from '../stores/delivery.ts';
import { env } from './open-world.ts';
import type { World } from './world.ts';

export function delivery(): Pick<World, 'delivery'> {
  return { delivery: openDelivery({ s3: s3(), bucket: env('DELIVERY_BUCKET') }) };
}
