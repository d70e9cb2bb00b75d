/** A request under British law, from the first mail to the complaint about it: days of a question do not count, and a Sunday moves. */
import { describe, expect, it } from 'vitest';
import { ask, type Case } from './families-case.ts';
import type { Company } from './families-company.ts';
import { answerAndRead, askPerson, doneByHand, extend, refuse } from './families-staff.ts';

const ASKER = { name: 'Cordelia Thistlewood', email: 'cordelia.thistlewood@example.com', customerId: '8501' };

const COMMISSIONER = 'Information Commissioner’s Office';

/** Received on Monday 22 June 2026 in New York. */
export function britain(company: () => Company): void {
  describe('a request under the UK GDPR', () => {
    let request: Case;

    it('is acknowledged with the date and how it is counted', async () => {
      await company().goTo('2026-06-22T14:00:00Z');
      request = await ask(company(), ASKER, { rights: ['access'], residence: 'GB-ENG' });
      await request.mail('an answer by 22 July 2026');
      const { clock } = await request.receipt('request');
      expect(clock).toMatchObject({ rule: '1 month from receipt', dueOn: '2026-07-22', laws: ['uk-gdpr'] });
      expect(clock.basis).toContain('Art. 12A(1)-(2)');
      await request.confirm();
    });

    it('stands still while the person is asked which data they mean', async () => {
      await company().goTo('2026-06-25T14:00:00Z');
      // Of the 30 days from 23 June to 22 July two are used, 23 and 24 June.
      const { text } = await askPerson(request, { words: 'Which of your accounts do you mean?', effect: 'UK GDPR: paused, 28 days left' });
      expect(text).toContain('Until you answer, the time for our answer does not run.');
      await request.expectPause(28);
    });

    it('goes on when they answer: neither the day of asking nor that of the answer counts', async () => {
      await company().goTo('2026-06-29T14:00:00Z');
      await answerAndRead(request, 'The one with this address.');
      // Five days, 25 to 29 June, put off 22 July to 27 July.
      await request.expectDate('2026-07-27', 'Monday, 27 July 2026');
      expect(await request.page()).toContain('From Thursday, 25 June 2026 to Monday, 29 June 2026 we waited');
    });

    it('takes two more months from the receipt, to the Monday after a Sunday', async () => {
      const reason = 'The account has many thousands of messages.';
      await extend(request, { ground: 'complexity', reason });
      // Three months from 22 June are 22 September; five days more are Sunday, 27 September.
      const { text } = await request.mail('We need more time, until 28 September 2026');
      expect(text).toContain(reason);
      const { clock } = await request.receipt('extension');
      expect(clock).toMatchObject({ from: '2026-07-27', to: '2026-09-28' });
      expect(clock.basis).toContain('Art. 12A(3)');
      expect(clock.explanation.join(' ')).toContain('Sunday 27 September 2026 is no working day');
    });

    it('is refused with the reasons and three ways to object', async () => {
      await company().goTo('2026-07-01T14:00:00Z');
      const reason = 'You told us that you ask only to cost us money.';
      const read = await refuse(request, { items: ['right/access'], grounds: { 'uk-gdpr': 'manifestly_unfounded' }, reason });
      const { text } = await request.mail('We could not do what you asked');
      const { remedies, grounds } = await request.receipt('denial');
      expect(grounds).toMatchObject([{ law: 'UK GDPR Art. 12(5)' }]);
      expect(remedies).toMatchObject({ court: true, controller: { acknowledgedWithin: 'P30D' } });
      expect(remedies.complaint?.name).toContain(COMMISSIONER);
      expect(remedies.appeal).toBeUndefined();
      const ways = [
        COMMISSIONER,
        'Go to court.',
        'Complain to us about how we dealt with your request',
        'We acknowledge your complaint within 30 days.',
      ];
      for (const words of [reason, ...ways]) {
        expect(text).toContain(words);
        expect(read).toContain(words);
      }
      await request.expectEnd('denied');
    });

    it('is complained about to the company, which confirms at once and asks nobody who they are', async () => {
      await company().goTo('2026-07-02T14:00:00Z');
      const complaint = await ask(company(), ASKER, { rights: ['complaint'], residence: 'GB-ENG' });
      // Confirmed at once, for which DPA 2018 s.164A leaves 30 days. For the answer, "without undue delay", the company promises the
      // time of an access request: a month from 2 July is Sunday, 2 August.
      await complaint.mail('an answer by 3 August 2026');
      const { clock } = await complaint.receipt('request');
      expect(clock.explanation.join(' ')).toContain('it is the time in which we promise to answer');
      const outcome = 'We looked at it again and have changed how we answer.';
      await doneByHand(complaint, outcome);
      const { text } = await complaint.mail('has been answered');
      expect(text).toContain(`to look into your complaint. ${outcome}`);
      await complaint.receipt('fulfilment');
      await complaint.expectEnd('answered');
    });
  });
}
