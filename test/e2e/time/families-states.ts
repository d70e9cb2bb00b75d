/** Requests from Virginia and Colorado: refused, appealed, and decided by somebody else, once for the person and once against. */
import { describe, expect, it } from 'vitest';
import { ask, type Case } from './families-case.ts';
import type { Company } from './families-company.ts';
import { answerAndRead, askPerson, decideAppeal, extend, refuse } from './families-staff.ts';

const VIRGINIAN = { name: 'Beauregard Tidewell', email: 'beauregard.tidewell@example.net', customerId: '8301' };
const COLORADAN = { name: 'Priscilla Aspenwood', email: 'priscilla.aspenwood@example.net', customerId: '8302' };

/** Received on Wednesday 29 April 2026 in New York. */
function virginia(company: () => Company): void {
  describe('a request under the law of Virginia', () => {
    let request: Case;
    let appeal: Case;

    it('is acknowledged with a date on a Saturday, which stays whatever is asked', async () => {
      await company().goTo('2026-04-29T14:00:00Z');
      request = await ask(company(), VIRGINIAN, { rights: ['access'], residence: 'US-VA' });
      // 45 days: one in April, 31 in May, 13 in June.
      await request.mail('an answer by 13 June 2026');
      const { clock } = await request.receipt('request');
      expect(clock).toMatchObject({ dueOn: '2026-06-13', basis: 'Va. Code 59.1-577(B)(1)-(2)', laws: ['us-va'] });
      await request.confirm();
      await company().goTo('2026-05-01T14:00:00Z');
      const { text } = await askPerson(request, { words: 'Which shop did you buy in?', effect: 'Virginia CDPA: no change, 13 June 2026' });
      expect(text).toContain('This question does not change the date: we answer by 13 June 2026 at the latest.');
      await company().goTo('2026-05-04T14:00:00Z');
      await answerAndRead(request, 'The one at the harbour.');
      await request.expectDate('2026-06-13', 'Saturday, 13 June 2026');
    });

    it('takes another 45 days', async () => {
      await extend(request, { ground: 'number_of_requests', reason: 'Many people asked us in these days.' });
      // 90 days after 29 April: 17 more in June after the 13th, 28 in July.
      const { text } = await request.mail('We need more time, until 28 July 2026');
      const { clock, remedies } = await request.receipt('extension');
      expect(clock).toMatchObject({ from: '2026-06-13', to: '2026-07-28' });
      // There is no answer yet that one could appeal against.
      expect(remedies.appeal).toBeUndefined();
      expect(text).not.toContain('ppeal');
      await request.expectDate('2026-07-28', 'Tuesday, 28 July 2026');
    });

    it('is refused, with the way to appeal', async () => {
      const reason = 'The federal law on financial privacy holds for your account.';
      await refuse(request, { items: ['right/access'], grounds: { 'us-va': 'entity_or_data_level_exemptions' }, reason });
      const { text, links } = await request.mail('We could not do what you asked');
      const { remedies, grounds } = await request.receipt('denial');
      expect(grounds).toMatchObject([
        { code: 'justifications:LegallyExempted', ground: 'entity_or_data_level_exemptions', law: 'Va. Code 59.1-575 ff.' },
      ]);
      expect(remedies).toMatchObject({ court: false, appeal: { within: 'P60D' }, complaint: { name: 'Attorney General of Virginia' } });
      for (const words of [reason, 'answers within 60 days', 'Attorney General of Virginia']) expect(text).toContain(words);
      expect(links.some((link) => link.endsWith('/appeal'))).toBe(true);
      await request.expectEnd('denied');
    });

    it('is appealed against, on a clock of its own', async () => {
      await company().goTo('2026-05-11T14:00:00Z');
      appeal = await request.appeal('My account is no financial account.');
      // 60 days after 11 May: 20 in May, 30 in June, 10 in July.
      const { text } = await appeal.mail('a decision by 10 July 2026');
      expect(text).toContain(`you asked us to look again at our answer to your request ${request.answer.reference}`);
      const receipt = await appeal.receipt('request');
      expect(receipt.appeal).toEqual({ of: request.answer.reference });
      expect(receipt.clock).toMatchObject({ dueOn: '2026-07-10', basis: 'Va. Code 59.1-577(C)' });
      await appeal.expectDate('2026-07-10', 'Friday, 10 July 2026');
      expect(await request.page()).toContain('We decide by 10 July 2026.');
    });

    it('is granted by somebody who did not refuse, and carried out', async () => {
      const reason = 'Your account is one of our shop, for which that law does not hold.';
      await decideAppeal(appeal, { decision: 'grant', reason });
      const { text } = await appeal.mail(`We changed our decision on ${request.answer.reference}`);
      expect(text).toContain(reason);
      expect(text).toContain('by somebody who did not make the first decision');
      const decision = await appeal.receipt('fulfilment');
      expect(decision.appeal).toEqual({ of: request.answer.reference, decision: { granted: ['access'], stands: [], reason } });
      await appeal.archiveAnswers();
      const mail = await appeal.mail('Your data is ready until');
      await appeal.receipt('fulfilment');
      expect((await appeal.download(mail)).some((path) => path.startsWith('data/crm/'))).toBe(true);
      await appeal.expectEnd('answered');
      expect(await request.page()).toContain('We changed our decision.');
    });
  });
}

