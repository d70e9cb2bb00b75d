/** reissue-link: mails a new download link to the person's address, as long as the package is there. */
import type { RequestId } from '../domain/ids.ts';
import { lastDelivery } from '../domain/request.ts';
import { requestCan } from '../domain/request-can.ts';
import { factsOf, lettersIn } from '../mail/letters/letters.ts';
import { unlessUnderWay } from '../mail/unless-under-way.ts';
import { within } from '../stores/rates.ts';
import { linkTo, openPerson } from './casework.ts';
import { lookSoon } from './waiting.ts';
import type { With } from './world.ts';

/** Mails per day: enough for a lost mail, too few for a flood. */
const MOST_PER_DAY = 5;
const DAY_SECONDS = 24 * 3600;

/** Sends it; false if there is nothing to download any more or too many were asked for. */
export async function reissueLink(world: With<'caseKeys' | 'postOffice' | 'secret'>, requestId: RequestId): Promise<boolean> {
  const record = await world.requests.loadCase(requestId);
  const delivery = record && lastDelivery(record.request, 'export');
  if (!record || delivery?.until === undefined || !requestCan(record.request, 'reissue-link').ok) return false;
  const limit = { bucket: `reissue#${requestId}`, windowSeconds: DAY_SECONDS, most: MOST_PER_DAY };
  if (!(await within(world.requests.table, limit, world.now()))) return false;
  const { request, mails } = record;
  const caseKey = await world.caseKeys.open(requestId);
  const statusUrl = await linkTo(world, requestId, 'person');
  const downloadUrl = await linkTo(world, requestId, 'download');
  await lookSoon(world, requestId);
  const sending = world.postOffice.send({
    requestId,
    fact: `new-link#${mails.filter(({ kind }) => kind.startsWith('new-link')).length + 1}`,
    caseKey,
    compose: async () => ({
      letter: lettersIn(request.lang).newLink({
        ...factsOf(request, { configuration: world.configuration, statusUrl }),
        downloadUrl,
        untilOn: delivery.until!,
      }),
      lang: request.lang,
      to: openPerson(request, caseKey),
    }),
  });
  await unlessUnderWay(sending);
  return true;
}
