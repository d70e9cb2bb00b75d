/** What every receipt of a request is built from. */
import { contactOf } from '../domain/person.ts';
import type { Request } from '../domain/request.ts';
import type { ReceiptContext } from '../receipts/build-frame.ts';
import { subjectRef } from '../receipts/subject.ts';
import type { CaseKey } from '../stores/case-keys.ts';
import { openAsker } from './casework.ts';
import type { World } from './world.ts';

/** The context; the person appears in it only as a keyed hash under the salt of this request. */
export function receiptContext(
  world: Pick<World, 'configuration' | 'baseUrl'>,
  { request, caseKey }: { request: Request; caseKey: CaseKey },
): ReceiptContext {
  // Whoever left no address at all is nobody but the sender of this one request.
  const contact = contactOf(openAsker(request, caseKey)) ?? request.id;
  return { request, configuration: world.configuration, baseUrl: world.baseUrl, subjectRef: subjectRef(caseKey.salt, contact) };
}
