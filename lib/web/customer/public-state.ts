/** How much of a request's state each reader may see: whoever sent the form learns nothing about what was found. */
import type { EventType, ReceiptKind, RequestEvent } from '../../domain/request-events.ts';
import type { Request, RequestState } from '../../domain/request.ts';
import type { Access } from './port.ts';

/** What a submitter sees of the history: that things happen, not what came out. */
const FOR_SUBMITTERS: ReadonlySet<EventType> = new Set<EventType>([
  'received',
  'acknowledged',
  'verification-asked',
  'reminded',
  'verified',
  'verification-expired',
  'asked',
  'answered',
  'wrote',
  'extended',
  'delivered',
  'withdrawn',
  'closed',
  'purged',
]);

/** Inner workings that tell a person nothing, or the same as another entry. */
const FOR_NOBODY: ReadonlySet<EventType> = new Set<EventType>([
  'assessed',
  'task-opened',
  'task-done',
  'mail-bounced',
  'parked',
  'resumed',
  'choice-made',
]);

/**
 * A review means that data of others was found, and a refusal after the check of the address that there was something to
 * refuse: to a submitter both look like any other request.
 */
export function visibleState(request: Request, access: Access): RequestState {
  const { state } = request;
  if (access === 'person') return state;
  if (state === 'in-review') return 'in-progress';
  return state === 'denied' && request.verifiedAt !== undefined ? 'answered' : state;
}

/** Reminders to staff concern nobody else, and of a question only its reader knows. */
function isTheirs(event: RequestEvent, access: Access): boolean {
  if (event.type !== 'reminded') return true;
  const { what, to } = event.data;
  return to === undefined && (what === 'verification' || access === 'person');
}

/** The events the reader may see, in order. */
export function visibleEvents(events: readonly RequestEvent[], access: Access): RequestEvent[] {
  return events
    .filter((event) => isTheirs(event, access))
    .filter(({ type }) => !FOR_NOBODY.has(type) && (access === 'person' || FOR_SUBMITTERS.has(type)));
}

/**
 * The receipts the reader may see: a submitter only that of their own request, and that it ended by their own act. How another one
 * ended tells what was found.
 */
export function visibleReceipts({ receipts, state }: Request, access: Access): Request['receipts'] {
  const theirs: readonly ReceiptKind[] = state === 'withdrawn' ? ['request', 'closure'] : ['request'];
  return receipts.filter(({ kind }) => access === 'person' || theirs.includes(kind));
}
