/** Which laws count and what they do not give, which brand it is about, and the page of those for whom the company works. */
import { describe, expect, it } from 'vitest';
import { get, headingOf, hiddenOf, openWorld, post, type Fields } from './browse.ts';
import { withOthers } from './every-page.ts';

const WHO: Fields = { email: 'anna@example.com', residence: 'DE' };

function openBranded(): ReturnType<typeof openWorld> {
  const world = openWorld();
  withOthers(world.port);
  return world;
}

describe('the laws of a request', () => {
  it('stand on the start page, with a date for an example', async () => {
    const { text } = await get(openWorld().app, '/');
    expect(text).toContain(
      'We answer under these laws, depending on where you live: General Data Protection Regulation (GDPR) and California Consumer Privacy Act (CCPA).',
    );
    expect(text).toContain(
      'An example: if you ask today for a copy of your data and do not say where you live, you have our answer by 21 December 2026',
    );
  });

  it('stand on the check page: the earliest date, whose it is, and which others protect the person', async () => {
    const { text } = await post(openWorld().app, '/request/who', { ...WHO, rights: 'access', residence: 'US-CA' });
    expect(text).toContain('We will answer by Monday, 21 December 2026');
    expect(text).toContain('The rules are those of the General Data Protection Regulation (GDPR).');
    expect(text).toContain('You are also protected by: California Consumer Privacy Act (CCPA).');
    const german = await post(openWorld().app, '/request/who', { ...WHO, rights: 'access' });
    expect(german.text).not.toContain('You are also protected by');
  });

  it.each(['en', 'de'])('are named in %s as they call themselves where the catalog has no name for them', async (lang) => {
    const { app, port } = openWorld();
    port.configuration = { ...port.configuration, laws: ['us-mn', 'jp-appi'] };
    expect((await get(app, `/?lang=${lang}`)).text).toContain('Minnesota Consumer Data Privacy Act');
  });

  it('that do not give a right say so kindly before it is sent, with what can be asked instead; it can still be sent', async () => {
    const { app, port } = openWorld();
    const check = await post(app, '/request/who', { ...WHO, rights: ['access', 'limit'] });
    expect(check.text).toContain('Not everything you ask for is a right where you live');
    expect(check.text).toContain(
      'You asked us to limit how we use your sensitive data. The law that applies to you (GDPR) does not give this right.',
    );
    expect(check.text).toMatch(/You can still ask us to see the data we hold about you,/);
    expect((await post(app, '/request/check', hiddenOf(check.html))).status).toBe(303);
    expect(port.submissions[0]!.rights).toEqual(['access', 'limit']);
    const granted = await post(app, '/request/who', { ...WHO, rights: ['access', 'limit'], residence: 'US-CA' });
    expect(granted.text).not.toContain('Not everything you ask for');
  });
});

describe('the question about the brand', () => {
  it('is asked only by a company with several names, after what is asked for', async () => {
    const { app } = openBranded();
    const brand = await post(app, '/request/rights', { rights: 'access' });
    expect(headingOf(brand.html)).toBe('Which of our names is it about?');
    expect(brand.text).toContain('Muster The Kiosk I am not sure, or none of these');
    const where = await post(app, '/request/brand', { ...hiddenOf(brand.html), brand: 'kiosk' });
    expect(headingOf(where.html)).toBe('Where do you live?');
    const back = await post(app, '/request/where', { ...hiddenOf(where.html), go: 'back' });
    expect(back.html).toMatch(/value="kiosk"[^>]*checked/);
    expect(headingOf((await post(openWorld().app, '/request/rights', { rights: 'access' })).html)).toBe('Where do you live?');
  });

  it('must be answered, if only with "not sure", and takes only names there are', async () => {
    const { app, port } = openBranded();
    const open = await post(app, '/request/brand', { rights: 'access' });
    expect(open.status).toBe(400);
    expect(open.text).toContain('Choose what it is about, or say that you are not sure');
    const wrong = await post(app, '/request/brand', { rights: 'access', brand: 'toString' });
    expect(wrong.text).toContain('This name is not known here');
    const check = await post(app, '/request/who', { ...WHO, rights: 'access', brand: 'not-sure' });
    await post(app, '/request/check', hiddenOf(check.html));
    expect(port.submissions[0]).not.toHaveProperty('brand');
  });

  it('leads to a check page that says who will answer, and promises no date of ours', async () => {
    const { app, port } = openBranded();
    const check = await post(app, '/request/who', { ...WHO, rights: ['access', 'erasure'], brand: 'kiosk' });
    expect(check.text).toContain('Kiosk AG will answer The Kiosk is run by us on behalf of Kiosk AG.');
    expect(check.text).not.toMatch(/We will answer by|What we will have to keep/);
    await post(app, '/request/check', hiddenOf(check.html));
    expect(port.submissions[0]).toMatchObject({ brand: 'kiosk' });
  });

  it('is confirmed with who answers instead, and without a code to type', async () => {
    const { app, port } = openBranded();
    const one = port.openCase({
      rights: ['access'],
      person: { email: 'anna@example.com', identifiers: {} },
      lang: 'en',
      channel: 'web',
      brand: 'kiosk',
    });
    const { text, html } = await get(app, `/status/${one.statusToken}?new=1`);
    expect(text).toContain('The Kiosk is run by us on behalf of Kiosk AG.');
    expect(html).not.toContain('one-time-code');
    expect((await get(app, '/privacy')).text).toContain('They are: Kiosk AG, Seeweg 3, Zürich; Hotel SA, Seeweg 3, Zürich.');
    expect((await get(openWorld().app, '/privacy')).text).not.toContain('They are:');
  });

  it('or its absence leaves the part that the company holds for others to them, and says so before it is sent', async () => {
    const check = await post(openBranded().app, '/request/who', { ...WHO, rights: 'access', brand: 'muster' });
    expect(check.text).toContain('We will answer by Monday, 21 December 2026');
    expect(check.text).toContain('For Rooms we only work on behalf of Hotel SA. We pass your request on to them as well');
  });
});

describe('the page of those for whom the company works', () => {
  it('shows who asks only to those who press the button, and then everything they need', async () => {
    const { app } = openBranded();
    const closed = await get(app, '/passed-on/passed-on-token');
    expect(closed.text).toContain('is about Rooms, which Muster & Söhne GmbH runs on your behalf');
    expect(closed.html).not.toMatch(/anna|K-4711/i);
    const shown = await post(app, '/passed-on/passed-on-token');
    for (const told of [
      'Anna <Lindqvist>',
      'anna.lindqvist@example.com (not confirmed)',
      'Customer number K-4711',
      'my card',
      'A copy of your data',
    ]) {
      expect(shown.text).toContain(told);
    }
    expect(shown.headers.get('cache-control')).toContain('no-store');
  });

  it('is not there for a guessed link, nor once the working data are gone', async () => {
    const { app, port } = openBranded();
    expect((await get(app, '/passed-on/guessed')).status).toBe(404);
    port.passed = undefined;
    for (const page of [await get(app, '/passed-on/passed-on-token'), await post(app, '/passed-on/passed-on-token')]) {
      expect(page.status).toBe(404);
    }
  });
});
