/** What the tests of appeals share: a company in Virginia, a request that is refused in part, and an appeal walked to its end. */
import type { Configuration } from '../../lib/domain/configuration.ts';
import type { RequestId, TaskId } from '../../lib/domain/ids.ts';
import type { Request } from '../../lib/domain/request.ts';
import type { Action, Right } from '../../lib/domain/rights.ts';
import { acknowledge } from '../../lib/steps/acknowledge.ts';
import { appealRequest } from '../../lib/steps/appeal-request.ts';
import { decideAppeal, decisionWait } from '../../lib/steps/decide-appeal.ts';
import { handToPerson } from '../../lib/steps/hand-to-person.ts';
import type { Intake } from '../../lib/steps/intake.ts';
import { type Following, planSystems } from '../../lib/steps/plan-systems.ts';
import { refuseRequest } from '../../lib/steps/refuse-request.ts';
import { company } from '../company.ts';
import { handOut, persevere, submit, untilItWaits, untilPlanned } from '../walk.ts';
import type { TestWorld } from '../world.ts';

/** Established in Virginia, so that no law but that of the residence applies. */
export const virginian = (): Configuration =>
  company({
    controller: {
      name: 'Acme Inc.',
      address: '1 Main Street, Richmond, VA 23219',
      country: 'US-VA',
      email: 'privacy@acme.example',
      zone: 'America/New_York',
    },
    laws: ['us-va', 'us-co', 'us-ca-ccpa', 'us-ut', 'eu-gdpr'],
  });

/** A ground that each of the laws of the tests knows for a deletion. */
const GROUND: Readonly<Record<string, string>> = {
  'us-va': 'manifestly_unfounded_excessive_repetitive',
  'us-co': 'manifestly_unfounded_excessive_repetitive',
  'us-ut': 'manifestly_unfounded_excessive_repetitive',
  'us-ca-ccpa': 'manifestly_unfounded_or_excessive',
  'eu-gdpr': 'manifestly_unfounded',
};

export const load = async (world: TestWorld, id: RequestId): Promise<Request> => (await world.requests.load(id))!;

/** A right refused by Rita. */
export async function refuse(world: TestWorld, request: Request, right: Right): Promise<void> {
  const grounds = request.laws.map((law) => ({ law, code: GROUND[law]! }));
  const result = await refuseRequest(world, {
    requestId: request.id,
    by: 'rita',
    items: [{ right, grounds }],
    reason: 'Asked every week since May',
  });
  if (!result.ok) throw new Error(JSON.stringify(result));
}

/** A copy and a deletion were asked for: Rita refused the deletion, the copy was handed out. */
export async function refusedDeletion(world: TestWorld, more: Partial<Intake> = {}): Promise<Request> {
  const request = await submit(world, { rights: ['access', 'erasure'], residence: 'US-VA', ...more });
  await untilPlanned(world, request);
  await refuse(world, request, 'erasure');
  await untilItWaits(world, request);
  return await load(world, request.id);
}

/** The appeal, taken in. */
export async function appeal(world: TestWorld, { id }: Pick<Request, 'id'>, words?: string): Promise<Request> {
  const appealed = await persevere(world, 'appeal-request', () => appealRequest(world, { requestId: id, words }));
  if (!appealed.ok) throw new Error(appealed.reason);
  return appealed.appeal;
}

/** Acknowledged, and waiting for its decision. */
export async function untilDecision(world: TestWorld, { id }: Pick<Request, 'id'>): Promise<TaskId> {
  await persevere(world, 'acknowledge', () => acknowledge({ requestId: id }, world));
  const stage = await persevere(world, 'plan-systems', () => planSystems({ requestId: id }, world));
  await byHand(world, id, stage);
  return decisionWait(await load(world, id));
}

/** A stage that a person does. */
export async function byHand(world: TestWorld, requestId: RequestId, { pass, round }: Pick<Following, 'pass' | 'round'>): Promise<void> {
  const scope = { requestId, system: '', pass: pass as Action, round };
  const task = { ...scope, kind: 'act' as const, scope: 'act', error: '', taskToken: `act-${pass}-${round}` };
  await persevere(world, `act-by-hand ${pass}`, () => handToPerson(task, world));
}

/** Decided by Dora, who had no part in the answer. */
export async function decide(world: TestWorld, { id }: Pick<Request, 'id'>, decision: { granted: Right[]; reason: string; by?: string }) {
  const taskId = decisionWait(await load(world, id));
  return await persevere(world, 'decide-appeal', () => decideAppeal(world, { requestId: id, taskId, by: 'dora', ...decision }));
}

/** What the machine does after the decision, until it waits or ends. */
export async function goOn(world: TestWorld, request: Pick<Request, 'id'>): Promise<Following | 'waiting'> {
  const next = await handOut(world, request.id, { pass: 'act', round: 1 });
  return await untilItWaits(world, await load(world, request.id), next);
}

/** Taken in and decided, everything that follows done. */
export async function decidedAppeal(world: TestWorld, original: Request, decision: { granted: Right[]; reason: string }): Promise<Request> {
  const taken = await appeal(world, original, 'You have the wrong person.');
  await untilDecision(world, taken);
  await decide(world, taken, decision);
  await goOn(world, taken);
  return await load(world, taken.id);
}
