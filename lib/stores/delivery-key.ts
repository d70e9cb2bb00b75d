/** Where a package's part lies in the delivery bucket. */
import type { RequestId } from '../domain/ids.ts';

export const deliveryKey = (id: RequestId, round: number, name: string): string => `${id}/${round}/${name}`;