/** Received on Monday 18 May 2026 in New York. */
function colorado(company: () => Company): void {
  describe('a request under the law of Colorado', () => {
    let request: Case;
    let appeal: Case;

    it('is refused, with the way to appeal and how long that may take', async () => {
      await company().goTo('2026-05-18T14:00:00Z');
      request = await ask(company(), COLORADAN, { rights: ['access'], residence: 'US-CO' });
      // 45 days: 13 in May, 30 in June, 2 in July.
      await request.mail('an answer by 2 July 2026');
      await request.receipt('request');
      await request.confirm();
      await refuse(request, { items: ['right/access'], grounds: { 'us-co': 'trade_secret' }, reason: '' });
      const { text } = await request.mail('We could not do what you asked');
      expect((await request.receipt('denial')).remedies).toMatchObject({ appeal: { within: 'P45D', extension: 'P60D' } });
      expect(text).toContain('answers within 45 days, or up to 60 days later if we tell you why');
      await request.expectEnd('denied');
    });

    it('has its appeal put off by the time that is the appeal’s own', async () => {
      await company().goTo('2026-05-20T14:00:00Z');
      appeal = await request.appeal('');
      // 45 days after 20 May: 11 in May, 30 in June, 4 in July, a Saturday and a holiday on which nothing moves.
      await appeal.mail('a decision by 4 July 2026');
      await appeal.receipt('request');
      await extend(appeal, { ground: 'complexity', reason: 'An expert has to look at it.' });
      // 105 days after 20 May: 27 more in July, 31 in August, 2 in September.
      const { text } = await appeal.mail('We need more time, until 2 September 2026');
      expect(text).toContain('An expert has to look at it.');
      expect((await appeal.receipt('extension')).clock).toMatchObject({ from: '2026-07-04', to: '2026-09-02' });
      await appeal.expectDate('2026-09-02', 'Wednesday, 2 September 2026');
    });

    it('is upheld by somebody who did not refuse, who names the Attorney General', async () => {
      const reason = 'The data show how our prices are made.';
      await decideAppeal(appeal, { decision: 'uphold', reason });
      const { text } = await appeal.mail(`Our decision on ${request.answer.reference} stands`);
      for (const words of [reason, 'Submit a complaint to the Attorney General of Colorado']) expect(text).toContain(words);
      const receipt = await appeal.receipt('denial');
      expect(receipt.appeal).toEqual({ of: request.answer.reference, decision: { granted: [], stands: ['access'], reason } });
      expect(receipt.remedies.complaint).toMatchObject({ name: 'Attorney General of Colorado' });
      // Once is enough: against the answer to an appeal there is none.
      expect(receipt.remedies.appeal).toBeUndefined();
      await appeal.expectEnd('denied');
      expect(await request.page()).toContain('Our decision stands.');
      expect((await request.send('appeal', { words: 'Once more.' })).html).toContain('We looked at this answer again already.');
    });
  });
}

/** Both, in the order of their days. */
export function americanStates(company: () => Company): void {
  virginia(company);
  colorado(company);
}
