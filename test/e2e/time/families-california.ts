/** Requests from California: no question stops the clock, an opt-out asks nobody who they are, silence is told what can be told to anybody. */
import { describe, expect, it } from 'vitest';
import { ask, type Case } from './families-case.ts';
import type { Company } from './families-company.ts';
import { answerAndRead, askPerson, doneByHand, extend, refuse } from './families-staff.ts';

const ASKER = { name: 'Marisol Quintero', email: 'marisol.quintero@example.net', customerId: '8201' };
const SELLER = { name: 'Trevor Oakhurst', email: 'trevor.oakhurst@example.net', customerId: '8202' };
const SILENT = { name: 'Wendell Yosemity', email: 'wendell.yosemity@example.net', customerId: '8203' };
const MISTAKEN = { name: 'Juanita Redwoody', email: 'juanita.redwoody@example.net', customerId: '8204' };

const CALIFORNIANS = ['California Privacy Protection Agency (CalPrivacy)', 'Attorney General of California'];
const NO_WORSE = 'We may not treat you worse because you asked.';

/** Received on Monday 2 March 2026 in New York. */
function known(company: () => Company): void {
  describe('a request under the CCPA', () => {
    let request: Case;

    it('is acknowledged with the date and how it is counted', async () => {
      await company().goTo('2026-03-02T15:00:00Z');
      request = await ask(company(), ASKER, { rights: ['access', 'erasure'], residence: 'US-CA' });
      // 45 calendar days after receipt, 11 CCR 7021(b): 29 days to the end of March, 16 in April.
      const { text } = await request.mail('an answer by 16 April 2026');
      expect(text).toContain('a copy of your data and the deletion of your data');
      const { clock } = await request.receipt('request');
      expect(clock).toMatchObject({ rule: '45 days from receipt', dueOn: '2026-04-16', laws: ['us-ca-ccpa'] });
      expect(clock.explanation.join(' ')).toContain('Counting 45 days from there gives Thursday, 16 April 2026');
      await request.confirm();
      await request.expectDate('2026-04-16', 'Thursday, 16 April 2026');
    });

    it('keeps its date while the person is asked something', async () => {
      await company().goTo('2026-03-05T15:00:00Z');
      const { text } = await askPerson(request, { words: 'Which of your accounts do you mean?', effect: 'CCPA: no change, 16 April 2026' });
      expect(text).toContain('This question does not change the date: we answer by 16 April 2026 at the latest.');
      await request.expectDate('2026-04-16', 'Thursday, 16 April 2026');
      await company().goTo('2026-03-09T15:00:00Z');
      await answerAndRead(request, 'The one with this address.');
      await request.expectDate('2026-04-16', 'Thursday, 16 April 2026');
    });

    it('takes another 45 days, and keeps to a Sunday', async () => {
      const reason = 'We have to search an archive on tape.';
      expect(await extend(request, { ground: 'consultations_needed', reason })).toBe(400);
      await extend(request, { ground: 'complexity', reason });
      // 90 days after 2 March: 45 more than 16 April, 14 to the end of April and 31 in May.
      const { text } = await request.mail('We need more time, until 31 May 2026');
      expect(text).toContain(reason);
      const { clock } = await request.receipt('extension');
      expect(clock).toMatchObject({ from: '2026-04-16', to: '2026-05-31' });
      expect(clock.explanation.join(' ')).toContain('we keep to Sunday, 31 May 2026');
      await request.expectDate('2026-05-31', 'Sunday, 31 May 2026');
    });

    it('has its deletion refused with the basis in detail, and an opt-out of sale offered instead', async () => {
      await company().goTo('2026-03-11T15:00:00Z');
      const grounds = { 'us-ca-ccpa': 'legal_obligation' };
      const renate = await company().staff('renate');
      const bare = await renate.preview(`${request.staffPath}/refuse`, { item: 'right/erasure', 'ground.us-ca-ccpa': 'legal_obligation' });
      expect(bare.status).toBe(400);
      const reason = 'State tax law has us keep your invoices for four years.';
      const read = await refuse(request, { items: ['right/erasure'], grounds, reason });
      const { text, links } = await request.mail('We could not do a part of what you asked');
      const { offers, remedies, ...receipt } = await request.receipt('denial');
      expect(receipt).toMatchObject({ scope: 'partial', rights: ['erasure'], grounds: [{ law: 'Cal. Civ. Code 1798.105(d)(8)' }], reason });
      expect(offers).toMatchObject({ keptForNothingElse: true });
      expect(new URL(offers!.optOut!).search).toBe('?right=opt-out-of-sale');
      expect(links).toContain(offers!.optOut);
      expect(remedies).toMatchObject({ court: false, nonRetaliation: NO_WORSE });
      for (const words of [
        reason,
        ...CALIFORNIANS,
        'We use the data that we keep for nothing else than the reason given here.',
        NO_WORSE,
      ]) {
        expect(text).toContain(words);
        expect(read).toContain(words);
      }
      expect(text).not.toContain('ppeal');
    });

    it('is answered for the rest', async () => {
      await request.archiveAnswers();
      const mail = await request.mail('Your data is ready until');
      // Nothing waits for the download any more.
      expect(mail.text).not.toContain('delete your data');
      await request.receipt('fulfilment');
      expect((await request.download(mail)).some((path) => path.startsWith('data/archive/'))).toBe(true);
      expect(company().laptop.far.holding(ASKER.email)).toEqual(['shop', 'crm', 'archive']);
      await request.expectEnd('answered');
    });
  });
}

