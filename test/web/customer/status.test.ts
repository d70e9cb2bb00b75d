/** Confirmation, address check and status: who learns what, and what everybody can do. */
import { describe, expect, it } from 'vitest';
import { bareId, newId } from '../../../lib/domain/ids.ts';
import { requestOf } from '../../../lib/domain/request.ts';
import { get, headingOf, openWorld, post } from './browse.ts';
import { caseClosed, caseDenied, caseInProgress, caseReady, caseUnsorted } from './every-page.ts';
import { configuration, CODE, type FakePort } from './fake-port.ts';

function fresh(port: FakePort): FakePort['cases'][number] {
  return port.openCase({
    rights: ['access', 'erasure'],
    person: { email: 'anna@example.com', identifiers: {} },
    lang: 'en',
    channel: 'web',
  });
}

describe('the address check', () => {
  it('takes the six digits with spaces and shows the person their request', async () => {
    const { app, port } = openWorld();
    const one = fresh(port);
    const page = await post(app, `/status/${one.statusToken}/code`, { code: ` ${CODE.slice(0, 3)} ${CODE.slice(3)} ` });
    expect([page.status, page.headers.get('location')]).toEqual([303, `/status/${one.personToken}?done=confirmed`]);
    expect((await get(app, page.headers.get('location')!)).text).toContain('Thank you, the address is confirmed.');
  });

  it('asks for the code as browsers fill it in', async () => {
    const { app, port } = openWorld();
    const page = await get(app, `/status/${fresh(port).statusToken}?new=1`);
    expect(page.html).toMatch(/<input[^>]*name="code"[^>]*autocomplete="one-time-code"[^>]*inputmode="numeric"/);
  });

  it('asks for no code where the mail that went out has none', async () => {
    const { app, port } = openWorld();
    const one = fresh(port);
    for (const event of one.events) if (event.type === 'verification-asked') event.data.mailId = 'm1';
    const page = await get(app, `/status/${one.statusToken}?new=1`);
    expect(page.text).toContain('We sent a message with a link to anna@example.com. Open it to confirm.');
    expect(page.html).not.toContain('name="code"');
    expect(page.text).toContain('Send the message again');
    port.add(one, 'verification-asked', { round: 2, mailId: 'm3' });
    expect((await get(app, `/status/${one.statusToken}?new=1`)).html).toContain('name="code"');
  });

  it('answers every wrong code alike and locks after ten', async () => {
    const { app, port } = openWorld();
    const one = fresh(port);
    const tries = await Promise.all(['', 'abc', '12345', '1234567'].map((code) => post(app, `/status/${one.statusToken}/code`, { code })));
    for (const page of tries) expect([page.status, page.text.includes('That code did not work')]).toEqual([400, true]);
    expect(one.wrongCodes).toBe(0);
    for (let i = 0; i < 9; i += 1) {
      expect((await post(app, `/status/${one.statusToken}/code`, { code: '000000' })).text).toContain('That code did not work');
    }
    expect((await post(app, `/status/${one.statusToken}/code`, { code: '000000' })).text).toContain('Too many codes were wrong');
    expect((await post(app, `/status/${one.statusToken}/code`, { code: CODE })).text).toContain('Too many codes were wrong');
  });

  it('sends the message again and says the same whether it did', async () => {
    const { app, port } = openWorld();
    const one = fresh(port);
    const page = await post(app, `/status/${one.statusToken}/resend`);
    expect(page.headers.get('location')).toBe(`/status/${one.statusToken}?done=resent`);
    expect(port.resent).toEqual([one.statusToken]);
    expect((await get(app, page.headers.get('location')!)).text).toContain('If a minute has passed since the last one');
  });

  it('lets people with a wrong address withdraw and start again', async () => {
    const { app, port } = openWorld();
    const one = fresh(port);
    const page = await post(app, `/status/${one.statusToken}/change-address`);
    expect(page.headers.get('location')).toBe('/request/rights');
    expect(requestOf(one.events, configuration)!.state).toBe('withdrawn');
  });

  it('confirms by the mailed link only when the button is pressed', async () => {
    const { app, port } = openWorld();
    const one = fresh(port);
    port.links.set('mailed', one);
    const page = await get(app, '/verify-address/mailed');
    expect(headingOf(page.html)).toBe('Confirm your request');
    expect(requestOf(one.events, configuration)!.verifiedAt).toBeUndefined();
    expect((await post(app, '/verify-address/mailed')).headers.get('location')).toBe(`/status/${one.personToken}?done=confirmed`);
    expect(requestOf(one.events, configuration)!.verifiedAt).toBeDefined();
  });

  it('answers used, guessed and broken links alike', async () => {
    const { app, port } = openWorld();
    port.links.set('mailed', fresh(port));
    await post(app, '/verify-address/mailed');
    const [used, guessed] = [await post(app, '/verify-address/mailed'), await post(app, '/verify-address/guessed')];
    expect(used.status).toBe(400);
    expect(used.html.replaceAll('/verify-address/mailed', '')).toBe(guessed.html.replaceAll('/verify-address/guessed', ''));
  });
});

