/** People who send one request each, confirm it once, and never ask again about what was answered. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { SeededRandom } from '../../../lib/demo/seeded-random.ts';
import { needsVerification, type Right } from '../../../lib/domain/rights.ts';
import type { RequestAnswer } from '../../../lib/web/customer/api/api-answer.ts';
import { type Laptop, linkTo } from '../laptop.ts';

export interface Somebody {
  email: string;
  rights: Right[];
  key: string;
  /** What the API answered; undefined if it never did. */
  answer?: RequestAnswer;
  /** How often the submission was cut off before its answer. */
  cutOff: number;
  /** Whether they press the button of the mailed link. */
  confirms: boolean;
  confirmed: 'not-yet' | 'answered' | 'cut-off';
}

const WISHES: Right[][] = [['access'], ['access'], ['portability'], ['erasure'], ['erasure'], ['opt-out'], ['access', 'erasure']];

/** Who they are and what they want, the same for a seed. */
export function gather(random: SeededRandom, emails: readonly string[]): Somebody[] {
  return emails.map((email) => ({
    email,
    rights: random.pick(WISHES),
    key: randomUUID(),
    cutOff: 0,
    confirms: random.chance(0.85),
    confirmed: 'not-yet',
  }));
}

/** While the laptop is down nothing listens; a request under way is cut off. */
async function whileUp<T>(act: () => Promise<T>, until: () => boolean): Promise<T | undefined> {
  while (!until()) {
    try {
      return await act();
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      await sleep(100);
    }
  }
  return undefined;
}

/** Submits; whoever got no answer tries again with the same key, whoever got one never does. */
async function submit(laptop: Laptop, person: Somebody): Promise<void> {
  const { email, rights, key } = person;
  // The right to opt out is California's.
  const body = JSON.stringify({ rights, email, residence: rights.includes('opt-out') ? 'US-CA' : 'DE' });
  for (;;) {
    try {
      const response = await fetch(`${laptop.url}/api/requests`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': key },
        body,
      });
      if (response.status === 201) {
        person.answer = (await response.json()) as RequestAnswer;
        return;
      }
      // The laptop says 503 while it starts; anything else is a fault of the product.
      if (response.status !== 503) throw new Error(`A submission was answered ${response.status}`);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      if ((error.cause as { code?: string } | undefined)?.code !== 'ECONNREFUSED') person.cutOff += 1;
    }
    await sleep(100);
  }
}

/** Presses the button of the mailed link once, whatever comes of it. */
async function confirm(laptop: Laptop, person: Somebody, over: () => boolean): Promise<void> {
  const { reference } = person.answer!;
  const mail = await whileUp(async () => {
    const [found] = await laptop.mails({ to: person.email, subject: new RegExp(`confirm.*${reference}`, 'i') }).catch(() => []);
    if (found === undefined) throw new TypeError('not there yet');
    return await laptop.mail(found.id);
  }, over);
  if (mail === undefined) return;
  const headers = { origin: laptop.url, 'content-type': 'application/x-www-form-urlencoded' };
  const response = await fetch(linkTo(mail, '/verify-address/'), { method: 'POST', redirect: 'manual', headers, body: '' }).catch(
    () => undefined,
  );
  person.confirmed = response?.status === 303 ? 'answered' : 'cut-off';
}

/** One person's part, start to end. `over` ends the waiting for a mail. */
export async function takePart(laptop: Laptop, person: Somebody, over: () => boolean): Promise<void> {
  await submit(laptop, person);
  if (person.confirms && needsVerification(person.rights)) await confirm(laptop, person, over);
}
