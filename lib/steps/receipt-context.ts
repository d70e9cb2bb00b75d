/** What every receipt of a request is built from. */
import type { Request } from '../domain/request.ts';
import type { ReceiptContext } from '../receipts/build-frame.ts';
import { subjectRef } from '../receipts/subject.ts';
import type { World } from './world.ts';

/** The context; the person appears in it only as a keyed hash under the salt of this request. */
export function receiptContext(
  world: Pick<World, 'configuration' | 'baseUrl'>,
  { request, salt, email }: { request: Request; salt: Uint8Array; email: string },
): ReceiptContext {
  return { request, configuration: world.configuration, baseUrl: world.baseUrl, subjectRef: subjectRef(salt, email) };
}
