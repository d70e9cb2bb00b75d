/** What a controller reads about a request that was passed on to them: their link, as long as the case has its key. */
import type { Person } from '../domain/person.ts';
import type { Request } from '../domain/request.ts';
import { readToken, requestInToken } from '../domain/tokens.ts';
import { openPerson } from './casework.ts';
import { isoNow, type With } from './world.ts';

export interface PassedOnView {
  request: Request;
  passed: Request['passedOn'][number];
  /** There once they have asked to see it: programs that follow links in mails see nothing. */
  person?: Person;
}

/** What the token was mailed for; undefined if it is not genuine, or the working data are gone. */
async function viewOf(world: With<'secret'>, token: string): Promise<PassedOnView | undefined> {
  const id = requestInToken(token);
  const request = id && (await world.requests.load(id));
  if (request === undefined || request.purgedAt !== undefined) return undefined;
  const secret = await world.secret();
  const passed = request.passedOn.find(({ to }) => readToken(secret, 'passed-on', { token, scope: to }) === id);
  return passed && { request, passed };
}

/** Who asks for what; `look` shows the person's details and records that they were looked at. */
export async function readPassedOn(world: With<'secret' | 'caseKeys'>, token: string, look: boolean): Promise<PassedOnView | undefined> {
  const view = await viewOf(world, token);
  if (view === undefined || !look) return view;
  const { request, passed } = view;
  const person = openPerson(request, await world.caseKeys.open(request.id));
  const key = `looked#${passed.to}`;
  await world.requests.append(request.id, { key, type: 'looked', at: isoNow(world), data: { by: passed.to, at: 'person' } });
  return { ...view, person };
}
