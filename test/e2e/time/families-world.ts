/** Requests from Canada, Brazil and Switzerland: an extension that names the right to complain, none at all, and one without a number. */
import { describe, expect, it } from 'vitest';
import { ask, type Case, wordsIn } from './families-case.ts';
import type { Company } from './families-company.ts';
import { askPerson, answerAndRead, extend, refuse } from './families-staff.ts';

const CANADIAN = { name: 'Gaspard Mapleton', email: 'gaspard.mapleton@example.com', customerId: '8401' };
const BRAZILIAN = { name: 'Iracema Jacaranda', email: 'iracema.jacaranda@example.com', customerId: '8402' };
const SWISS = { name: 'Reto Matterhorner', email: 'reto.matterhorner@example.com', customerId: '8403' };

const COMMISSIONER = 'Privacy Commissioner of Canada';

/** The answer is out and fetched, and nothing else comes. */
async function answered(request: Case): Promise<void> {
  await request.archiveAnswers();
  const mail = await request.mail('Your data is ready until');
  await request.receipt('fulfilment');
  expect((await request.download(mail)).some((path) => path.startsWith('data/shop/'))).toBe(true);
  await request.expectEnd('answered');
}

/** Received on Monday 1 June 2026 in New York. */
function canada(company: () => Company): void {
  describe('a request under the law of Canada', () => {
    let request: Case;

    it('is acknowledged with a date that keeps to Canada Day, whatever is asked', async () => {
      await company().goTo('2026-06-01T14:00:00Z');
      request = await ask(company(), CANADIAN, { rights: ['access'], residence: 'CA' });
      // 30 days: 29 in June, 1 July. That is Canada Day, and whether it moves is to be confirmed: the earlier day is the safe one.
      await request.mail('an answer by 1 July 2026');
      const { clock } = await request.receipt('request');
      expect(clock.explanation.join(' ')).toContain('(Canada Day) is no working day, so the law might allow until Thursday, 2 July 2026');
      await request.confirm();
      const { text } = await askPerson(request, { words: 'Do you mean your orders?', effect: 'PIPEDA: no change, 1 July 2026' });
      expect(text).toContain('This question does not change the date');
      await company().goTo('2026-06-02T14:00:00Z');
      await answerAndRead(request, 'Yes.');
    });

    it('takes longer with all three statements: until when, why, and the right to complain', async () => {
      const reason = 'We have to ask our payment provider.';
      await extend(request, { ground: 'consultations_needed', reason });
      // 60 days after 1 June: 29 in June, 31 in July.
      const { text } = await request.mail('We need more time, until 31 July 2026');
      for (const statement of [
        'by 31 July 2026 instead of 1 July 2026',
        `The reason: ${reason}`,
        `Complain to the authority: ${COMMISSIONER}`,
      ])
        expect(text).toContain(statement);
      const { clock, remedies } = await request.receipt('extension');
      expect(clock).toMatchObject({ from: '2026-07-01', to: '2026-07-31', basis: 'PIPEDA s.8(4)(a)' });
      expect(remedies.complaint).toMatchObject({ name: COMMISSIONER, within: 'P6M' });
      await request.expectDate('2026-07-31', 'Friday, 31 July 2026');
    });

    it('is refused on the provision that staff name, with the six months to complain', async () => {
      const refusal = { items: ['right/access'], provisions: { 'ca-pipeda': 's. 9(3)(a)' }, reason: 'Our lawyers wrote these papers.' };
      await refuse(request, refusal);
      const { text } = await request.mail('We could not do what you asked');
      const { grounds } = await request.receipt('denial');
      expect(grounds).toMatchObject([{ ground: 'provision', law: 'PIPEDA, s. 9(3)(a)' }]);
      for (const words of ['PIPEDA, s. 9(3)(a)', refusal.reason, COMMISSIONER, 'within 6 months']) expect(text).toContain(words);
      await request.expectEnd('denied');
    });
  });
}

/** Received on Monday 8 June 2026 in New York. */
function brazil(company: () => Company): void {
  describe('a request under the law of Brazil', () => {
    it('is never extended: whoever tries reads the article, and the answer comes in time', async () => {
      await company().goTo('2026-06-08T14:00:00Z');
      const request = await ask(company(), BRAZILIAN, { rights: ['access'], residence: 'BR' });
      // 15 days, Art. 19, II.
      await request.mail('an answer by 23 June 2026');
      expect((await request.receipt('request')).clock).toMatchObject({ dueOn: '2026-06-23', basis: 'LGPD Art. 19, II' });
      await request.confirm();
      const renate = await company().staff('renate');
      expect(wordsIn((await renate.get(request.staffPath)).html)).toContain(
        'The law of this request knows no extension. (LGPD Art. 19, II)',
      );
      expect(await extend(request, { ground: 'complexity', reason: 'We need more time.' })).toBe(400);
      await request.expectDate('2026-06-23', 'Tuesday, 23 June 2026');
      await answered(request);
    });
  });
}

/** Received on Wednesday 10 June 2026 in New York. */
function switzerland(company: () => Company): void {
  describe('a request under the law of Switzerland', () => {
    it('begins only when the days to think about a fee are past', async () => {
      await company().goTo('2026-06-10T14:00:00Z');
      const request = await ask(company(), SWISS, { rights: ['access'], residence: 'CH' });
      // 30 days: 20 in June, 10 in July.
      await request.mail('an answer by 10 July 2026');
      await request.receipt('request');
      await request.confirm();
      const renate = await company().staff('renate');
      // "How long it will take" is for the company to say: there is no date to count.
      expect(wordsIn((await renate.get(request.staffPath)).html)).toContain(
        'there is no date to count. Write to the person before the date. (DPO 18(2))',
      );
      const fee = { about: 'fee', words: 'Our archive is on paper.', reason: 'A clerk needs two days.', amount: '150.00', currency: 'CHF' };
      expect((await renate.post(`${request.staffPath}/ask`, fee)).status).toBe(200);
      await company().anHourLater();
      const { text } = await request.mail('A fee for the answer to your request');
      expect(text).toContain('CHF');
      expect(text).toContain(`The reason: ${fee.reason}`);
      // Ten days to think, to 20 June; then 30 days: 10 in June, 20 in July.
      expect(text).toContain('begins only then. We answer by 20 July 2026 at the latest.');
      await request.expectDate('2026-07-20', 'Monday, 20 July 2026');
      const paid = await renate.post(`${request.staffPath}/answer`, { number: '1', words: '', on: '2026-06-10' });
      expect(paid.status).toBe(200);
      await request.expectDate('2026-07-20', 'Monday, 20 July 2026');
      await answered(request);
    });
  });
}

/** All of them, in the order of their days. */
export function restOfTheWorld(company: () => Company): void {
  canada(company);
  brazil(company);
  switzerland(company);
}
