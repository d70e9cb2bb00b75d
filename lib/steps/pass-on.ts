/** Passes on what the company holds for others only, and says so: part of the step `acknowledge`, which may send mail. */
import { fullCite } from '../domain/law/law.ts';
import { lawsOf } from '../domain/law/choose-laws.ts';
import { answererOf, type Handover, handoversOf, heldNames } from '../domain/passing-on.ts';
import { NOT_CONTROLLER } from '../domain/refusal/without-exemption.ts';
import type { Request } from '../domain/request.ts';
import { makeToken } from '../domain/tokens.ts';
import { factsOf } from '../mail/letters/letters.ts';
import { passOnLettersIn } from '../mail/letters/pass-on-letters.ts';
import { passedOnSentences } from '../receipts/passed-on.ts';
import { isoNow, type With } from './world.ts';

export type PassOnWorld = With<'caseKeys' | 'postOffice' | 'secret'>;

/** The controller's own link: the token is good for what was passed on to them, as long as the case has its key. */
async function linkFor(world: PassOnWorld, { id }: Request, { to }: Handover): Promise<string> {
  return `${world.baseUrl}/passed-on/${makeToken(await world.secret(), 'passed-on', { id, scope: to.name })}`;
}

async function handOver(world: PassOnWorld, request: Request, handover: Handover): Promise<Request> {
  const { configuration } = world;
  const { to, systems } = handover;
  const lang = configuration.languages[0]!;
  const url = await linkFor(world, request, handover);
  const held = heldNames(configuration, { brand: request.brand, held: systems, lang });
  const mailId = await world.postOffice.send({
    requestId: request.id,
    fact: `passed-on#${to.name}`,
    caseKey: await world.caseKeys.open(request.id),
    compose: async () => ({
      letter: passOnLettersIn(lang).toController({ ...factsOf(request, { configuration, statusUrl: url }), held, url }),
      lang,
      to: { email: to.email },
    }),
  });
  const data = { to: to.name, contact: to.email, systems, mailId };
  const key = `passed-on#${to.name}`;
  return (await world.requests.append(request.id, { key, type: 'passed-on', at: isoNow(world), data })).request;
}

/** The articles by which a controller answers, not who works for it. */
function articles(request: Request): string {
  const own = lawsOf(request).map((law) => (law.id === 'eu-gdpr' || law.id === 'uk-gdpr' ? fullCite(law, 'Art. 28(3)(e)') : law.citation));
  return own.join('; ');
}

/** All of it is somebody else's to answer: told by a denial that names them. */
async function endHere(world: PassOnWorld, request: Request): Promise<Request> {
  const [text = ''] = passedOnSentences(request, world.configuration);
  const data = {
    by: 'law',
    grounds: [{ code: NOT_CONTROLLER, law: articles(request), text }],
    scope: 'full' as const,
    rights: request.rights,
  };
  return (await world.requests.append(request.id, { key: 'refused#passed-on', type: 'refused', at: isoNow(world), data })).request;
}

/**
 * Passes a request on to every controller the company works for, each once however often the step runs, and returns it as it
 * stands then.
 */
export async function passOn(world: PassOnWorld, request: Request): Promise<Request> {
  const handovers = handoversOf(world.configuration, request).filter(({ to }) => request.passedOn.every((done) => done.to !== to.name));
  let passed = request;
  for (const handover of handovers) passed = await handOver(world, request, handover);
  return answererOf(world.configuration, request) === undefined ? passed : await endHere(world, passed);
}
