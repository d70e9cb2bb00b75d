/** The whole examination of a deployment, and how it reads on a terminal. */
import { checkInbound, checkMail, type Inbound } from './check-mail.ts';
import { checkPages, isLaptop } from './check-pages.ts';
import { checkParts } from './check-parts.ts';
import type { Finding, State } from './finding.ts';
import { type Deployment, readDeployment } from './read-deployment.ts';
import type { DoctorWorld } from './world.ts';

export interface Examination {
  /** Prefix of the deployment's parameters. */
  parameters: string;
  /** Another address than the mailbox of the deployment. */
  inbound?: Inbound;
}

/** What is received: what was asked about, or what the stack was made for. */
function received({ inbound, region, address }: Deployment): Inbound | undefined {
  return inbound && { address: inbound.mailbox, ruleSet: inbound.ruleSet, region, laptop: isLaptop(address) };
}

/** Looks at everything; nothing is changed. */
export async function examine(world: DoctorWorld, { parameters, inbound }: Examination): Promise<Finding[]> {
  const { finding, deployment } = await readDeployment(world, parameters);
  if (deployment === undefined) return [finding];
  const receiving = inbound ?? received(deployment);
  const groups = await Promise.all([
    checkPages(world, deployment),
    checkMail(world, deployment),
    receiving === undefined ? [] : checkInbound(world, receiving),
    checkParts(world, deployment),
  ]);
  return [finding, ...groups.flat()];
}

const WORDS: Record<State, string> = { ok: 'ok', missing: 'missing', unknown: 'could not check' };
const INDENT = Math.max(...Object.values(WORDS).map(({ length }) => length)) + 2;

/** A line each, what to do below it, and the sum. */
export function report(findings: readonly Finding[]): string {
  const lines = findings.flatMap(({ state, what, todo }) => [
    `${WORDS[state].padEnd(INDENT)}${what}`,
    ...(todo === undefined ? [] : [`${' '.repeat(INDENT)}  -> ${todo}`]),
  ]);
  const count = (state: State): number => findings.filter((finding) => finding.state === state).length;
  return [...lines, '', `${count('ok')} ok, ${count('missing')} missing, ${count('unknown')} could not be checked`].join('\n');
}
