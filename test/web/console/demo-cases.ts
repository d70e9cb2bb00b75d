/** Cases in every state a staff page must show, for tests that look at all pages. */
import { newId, type ReceiptId, type TaskId } from '../../../lib/domain/ids.ts';
import type { Request } from '../../../lib/domain/request.ts';
import type { Happened, World } from './world.ts';

export interface DemoCases {
  waiting: Request;
  failed: Request;
  review: Request;
  act: Request;
  parked: Request;
  mail: Request;
  late: Request;
  asked: Request;
  closed: Request;
  /** Answered, with a receipt that was corrected, its correction, and one that is being corrected. */
  corrected: Request;
  californian: Request;
  /** Under the law of the person's home and that of the company's. */
  both: Request;
}

/** A task and the event that opens it. */
export function opened(
  kind: 'system-failed' | 'review' | 'act' | 'mail-failed' | 'late-choice',
  more: { system?: string; code?: string } = {},
): Happened & { type: 'task-opened' } {
  const taskId: TaskId = newId('task', 1_794_000_000_000);
  return { type: 'task-opened', data: { taskId, kind, ...more }, hoursAgo: 20 };
}

const verified: Happened[] = [
  { type: 'acknowledged', data: { receiptId: newId('rcp', 1_794_000_000_000), mailId: 'm-1' }, hoursAgo: 399 },
  { type: 'verification-asked', data: { round: 1, mailId: 'm-2' }, hoursAgo: 399 },
  { type: 'verified', data: { method: 'code' }, hoursAgo: 390 },
];

const planned: Happened[] = [
  ...verified,
  { type: 'assessed', data: { decision: 'proceed', duplicates: [], grounds: [], notes: [] }, hoursAgo: 389 },
  { type: 'planned', data: { waves: [['shop'], ['crm']], passes: ['export', 'erase'] }, hoursAgo: 389 },
];

/** Receipts of which the first was corrected, and the last is going to be. */
function corrected(): Happened[] {
  const [wrong, right, late] = [1, 2, 3].map((n) => newId('rcp', 1_794_000_000_000 + n)) as [ReceiptId, ReceiptId, ReceiptId];
  const asked = { by: 'staff-reviewer', text: 'Wir haben nichts gelöscht.', reason: 'Ein Name war verwechselt.' };
  return [
    { type: 'receipt-issued', data: { receiptId: wrong, kind: 'request', interim: false }, hoursAgo: 398 },
    { type: 'correction-asked', data: { receiptId: wrong, ...asked }, hoursAgo: 300 },
    { type: 'receipt-issued', data: { receiptId: right, kind: 'correction', interim: false, supersedes: wrong }, hoursAgo: 299 },
    { type: 'receipt-issued', data: { receiptId: late, kind: 'fulfilment', interim: false }, hoursAgo: 20 },
    { type: 'correction-asked', data: { receiptId: late, ...asked }, hoursAgo: 1 },
  ];
}

const at = '2026-11-20T08:00:00Z';

/** Adds one case per kind of page to the world. */
export function addDemoCases(world: World): DemoCases {
  const reviewTask = opened('review');
  return {
    parked: world.add({
      dueOn: '2026-11-18',
      received: { receivedAt: '2026-10-18T09:30:00Z', rights: ['access', 'erasure'], residence: 'DE-BE' },
      since: [...planned, { type: 'parked', data: { step: 'package-response', error: 'invariant' }, hoursAgo: 30 }],
    }),
    failed: world.add({
      dueOn: '2026-11-20',
      received: { receivedAt: '2026-10-20T09:30:00Z', rights: ['access', 'erasure'], lang: 'de', residence: 'DE' },
      since: [...planned, opened('system-failed', { system: 'crm', code: 'system-credentials' })],
      parts: {
        progress: [
          { system: 'shop', pass: 'export', phase: 'done', attempts: 1, found: 214, outcome: 'exported', at },
          { system: 'crm', pass: 'export', phase: 'find', attempts: 5, lastError: 'system-credentials', at },
          { system: 'shop', pass: 'erase', phase: 'verify', attempts: 1, found: 214, at },
        ],
        mails: [
          { mailId: 'm-1', kind: 'acknowledgement', claimedAt: '2026-11-02T09:31:00Z', sentAt: '2026-11-02T09:31:01Z' },
          { mailId: 'm-2', kind: 'verification', claimedAt: '2026-11-02T09:31:10Z' },
        ],
      },
    }),
    review: world.add({
      dueOn: '2026-11-24',
      since: [
        ...planned,
        reviewTask,
        {
          type: 'review-asked',
          data: { taskId: reviewTask.data.taskId, withheld: [{ system: 'shop', dataset: 'messages', column: 'author' }] },
          hoursAgo: 19,
        },
      ],
      parts: {
        withheld: [
          { system: 'shop', dataset: 'messages', column: 'author', rows: 12, samples: ['Jon Fischer', '<script>alert(1)</script>'] },
          { system: 'crm', dataset: 'notes', column: 'colleague', rows: 1, samples: [] },
        ],
      },
    }),
    act: world.add({ dueOn: '2026-11-25', received: { rights: ['rectification'] }, since: [...verified, opened('act')] }),
    mail: world.add({ dueOn: '2026-12-01', since: [...planned, opened('mail-failed')] }),
    late: world.add({
      dueOn: '2026-12-02',
      received: { receivedAt: '2026-11-02T09:30:00Z' },
      since: [
        ...planned,
        opened('system-failed', { system: 'crm', code: 'system-timeout' }),
        opened('late-choice'),
        { type: 'choice-asked', data: { systems: ['crm'] } },
      ],
    }),
    asked: world.add({
      dueOn: '2026-12-07',
      since: [
        ...planned,
        { type: 'question-written', data: { number: 1, about: 'identity', by: 'staff-reviewer', sealed: 'SEALED-QUESTION' }, hoursAgo: 60 },
        {
          type: 'asked',
          data: { number: 1, about: 'identity', by: 'staff-reviewer', mailId: 'm-3', sealed: 'SEALED-QUESTION' },
          hoursAgo: 59,
        },
      ],
    }),
    waiting: world.add({ dueOn: '2026-12-18', since: verified.slice(0, 2) }),
    californian: world.add({
      dueOn: '2027-01-04',
      received: { law: 'us-ca-ccpa', rights: ['opt-out-of-sale'], residence: 'US-CA' },
      since: verified,
    }),
    both: world.add({
      dueOn: '2026-12-18',
      received: { laws: ['eu-gdpr', 'us-ca-ccpa', 'ca-pipeda'], rights: ['access', 'erasure'], residence: 'US-CA' },
      since: planned,
    }),
    corrected: world.add({
      dueOn: '2026-12-01',
      received: { lang: 'de' },
      since: [...planned, ...corrected(), { type: 'closed', data: { outcome: 'answered' } }],
    }),
    closed: world.add({ dueOn: '2026-12-01', since: [...planned, { type: 'closed', data: { outcome: 'answered' } }] }),
  };
}
