/** One correction through both ports on the real steps: staff ask for it, the person finds it from the old receipt and the status page. */
import { expect, it } from 'vitest';
import { bareId } from '../../lib/domain/ids.ts';
import { makeToken } from '../../lib/domain/tokens.ts';
import { sweep } from '../../lib/steps/sweep.ts';
import { openConsolePort } from '../../lib/web/console/open-port.ts';
import { openCustomerPort } from '../../lib/web/customer/open-port.ts';
import { load, world } from '../steps/sweep-world.ts';
import { walk } from '../walk.ts';
import { DAY, HOUR, SECRET } from '../world.ts';

const STAFF = { sub: 'renate', name: 'Renate', roles: ['reviewer' as const] };
const staffPort = () => openConsolePort(world.reopen());
const personPort = () => openCustomerPort({ ...world.reopen(), secretBytes: SECRET });

const WORDS = { text: 'We hold two orders of yours.', reason: 'An order was missing.' };

it('is shown to staff with its words, asked once, and leads from the old receipt to the new one', async () => {
  const { id, receipts } = await walk(world);
  const wrong = receipts.at(-1)!.receiptId;
  const told = (await staffPort().receipt(id, wrong))!;
  expect(told).toMatchObject({ id: wrong, lang: 'en', jws: (await world.receipts.ofCase(id)).at(-1)!.jws });
  expect(told.text).toMatch(/download/);
  expect(await staffPort().receipt(id, 'rcp_x')).toBeUndefined();
  expect(await staffPort().correct({ id, receiptId: wrong, ...WORDS, by: STAFF })).toEqual({ ok: true });
  expect(await personPort().receipt(wrong)).not.toHaveProperty('supersededBy');
  world.pass(HOUR);
  await sweep({}, world);
  const newer = (await load(id)).receipts.at(-1)!;
  const { issuedAt } = (await world.receipts.ofCase(id)).at(-1)!;
  expect((await personPort().receipt(wrong))!.supersededBy).toEqual({ id: bareId(newer.receiptId), issuedAt });
  const view = (await personPort().receipt(newer.receiptId))!;
  expect(view).not.toHaveProperty('supersededBy');
  expect(view.payload).toMatchObject({ kind: 'correction', supersedes: { id: bareId(wrong) }, reason: WORDS.reason });
  const { request } = (await personPort().open(makeToken(SECRET, 'person', { id })))!;
  expect(request.receipts.at(-1)).toMatchObject({ kind: 'correction', supersedes: wrong });
});

it('is refused once the case is purged, and its receipts can still be read by staff', async () => {
  const { id, receipts } = await walk(world);
  world.pass(40 * DAY);
  await sweep({}, world);
  const [first] = receipts;
  expect(await staffPort().correct({ id, receiptId: first!.receiptId, ...WORDS, by: STAFF })).toEqual({ ok: false, reason: 'purged' });
  expect(await staffPort().receipt(id, first!.receiptId)).toBeDefined();
});
