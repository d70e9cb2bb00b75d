/** review-and-redact: a person looks at data about others before they go out, or decides that they stay withheld. */
import type { RequestId } from '../domain/ids.ts';
import { caseOf } from './casework.ts';
import { withheldColumns } from './record-wave.ts';
import { openWait, waitId } from './waiting.ts';
import { isoNow, type With } from './world.ts';

/** Opens the review; `decideReview` in the console ends it. */
export async function reviewAndRedact(
  { requestId, round, taskToken }: { requestId: RequestId; round: number; taskToken: string },
  world: With<'machine'>,
): Promise<void> {
  const { request, systems } = await caseOf(world, requestId);
  const scope = `review#${round}`;
  const withheld = withheldColumns(
    world.configuration,
    systems.filter((item) => item.pass === 'export' && item.round === round),
  );
  await world.requests.append(requestId, {
    key: `review-asked#${round}`,
    type: 'review-asked',
    at: isoNow(world),
    data: { taskId: waitId(request, 'review', scope), withheld },
  });
  await openWait(world, request, { requestId, kind: 'review', scope, token: taskToken, pass: 'export', round });
}
