/** A request under the law of the Union, from the first mail to the last: it pauses, takes longer, and is refused in part. */
import { describe, expect, it } from 'vitest';
import { ask, type Case, wordsIn } from './families-case.ts';
import type { Company } from './families-company.ts';
import { answerAndRead, askPerson, extend, refuse, retry } from './families-staff.ts';

const ASKER = { name: 'Ottilie Quellmann', email: 'ottilie.quellmann@example.org', customerId: '8101' };
const REPEATER = { name: 'Hubertus Zwickelmann', email: 'hubertus.zwickelmann@example.org', customerId: '8102' };
const UNLUCKY = { name: 'Kunigunde Pechvogel', email: 'kunigunde.pechvogel@example.org', customerId: '8103' };

const BERLIN_AUTHORITY = 'Berliner Beauftragte für Datenschutz und Informationsfreiheit';

/** Received on Monday 2 March 2026 in Berlin. */
export function europe(company: () => Company): void {
  describe('a request under the GDPR', () => {
    let request: Case;

    it('is acknowledged with the date and how it is counted', async () => {
      await company().goTo('2026-03-02T09:00:00Z');
      request = await ask(company(), ASKER, { rights: ['access'], residence: 'DE' });
      // One month from receipt, Art. 12(3): the same number in the next month, a Thursday.
      const { text } = await request.mail('an answer by 2 April 2026');
      expect(text).toContain('On 2 March 2026 we received a request for a copy of your data.');
      const { clock } = await request.receipt('request');
      expect(clock).toMatchObject({ dueOn: '2026-04-02', tooLateAt: '2026-04-02T22:00:00Z', basis: 'GDPR Art. 12(3)', laws: ['eu-gdpr'] });
      expect(clock.explanation.join(' ')).toContain('Monday, 2 March 2026 at 10:00');
      expect(clock.explanation.join(' ')).toContain('Counting 1 month from there gives Thursday, 2 April 2026');
      await request.confirm();
      await request.expectDate('2026-04-02', 'Thursday, 2 April 2026');
    });

    it('pauses while the person is asked which data they mean', async () => {
      await company().goTo('2026-03-05T10:00:00Z');
      // Of the 31 days from 3 March to 2 April two are used, 3 and 4 March.
      const { text } = await askPerson(request, { words: 'Which of your orders do you mean?', effect: 'GDPR: paused, 29 days left' });
      expect(text).toContain('Until you answer, the time for our answer does not run.');
      await request.expectPause(29);
    });

    it('goes on when they answer: the days in between do not count', async () => {
      await company().goTo('2026-03-12T10:00:00Z');
      await answerAndRead(request, 'Those of last winter.');
      // Seven days, 5 to 11 March, put off 2 April to 9 April, the Thursday after Easter.
      await request.expectDate('2026-04-09', 'Thursday, 9 April 2026');
      expect(await request.page()).toContain('From Thursday, 5 March 2026 to Wednesday, 11 March 2026 we waited');
    });

    it('takes longer only on a ground that the law knows, counted from the receipt', async () => {
      await company().goTo('2026-03-16T10:00:00Z');
      const reason = 'A supplier has to restore its archive first.';
      expect(await extend(request, { ground: 'more_time_needed', reason })).toBe(400);
      expect((await request.read()).extended).toBe(false);
      expect(await extend(request, { ground: 'complexity', reason })).toBe(200);
      // Three months from 2 March are 2 June; and the seven days.
      const { text } = await request.mail('We need more time, until 9 June 2026');
      expect(text).toContain(`by 9 June 2026 instead of 9 April 2026. The law allows that: GDPR Art. 12(3). The reason: ${reason}`);
      expect(text).toContain(BERLIN_AUTHORITY);
      const { clock } = await request.receipt('extension');
      expect(clock).toMatchObject({ from: '2026-04-09', to: '2026-06-09', basis: 'GDPR Art. 12(3)' });
      expect(clock.explanation.join(' ')).toContain('Tuesday, 2 June 2026');
      await request.expectDate('2026-06-09', 'Tuesday, 9 June 2026');
    });

    it('is refused for one system on a ground of the law, and answered for the others', async () => {
      await company().goTo('2026-03-18T10:00:00Z');
      const reason = 'The notes name other customers';
      const read = await refuse(request, { items: ['export/crm'], grounds: { 'eu-gdpr': 'rights_of_others' }, reason });
      expect(read).toContain(`Doing it would affect the rights and freedoms of other people. ${reason}`);
      await request.archiveAnswers();
      const mail = await request.mail('Your data is ready until');
      const { systems, remedies } = await request.receipt('fulfilment');
      expect(systems.find(({ id }) => id === 'crm')).toMatchObject({
        outcome: 'skipped',
        grounds: [
          { code: 'justifications:ThirdPartyRightsImpaired', ground: 'rights_of_others', law: 'GDPR Art. 15(4), 20(4)', under: 'eu-gdpr' },
        ],
      });
      expect(remedies).toMatchObject({ court: true, complaint: { name: BERLIN_AUTHORITY } });
      expect(remedies.appeal).toBeUndefined();
      for (const words of [reason, BERLIN_AUTHORITY, 'Go to court.']) expect(mail.text).toContain(words);
      const paths = await request.download(mail);
      expect(paths.filter((path) => path.startsWith('data/crm/'))).toEqual([]);
      expect(paths.filter((path) => path.startsWith('data/archive/'))).not.toEqual([]);
      await request.expectEnd('answered');
    });
  });

  describe('a request refused in full under the GDPR', () => {
    it('is told with reasons, authority and court, and there is no appeal inside the company', async () => {
      await company().goTo('2026-03-23T09:00:00Z');
      const request = await ask(company(), REPEATER, { rights: ['access', 'erasure'], residence: 'DE' });
      await request.mail('an answer by 23 April 2026');
      await request.receipt('request');
      await request.confirm();
      const reason = 'You asked for the same twice in this month, and nothing has changed since.';
      const read = await refuse(request, {
        items: ['right/access', 'right/erasure'],
        grounds: { 'eu-gdpr': 'excessive_or_repetitive' },
        reason,
      });
      // Art. 12(4): within one month, whatever else is extended.
      expect(read).toContain('The person must be told by 23 April 2026 (GDPR Art. 12(4)).');
      const { text } = await request.mail('We could not do what you asked');
      const { scope, rights, grounds, remedies } = await request.receipt('denial');
      expect({ scope, rights }).toEqual({ scope: 'full', rights: ['access', 'erasure'] });
      expect(new Set(grounds.map(({ law }) => law))).toEqual(new Set(['GDPR Art. 12(5)']));
      expect(remedies).toMatchObject({ court: true, complaint: { name: BERLIN_AUTHORITY } });
      expect(remedies.nonRetaliation).toBeUndefined();
      for (const words of [reason, 'GDPR Art. 12(5)', BERLIN_AUTHORITY, 'Go to court.']) {
        expect(text).toContain(words);
        expect(read).toContain(words);
      }
      expect(text).not.toContain('ppeal');
      expect((await request.send('appeal', { words: '' })).html).toContain('There is no appeal for this answer');
      expect(company().laptop.far.holding(REPEATER.email)).toEqual(['shop', 'crm', 'archive']);
      await request.expectEnd('denied');
    });
  });

  describe('a request under the GDPR whose date passes', () => {
    let request: Case;

    it('is brought to mind ten days and three days before', async () => {
      await company().goTo('2026-03-30T09:00:00Z');
      company().laptop.far.refusing.add(UNLUCKY.email);
      request = await ask(company(), UNLUCKY, { rights: ['access'], residence: 'DE' });
      await request.mail('an answer by 30 April 2026');
      await request.receipt('request');
      await request.confirm();
      await request.archiveAnswers();
      await company().goTo('2026-04-27T09:00:00Z');
      const { reference } = request.answer;
      for (const left of ['in 10 days', 'in 3 days']) {
        const reminder = await company().readReminder(`Due on 30 April 2026: request ${reference}`);
        expect(reminder).toContain(`(access) must be answered by 30 April 2026 (GDPR Art. 12(3)). That is ${left}.`);
        expect(reminder).toContain('a system failed and somebody must decide what happens');
      }
    });

    it('is answered in part on the day before, and is no longer extended once the date has passed', async () => {
      await company().goTo('2026-05-01T09:00:00Z');
      const mail = await request.mail('The first part of your data is ready');
      const { interim, outstanding } = await request.receipt('fulfilment');
      expect({ interim, outstanding: outstanding.map(({ id }) => id) }).toEqual({ interim: true, outstanding: ['crm'] });
      expect((await request.download(mail)).some((path) => path.startsWith('data/archive/'))).toBe(true);
      expect(await company().readReminder(`Overdue since 30 April 2026: request ${request.answer.reference}`)).toContain('It was not.');
      const renate = await company().staff('renate');
      const why = 'The person had to be told of an extension by 30 April 2026. (GDPR Art. 12(3))';
      expect(wordsIn((await renate.get(request.staffPath)).html)).toContain(why);
      expect(await extend(request, { ground: 'complexity', reason: 'A supplier has to restore it first.' })).toBe(400);
      expect((await request.read()).extended).toBe(false);
    });

    it('is answered for the rest when the system is mended', async () => {
      company().laptop.far.refusing.delete(UNLUCKY.email);
      await retry(request);
      const mail = await request.mail('Your data is ready until');
      expect((await request.receipt('fulfilment')).interim).toBe(false);
      expect(mail.text).toContain('3 records about you from 3 systems');
      await request.expectEnd('answered');
    });
  });
}
