/** What people meet first: the form answers by HTTPS, staff can sign in, and this machine's clock is right. */
import { check, expected, type Finding, missing, ok, unknown } from './finding.ts';
import type { Deployment } from './read-deployment.ts';
import type { DoctorWorld } from './world.ts';

/** AWS refuses signatures that are more than five minutes off. */
const SKEW_MINUTES = 5;

/** The laptop's own pages: no HTTPS, no mail that leaves it, no domain. */
export const isLaptop = (address: string): boolean => /^http:\/\/(127\.0\.0\.1|localhost)(:|\/|$)/.test(address);

/** The answer, or why there is none: `ENOTFOUND` where the name is in no DNS. */
async function answerOf({ fetch }: DoctorWorld, url: string): Promise<Response | string> {
  try {
    return await fetch(url);
  } catch (error) {
    const { name, cause } = error as { name: string; cause?: { code?: string } };
    return cause?.code ?? name;
  }
}

function clock(answer: Response, now: number): Finding {
  const there = Date.parse(answer.headers.get('date') ?? '');
  if (Number.isNaN(there)) return unknown('clock of this machine', 'the pages told no time');
  const minutes = Math.abs(now - there) / 60_000;
  const off = minutes < 1 ? 'right to the minute' : `${Math.round(minutes)} minutes off`;
  return expected(minutes < SKEW_MINUTES, `clock of this machine: ${off}`, 'set it: AWS refuses signatures more than five minutes off');
}

const form = (world: DoctorWorld, address: string): Promise<Finding[]> =>
  check(`form at ${address}`, async () => {
    if (!address.startsWith('https://') && !isLaptop(address))
      return missing(`form at ${address}: not by HTTPS`, 'set domain and certificate, or baseUrl to an origin with HTTPS');
    const answer = await answerOf(world, `${address}/request/rights`);
    if (typeof answer === 'string')
      return missing(`form at ${address}: no answer (${answer})`, 'set its DNS record to the output DomainRecord; look at its certificate');
    const shown = answer.ok && (await answer.text()).includes('<form');
    return [
      expected(
        shown,
        `form at ${address}: ${shown ? 'shown' : `answers ${answer.status} without a form`}`,
        'look at the log of the function "web"',
      ),
      clock(answer, world.now()),
    ];
  });

const signIn = (world: DoctorWorld, issuer: string): Promise<Finding[]> =>
  check(`staff sign-in at ${issuer}`, async () => {
    const answer = await answerOf(world, `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`);
    if (typeof answer === 'string')
      return missing(`staff sign-in at ${issuer}: no answer (${answer})`, 'set staffIssuer to the address of your provider');
    const told = answer.ok ? ((await answer.json()) as { issuer?: string }).issuer : undefined;
    if (told === issuer) return ok(`staff sign-in at ${issuer}: answers`);
    return missing(
      `staff sign-in at ${issuer}: ${told === undefined ? `answers ${answer.status}` : 'names another issuer'}`,
      'set staffIssuer exactly as the provider writes its issuer',
    );
  });

/** Checks the pages. */
export async function checkPages(world: DoctorWorld, { address, staffIssuer }: Deployment): Promise<Finding[]> {
  return (await Promise.all([form(world, address), signIn(world, staffIssuer)])).flat();
}
