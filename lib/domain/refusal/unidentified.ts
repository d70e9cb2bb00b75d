/** Nobody knows who asks: which grounds say so, and where each law allows to refuse for it. */
import { fullCite, type Law } from '../law/law.ts';
import { lawsOf } from '../law/choose-laws.ts';
import { grants } from '../law/laws.ts';
import type { Request } from '../request.ts';
import type { Ground } from '../request-events.ts';
import type { Right } from '../rights.ts';
import { citationOf, exemptionsFor } from './grounds.ts';

/** The ground of a request that was never confirmed. */
const SILENCE = 'justifications:IdentityVerificationFailure';

const CODES: ReadonlySet<string> = new Set([SILENCE, 'not_identifiable', 'unverified', 'unauthenticated']);

/** True if the ground is that nobody knows who asks. */
export function isUnidentified({ code }: Pick<Ground, 'code'>): boolean {
  return CODES.has(code);
}

/** The rights that were refused for this reason alone. */
export function unidentifiedRights(rights: readonly Right[], grounds: readonly { code: string; right?: Right | undefined }[]): Right[] {
  return rights.filter((right) => {
    const own = grounds.filter((ground) => (ground.right ?? right) === right);
    return own.length > 0 && own.every(isUnidentified);
  });
}

/** Specific pieces are what a copy is about: California asks for more certainty there than for categories. */
const VERIFIED_AS: Partial<Record<Right, string>> = { access: 'access-specific-pieces', portability: 'access-specific-pieces' };

/** Where the law says how surely the person must be known for the right, or that nobody unknown need be answered. */
function articleFor(law: Law, right: Right): string {
  const rule = law.verification?.find(({ request }) => request === (VERIFIED_AS[right] ?? right));
  if (rule !== undefined) return fullCite(law, rule.cite);
  const exemption = exemptionsFor(law, right).find(isUnidentified);
  return exemption === undefined ? law.citation : citationOf(law, exemption);
}

/**
 * The ground under every law that gives one of the rights: "the controller ... is not in a position to identify the data
 * subject" (Art. 12(2) GDPR), or the law as a whole where no place for it is known.
 */
export function silenceGrounds(
  request: Pick<Request, 'laws' | 'receivedOn'>,
  { rights, text }: { rights: readonly Right[]; text: string },
): Ground[] {
  const giving = lawsOf(request).flatMap((law) => {
    const right = rights.find((one) => grants(law, one, request.receivedOn));
    return right === undefined ? [] : [{ law, right }];
  });
  return giving.map(({ law, right }) => ({ code: SILENCE, law: articleFor(law, right), text, under: law.id }));
}
