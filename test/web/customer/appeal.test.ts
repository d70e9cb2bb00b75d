/** The pages of an appeal on the real stores: from the page of the refused request to the page of the appeal, and back. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bareId } from '../../../lib/domain/ids.ts';
import type { Request } from '../../../lib/domain/request.ts';
import { makeToken } from '../../../lib/domain/tokens.ts';
import { createCustomerApp } from '../../../lib/web/customer/app.ts';
import { openCustomerPort } from '../../../lib/web/customer/open-port.ts';
import { appeal, decidedAppeal, load, refusedDeletion, virginian } from '../../steps/appeal-story.ts';
import { openPerson } from '../../../lib/steps/casework.ts';
import { openWorlds, SECRET, type TestWorld, type Worlds } from '../../world.ts';
import { get, headingOf, post } from './browse.ts';

let worlds: Worlds;
let world: TestWorld;
let app: ReturnType<typeof createCustomerApp>;
beforeAll(async () => {
  worlds = await openWorlds();
});
afterAll(async () => worlds.close());
beforeEach(async () => {
  world = await worlds.open(virginian());
  app = createCustomerApp(openCustomerPort({ ...world, secretBytes: SECRET }), (error) => {
    throw error;
  });
});

const pageOf = ({ id }: Pick<Request, 'id'>, access: 'person' | 'status' = 'person'): string =>
  `/status/${makeToken(SECRET, access, { id })}`;

describe('the page of a refused request', () => {
  it('offers the appeal to the person, and to nobody else', async () => {
    const original = await refusedDeletion(world);

    const own = await get(app, pageOf(original));
    expect(own.html).toContain(`href="${pageOf(original)}/appeal"`);
    expect(own.text).toContain('somebody who did not make the decision looks at it again');
    expect((await get(app, pageOf(original, 'status'))).html).not.toContain('/appeal');
    expect((await get(app, `${pageOf(original, 'status')}/appeal`)).headers.get('location')).toBe(pageOf(original, 'status'));
  });

  it('leads to a form that says what was refused, why, and until when we decide', async () => {
    const original = await refusedDeletion(world);

    const form = await get(app, `${pageOf(original)}/appeal`);

    expect(headingOf(form.html)).toBe('Ask us to look at our decision again');
    expect(form.text).toContain(`Somebody who did not decide about your request ${original.reference} looks at it again.`);
    expect(form.text).toContain('by 1 May 2026');
    expect(form.text).toContain('Asked every week since May');
    expect(form.html).toMatch(/<textarea[^>]*name="words"/);
  });

  it('takes the appeal with its words, and goes to its page', async () => {
    const original = await refusedDeletion(world);

    const sent = await post(app, `${pageOf(original)}/appeal`, { words: ' You have the wrong person. ' });
    const [named] = (await load(world, original.id)).appeals;

    expect([sent.status, sent.headers.get('location')]).toEqual([303, `${pageOf(named!)}?done=appealed`]);
    const taken = await load(world, named!.id);
    expect(openPerson(taken, await world.caseKeys.open(taken.id)).note).toBe('You have the wrong person.');
    const page = await get(app, sent.headers.get('location')!);
    expect(page.text).toContain('We have your appeal. We write to you when it is decided.');
    expect(page.text).toContain(`Appeal against our answer to ${original.reference}`);
    expect(page.html).toContain(`href="${pageOf(original)}"`);
  });

  it('takes it once when the button is pressed twice, and says so when other words come after it', async () => {
    const original = await refusedDeletion(world);

    const twice = await Promise.all([1, 2].map(() => post(app, `${pageOf(original)}/appeal`, { words: 'Look again.' })));
    expect(new Set(twice.map(({ headers }) => headers.get('location'))).size).toBe(1);
    const other = await post(app, `${pageOf(original)}/appeal`, { words: 'One more thing.' });
    expect(other.status).toBe(409);
    expect(other.text).toContain('An appeal against this answer is open');
    expect((await load(world, original.id)).appeals).toHaveLength(1);
  });

  it('names its appeals with what came of them', async () => {
    const original = await refusedDeletion(world);
    const taken = await appeal(world, original);
    expect((await get(app, pageOf(original))).text).toContain(`${taken.reference} : We decide by 1 May 2026.`);

    const other = await refusedDeletion(world);
    const decided = await decidedAppeal(world, other, { granted: [], reason: 'Nothing new' });
    const page = await get(app, pageOf(other));
    expect(page.text).toContain(`${decided.reference} : Our decision stands.`);
    expect(page.html).toContain(`href="${pageOf(decided)}"`);
    expect(page.html).not.toContain('/appeal"');

    await world.requests.beginErasing(decided.id);
    expect((await get(app, pageOf(other))).text).toContain(`${decided.reference} : Its record has been erased.`);
  });

  it('refuses words that are too long and keeps them', async () => {
    const original = await refusedDeletion(world);
    const page = await post(app, `${pageOf(original)}/appeal`, { words: 'x'.repeat(2_001) });
    expect([page.status, page.html.includes('x'.repeat(2_001))]).toEqual([400, true]);
    expect(page.text).toContain('Keep it under 2,000 characters');
    expect((await load(world, original.id)).appeals).toEqual([]);
  });
});

describe('where there is no appeal', () => {
  it.each([
    ['US-CA', 'California Privacy Protection Agency', 'California Consumer Privacy Act'],
    ['DE', 'Bundesbeauftragte für den Datenschutz', 'GDPR'],
  ])('names the other ways to somebody in %s', async (residence, authority, law) => {
    const original = await refusedDeletion(world, { residence });

    expect((await get(app, pageOf(original))).html).not.toContain('/appeal"');
    for (const page of [await get(app, `${pageOf(original)}/appeal`), await post(app, `${pageOf(original)}/appeal`)]) {
      expect(headingOf(page.html)).toBe('There is no appeal for this answer');
      expect(page.text).toContain('there is no appeal inside a company');
      expect(page.text).toContain(law);
      expect(page.text).toContain(authority);
      expect(page.text).toContain('privacy@acme.example');
    }
  });

  it('names them in German', async () => {
    const original = await refusedDeletion(world, { residence: 'DE', lang: 'de' });
    const page = await get(app, `${pageOf(original)}/appeal`);
    expect(headingOf(page.html)).toBe('Gegen diese Antwort gibt es keinen Einspruch');
    expect(page.text).toContain('Gehen Sie vor Gericht.');
  });

  it('says that a guessed link opens nothing', async () => {
    expect((await get(app, '/status/guessed/appeal')).status).toBe(404);
    expect((await post(app, '/status/guessed/appeal')).status).toBe(404);
  });
});

describe('the page of an appeal', () => {
  it('leads to receipts that name the request it is about', async () => {
    const original = await refusedDeletion(world);
    const decided = await decidedAppeal(world, original, { granted: [], reason: 'Nothing new' });

    for (const { receiptId } of decided.receipts) {
      const page = await get(app, `/receipts/${bareId(receiptId)}`);
      expect(page.text).toContain(`Appeal against our answer to ${original.reference}`);
    }
    expect(decided.receipts).toHaveLength(2);
  });

  it('says what was decided and why, and that there is no other appeal', async () => {
    const original = await refusedDeletion(world);
    const decided = await decidedAppeal(world, original, { granted: ['erasure'], reason: 'You were right about the account' });

    const page = await get(app, pageOf(decided));
    expect(page.text).toMatch(/We do after all .*delet/i);
    expect(page.text).toContain('You were right about the account');
    expect(page.html).not.toContain('/appeal"');
  });
});
