/** What staff learn about where a request came from and who else must answer. */
import { expect, it } from 'vitest';
import { seats, wordsOf } from './desk-fixture.ts';
import type { Happened } from './world.ts';

const seat = seats();

it('an observed country that differs from the declared one is a note, and blocks nothing', async () => {
  const { browser, world } = await seat(['agent'], { empty: true });
  const assessed: Happened = {
    type: 'assessed',
    data: { decision: 'proceed', duplicates: [], grounds: [], notes: ['duplicate', 'country-differs'] },
  };
  const request = world.add({ dueOn: '2026-12-04', received: { residence: 'DE', observedCountry: 'US' }, since: [assessed] });
  const words = wordsOf((await browser.get(`/staff/requests/${request.id}`)).html);
  expect(words).toContain('It was sent from United States as far as the network knows. That is for you to know and blocks nothing.');
  expect(words).toContain('The declared country and the observed one differ');
  expect(words).toContain('The same is open already');
  expect(words).not.toContain('country-differs');
});

it('what was passed on is named with whom, what and when', async () => {
  const { browser, world } = await seat(['viewer'], { empty: true });
  const passedOn: Happened = {
    type: 'passed-on',
    data: { to: 'Kiosk AG', contact: 'privacy@kiosk.example', systems: ['crm'], mailId: 'm1' },
    hoursAgo: 24,
  };
  const request = world.add({ dueOn: '2026-12-04', since: [passedOn] });
  const words = wordsOf((await browser.get(`/staff/requests/${request.id}`)).html);
  expect(words).toContain('Passed on Customer care: to Kiosk AG on 19 November 2026, who must answer it');
  const other = world.add({ dueOn: '2026-12-04' });
  expect(wordsOf((await browser.get(`/staff/requests/${other.id}`)).html)).not.toContain('Passed on');
});
