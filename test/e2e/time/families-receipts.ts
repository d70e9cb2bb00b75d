/** What a receipt says is what happened: its payload against the events of its request. */
import { expect } from 'vitest';
import type { EventOf, EventType, RequestEvent } from '../../../lib/domain/request-events.ts';
import { justified, ownCode } from '../../../lib/receipts/justify.ts';
import type { ReceiptPayload } from '../../../lib/receipts/payload.ts';

interface Told {
  events: readonly RequestEvent[];
  reference: string;
}

type KindOf<K extends ReceiptPayload['kind']> = Extract<ReceiptPayload, { kind: K }>;

function all<T extends EventType>(events: readonly RequestEvent[], type: T): EventOf<T>[] {
  return events.flatMap((event) => (event.type === type ? [event as EventOf<T>] : []));
}

function acknowledged({ clock }: KindOf<'request'>, events: readonly RequestEvent[]): void {
  const [{ data }] = all(events, 'received') as [EventOf<'received'>];
  const { startsAt, dueOn, tooLateAt, laws } = clock;
  expect({ startsAt, dueOn, tooLateAt, laws }).toEqual({
    startsAt: data.receivedAt,
    dueOn: data.dueOn,
    tooLateAt: data.tooLateAt,
    laws: data.laws,
  });
}

function extended({ clock }: KindOf<'extension'>, events: readonly RequestEvent[]): void {
  const [{ data }] = all(events, 'extended') as [EventOf<'extended'>];
  const { to, tooLateAt, reasons } = clock;
  expect({ to, tooLateAt, reasons }).toEqual({
    to: data.dueOn,
    tooLateAt: data.tooLateAt,
    reasons: [{ ...justified(data.ground), text: data.reason }],
  });
}

function denied(receipt: KindOf<'denial'>, events: readonly RequestEvent[]): void {
  const [decision] = all(events, 'appeal-decided');
  if (decision !== undefined) {
    const { rights: granted, stands, reason } = decision.data;
    expect(receipt.appeal?.decision).toEqual({ granted, stands, reason });
    return;
  }
  const refusals = all(events, 'refused').filter(({ data }) => data.rights !== undefined);
  const refusal = refusals.find(({ data }) => data.rights!.join() === (receipt.rights ?? []).join());
  expect(receipt.grounds.map((ground) => ({ code: ownCode(ground), law: ground.law }))).toEqual(
    refusal?.data.grounds.map(({ code, law }) => ({ code, law })),
  );
  expect(receipt.scope).toBe(refusal?.data.scope);
}

/** Each system's outcome as the wave recorded it last. */
function answered(receipt: KindOf<'fulfilment' | 'deletion'>, events: readonly RequestEvent[]): void {
  const pass = receipt.kind === 'deletion' ? 'erase' : 'export';
  const waves = all(events, 'wave-done').filter(({ data }) => data.pass === pass);
  const outcomes = new Map(waves.flatMap(({ data }) => data.outcomes.map((one) => [one.system, one] as const)));
  for (const { id, outcome, records } of receipt.systems) {
    expect({ id, outcome, records }).toEqual({ id, outcome: outcomes.get(id)?.outcome, records: outcomes.get(id)?.found });
  }
  const packaged = all(events, 'packaged').at(-1)?.data;
  if (receipt.kind === 'fulfilment' && receipt.package !== undefined) {
    const { files, manifestSha256, parts } = receipt.package;
    expect({ files, manifestSha256, parts }).toEqual({
      files: packaged?.files,
      manifestSha256: packaged?.manifestSha256,
      parts: packaged?.parts,
    });
  }
}

/** The common fields and those of its kind. */
export function expectAgreement(receipt: ReceiptPayload, { events, reference }: Told): void {
  if (receipt.kind === 'consent') expect.fail('a request has no receipt of a consent');
  const [first] = events as [EventOf<'received'>, ...RequestEvent[]];
  const issued = all(events, 'receipt-issued').filter(({ data }) => data.receiptId === `rcp_${receipt.id}`);
  expect(issued.map(({ data }) => data.kind)).toEqual([receipt.kind]);
  expect(receipt.issuedAt <= issued[0]!.at).toBe(true);
  const { ref, receivedAt, law } = receipt.request;
  expect({ ref, receivedAt, laws: first.data.laws.includes(law) }).toEqual({
    ref: reference,
    receivedAt: first.data.receivedAt,
    laws: true,
  });
  if (receipt.kind === 'request') acknowledged(receipt, events);
  else if (receipt.kind === 'extension') extended(receipt, events);
  else if (receipt.kind === 'denial') denied(receipt, events);
  else if (receipt.kind === 'fulfilment' || receipt.kind === 'deletion') answered(receipt, events);
}