/** An opt-out of sale together with access, received on Monday 16 March 2026. */
function optingOut(company: () => Company): void {
  describe('an opt-out of sale together with access', () => {
    let request: Case;

    it('is due in 15 business days, with the holiday that was skipped', async () => {
      await company().goTo('2026-03-16T15:00:00Z');
      request = await ask(company(), SELLER, { rights: ['opt-out-of-sale', 'access'], residence: 'US-CA' });
      // Four days to 20 March, five to 27 March, 30 March; 31 March is Cesar Chavez Day; 1 to 3 April, 6 and 7 April.
      const { text } = await request.mail('an answer by 7 April 2026');
      expect(text).toContain('we received a request for an end to the sale and sharing of your data and a copy of your data.');
      const { clock } = await request.receipt('request');
      expect(clock.basis).toContain('7026(f)');
      expect(clock.explanation.join(' ')).toContain('31 March 2026');
    });

    it('is carried out before anybody confirmed an address', async () => {
      await company().goTo('2026-03-17T15:00:00Z');
      await doneByHand(request);
      const { text } = await request.mail('has been answered');
      expect(text).toContain('We have done what you asked: to opt out of the sale and sharing of your data.');
      const receipt = await request.receipt('fulfilment');
      expect(receipt.identity?.method).not.toBe('link');
      expect((await request.events()).some(({ type }) => type === 'verified')).toBe(false);
    });

    it('then waits for the confirmation that access needs, with the date of access', async () => {
      // 45 days after 16 March: 15 to the end of March, 30 in April.
      await request.confirm();
      await request.expectDate('2026-04-30', 'Thursday, 30 April 2026');
      await request.archiveAnswers();
      const mail = await request.mail('Your data is ready until');
      await request.receipt('fulfilment');
      expect((await request.download(mail)).some((path) => path.startsWith('data/crm/'))).toBe(true);
      await request.expectEnd('answered');
    });
  });
}

/** Nobody ever confirms the address of a request received on Wednesday 18 March 2026; and somebody asks for what the law does not give. */
function unknown(company: () => Company): void {
  describe('a right that California does not give', () => {
    it('is declined kindly, with what can be asked instead', async () => {
      await company().goTo('2026-03-18T15:00:00Z');
      const request = await ask(company(), MISTAKEN, { rights: ['restriction'], residence: 'US-CA' });
      // Nobody is asked who they are for this.
      expect((await request.mail('We received your request')).text).toContain('You need not do anything now.');
      await request.receipt('request');
      const { text } = await request.mail('We could not do what you asked');
      const { grounds } = await request.receipt('denial');
      expect(grounds).toMatchObject([{ code: 'justifications:NotRequiredJustification', ground: 'right_not_granted' }]);
      expect(text).toContain(
        'The law that applies to you (CCPA) does not give this right. You can still ask us to see the data we hold about you',
      );
      expect(text).not.toContain('kinds of data');
      await request.expectEnd('denied');
    });
  });

  describe('a Californian who never confirms the address', () => {
    let request: Case;

    it('is reminded once, halfway to the end of the silence', async () => {
      request = await ask(company(), SILENT, { rights: ['access'], residence: 'US-CA' });
      // 45 days after 18 March: 13 to the end of March, 30 in April, 2 in May, a Saturday on which nothing moves.
      await request.mail('an answer by 2 May 2026');
      const { clock } = await request.receipt('request');
      expect(clock.explanation.join(' ')).toContain('we keep to Saturday, 2 May 2026');
      await request.mail('Please confirm your request');
      await company().goTo('2026-04-08T15:00:00Z');
      await request.mail('Reminder: please confirm your request');
    });

    it('is denied when the silence ends, and told what can be told to anybody', async () => {
      // Ten days before the date the office is reminded; five days before it the silence ends.
      await company().goTo('2026-04-27T15:00:00Z');
      const reminder = await company().readReminder(`Due on 2 May 2026: request ${request.answer.reference}`);
      expect(reminder).toContain('the person has not confirmed the address');
      const { text, links } = await request.mail('We could not do what you asked');
      const { offers, grounds, remedies } = await request.receipt('denial');
      expect(grounds.map(({ code }) => code)).toEqual(['justifications:IdentityVerificationFailure']);
      expect(offers?.categories?.map(({ category }) => category)).not.toEqual([]);
      for (const { category } of offers!.categories!) expect(text).toContain(category);
      expect(links).toContain(offers!.optOut);
      expect(links).toContain(offers!.again);
      for (const words of [...CALIFORNIANS, NO_WORSE]) expect(text).toContain(words);
      expect(remedies).toMatchObject({ court: false, nonRetaliation: NO_WORSE });
      await request.expectEnd('denied');
    });
  });
}

/** All of them, in the order of their days. */
export function california(company: () => Company): void {
  known(company);
  optingOut(company);
  unknown(company);
}
