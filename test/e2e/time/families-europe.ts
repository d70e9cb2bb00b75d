/** A request under the law of the Union, from the first mail to the last: it pauses, takes longer, and is refused in part. */
import { describe, expect, it } from 'vitest';
import { ask, type Case } from './families-case.ts';
import type { Company } from './families-company.ts';

const ASKER = { name: 'Ottilie Quellmann', email: 'ottilie.quellmann@example.org', customerId: '8101' };

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
      const renate = await company().staff('renate');
      await renate.post(`${request.staffPath}/ask`, { about: 'clarification', words: 'Which of your orders do you mean?' });
      await company().anHourLater();
      const { text } = await request.mail('A question about your request');
      expect(text).toContain('Which of your orders do you mean?');
      expect(text).toContain('Until you answer, the time for our answer does not run.');
      // Of the 31 days from 3 March to 2 April two are used, 3 and 4 March.
      await request.expectPause(29);
    });
  });
}