describe('the status page', () => {
  it('shows a person the progress of each system, and a submitter none', async () => {
    const { app, port } = openWorld();
    const one = caseInProgress(port);
    const person = await get(app, `/status/${one.personToken}`);
    expect(person.text).toContain('1 of 4 done, 1 with a person.');
    expect(person.text).toMatch(/Shop Copy Data copied 42 records/);
    const submitter = await get(app, `/status/${one.statusToken}`);
    expect(submitter.text).toContain('We are working on your request');
    expect(submitter.text).not.toMatch(/Shop|Customer care|42 records|System by system/);
  });

  it('tells a submitter the same of a closed request, whatever came out', async () => {
    const { app, port } = openWorld();
    const texts = await Promise.all(
      [caseClosed(port), caseDenied(port)].map(async (one) => (await get(app, `/status/${one.statusToken}`)).text),
    );
    for (const text of texts) {
      expect(text).toContain('We have answered your request');
      expect(text).not.toMatch(/refused|Kept|claim before a court|deleted and checked/i);
    }
  });

  it('lists receipts and reasons for the person', async () => {
    const { app, port } = openWorld();
    const closed = await get(app, `/status/${caseClosed(port).personToken}`);
    expect(closed.text).toMatch(/Receipt of your request.*Receipt of our answer.*Receipt of the deletion/);
    expect(closed.text).toContain('From 28 November 2026 nobody can restore it');
    const denied = await get(app, `/status/${caseDenied(port).personToken}`);
    expect(denied.text).toContain('We need the data for a claim before a court. (GDPR Art. 17(3)(e))');
  });

  it('shows a receipt that was corrected beside the one that took its place, and that of the purge as the last', async () => {
    const { app, port } = openWorld();
    const one = caseClosed(port);
    const { html, text } = await get(app, `/status/${one.personToken}`);
    const [, , wrong, right, last] = requestOf(one.events, configuration)!.receipts.map(({ receiptId }) => bareId(receiptId));
    const items = html.slice(html.indexOf('>Receipts<')).split('<li>').slice(1, 6);
    expect(items[2]).toMatch(new RegExp(`^\\s*<a href="/receipts/${wrong}">.*Corrected by: <a href="/receipts/${right}">`, 's'));
    expect(items[3]).toMatch(new RegExp(`^\\s*<a href="/receipts/${right}">.*Corrects: <a href="/receipts/${wrong}">`, 's'));
    expect(items[4]).toContain(`<a href="/receipts/${last}">Receipt of the closing</a>`);
    expect(text).toContain('We corrected a receipt');
    // Who of the staff asked for it, and in which words, is on the receipt or nowhere.
    expect(text).not.toMatch(/renate|counted twice/);
  });

  it('shows whoever withdrew that it ended, and nobody else without the mailed link how a request ended', async () => {
    const { app, port } = openWorld();
    const one = fresh(port);
    port.add(one, 'withdrawn', { by: 'person' });
    port.add(one, 'closed', { outcome: 'withdrawn' });
    port.add(one, 'receipt-issued', { receiptId: newId('rcp', 0), kind: 'closure', interim: false });
    expect((await get(app, `/status/${one.statusToken}`)).text).toContain('Receipt of the closing');
    expect((await get(app, `/status/${caseClosed(port).statusToken}`)).text).not.toMatch(/Receipt of the|orrected/);
  });

  it('says what we wait for, and deletes at once when the person does not want to wait', async () => {
    const { app, port } = openWorld();
    const one = caseReady(port);
    const page = await get(app, `/status/${one.personToken}`);
    // Three days before the deletion would be late, though the files can be downloaded until the 21st.
    expect(page.text).toContain('Deletion begins afterwards. If you do not, it begins on 18 December 2026.');
    expect(headingOf((await get(app, `/status/${one.personToken}/waive`)).html)).toBe('Delete now?');
    expect((await post(app, `/status/${one.personToken}/waive`)).headers.get('location')).toContain('done=waived');
    expect(requestOf(one.events, configuration)!.fetchEnded).toBe('waived');
  });

  it('does not let a submitter waive, or have links sent', async () => {
    const { app, port } = openWorld();
    const one = caseReady(port);
    expect((await post(app, `/status/${one.statusToken}/waive`)).headers.get('location')).toContain('done=waive-no');
    expect((await post(app, `/status/${one.statusToken}/link`)).headers.get('location')).toContain('done=reissue-no');
    expect((await post(app, `/status/${one.personToken}/link`)).headers.get('location')).toContain('done=reissued');
  });

  it('withdraws after asking once more, and says when it is too late', async () => {
    const { app, port } = openWorld();
    const one = fresh(port);
    expect(headingOf((await get(app, `/status/${one.statusToken}/withdraw`)).html)).toBe('Withdraw this request?');
    expect((await post(app, `/status/${one.statusToken}/withdraw`)).headers.get('location')).toContain('done=withdrawn');
    const again = await post(app, `/status/${one.statusToken}/withdraw`);
    expect((await get(app, again.headers.get('location')!)).text).toContain('It is too late to withdraw');
  });

  it('answers every unknown token alike, also for acts', async () => {
    const { app, port } = openWorld();
    fresh(port);
    const pages = await Promise.all([
      get(app, '/status/guessed'),
      post(app, '/status/guessed/withdraw'),
      get(app, '/status/guessed/waive'),
    ]);
    for (const page of pages) expect([page.status, headingOf(page.html)]).toEqual([404, 'We cannot open this']);
  });

  it('speaks the language of the request unless the reader chose another', async () => {
    const { app, port } = openWorld();
    const one = port.openCase({ rights: ['access'], person: { email: 'a@example.com', identifiers: {} }, lang: 'de', channel: 'web' });
    expect(headingOf((await get(app, `/status/${one.statusToken}`)).html)).toBe('Bitte bestätigen Sie Ihre E-Mail-Adresse');
    const english = await get(app, `/status/${one.statusToken}?lang=en`);
    expect(headingOf(english.html)).toBe('Please confirm your email address');
    expect(english.html).toContain(`/status/${one.statusToken}/withdraw?lang=en`);
  });
});

describe('the status of a letter that nobody has made sense of yet', () => {
  it.each([
    ['en', 'A person is reading your letter', 'We are preparing the email'],
    ['de', 'Ein Mensch liest Ihren Brief', 'Wir bereiten die E-Mail vor'],
  ])('says so, gives the date, and promises no receipt of a request nobody knows: %s', async (lang, heading, other) => {
    const { app, port } = openWorld();
    const page = await get(app, `/status/${caseUnsorted(port).statusToken}?lang=${lang}`);
    expect(headingOf(page.html)).toBe(heading);
    expect(page.text).not.toContain(other);
    expect(page.html).toMatch(/<time datetime="2026-\d\d-\d\d">/);
    expect(page.html).not.toContain('/receipts/');
  });

  it('is that of any other request once somebody has read it', async () => {
    const { app, port } = openWorld();
    const one = caseUnsorted(port);
    port.add(one, 'sorted', { by: 'anton', rights: ['erasure'], law: 'eu-gdpr', laws: ['eu-gdpr'] });
    const page = await get(app, `/status/${one.statusToken}`);
    expect(headingOf(page.html)).toBe('We have your request');
    expect(page.text).toContain('You asked for Deletion');
  });
});
