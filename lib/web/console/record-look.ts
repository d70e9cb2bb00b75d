/** Who looked at personal details is part of the request's own history. */
import { createHash } from 'node:crypto';
import type { RequestId } from '../../domain/ids.ts';
import type { EventData } from '../../domain/request-events.ts';
import { isoNow, type With } from '../../steps/world.ts';
import type { Staff } from './port.ts';

/** Recorded before anything is shown; once an hour for each member of staff and each thing. */
export async function recordLook(world: With<never>, id: RequestId, look: { by: Staff; at: EventData['looked']['at'] }): Promise<void> {
  const hour = isoNow(world).slice(0, 13);
  const by = look.by.sub;
  const key = `looked#${look.at}#${createHash('sha256').update(by).digest('hex').slice(0, 8)}#${hour}`;
  await world.requests.append(id, { key, type: 'looked', at: isoNow(world), data: { by, at: look.at } });
}
