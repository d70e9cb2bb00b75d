/** give-address: staff found out where a person can be written to. */
import type { RequestId } from '../domain/ids.ts';
import { ADDRESS_LABEL, type NewAddress, openPerson } from './casework.ts';
import { isoNow, type With } from './world.ts';

/** Records an address in place of the one before; what else is known of the person stays. Of two at the same time the slower one counts. False if the details were purged. */
export async function giveAddress(
  world: With<'caseKeys'>,
  { requestId, by, address }: { requestId: RequestId; by: string; address: NewAddress },
): Promise<boolean> {
  const record = await world.requests.loadCase(requestId);
  if (record === undefined || record.request.purgedAt !== undefined) return false;
  const caseKey = await world.caseKeys.open(requestId);
  const { name, email, address: lines } = openPerson(record.request, caseKey);
  const known = {
    ...(name !== undefined && { name }),
    ...(email !== undefined && { email }),
    ...(lines !== undefined && { address: lines }),
  };
  const sealed = caseKey.seal(Buffer.from(JSON.stringify({ ...known, ...address })), ADDRESS_LABEL).toString('base64');
  const key = `address-given#${record.events.filter(({ type }) => type === 'address-given').length + 1}`;
  const data = { by, sealed };
  const { existed } = await world.requests.append(requestId, { key, type: 'address-given', at: isoNow(world), data });
  return existed ? await giveAddress(world, { requestId, by, address }) : true;
}
