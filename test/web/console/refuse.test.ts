/** Refusing: chosen on grounds of each law, read as the person will read it, then confirmed; everything that can be wrong about it. */
import { describe, expect, it } from 'vitest';
import type { Request } from '../../../lib/domain/request.ts';
import { seats, wordsOf } from './desk-fixture.ts';

const seat = seats();
const path = (request: Request): string => `/staff/requests/${request.id}/refuse`;

describe('the choice', () => {
  it('offers every right and every system that is still open, and the grounds of the law with their articles', async () => {
    const { browser, cases } = await seat(['reviewer']);
    const { html } = await browser.get(path(cases.late));
    const words = wordsOf(html);
    expect(html.match(/name="item" type="checkbox" value="[^"]+"/g)).toEqual([
      'name="item" type="checkbox" value="right/access"',
      'name="item" type="checkbox" value="export/shop"',
      'name="item" type="checkbox" value="export/crm"',
    ]);
    expect(words).toContain('Grounds under GDPR This law gives: Copy of data.');
    expect(words).toContain('Doing it would affect the rights and freedoms of other people. GDPR Art. 15(4), 20(4).');
    expect(html).not.toContain('legal_claims');
    expect(html).not.toContain('direct_marketing');
  });

  it('does not offer as a whole what is being deleted', async () => {
    const { browser, cases } = await seat(['reviewer']);
    const { html } = await browser.get(path(cases.failed));
    expect(html).not.toContain('value="right/erasure"');
    expect(html).not.toContain('value="erase/shop"');
    expect(html).toContain('value="erase/crm"');
  });

  it('groups the grounds by law, says for which right each counts, and asks for a provision where none is listed', async () => {
    const { browser, cases } = await seat(['reviewer']);
    const { html } = await browser.get(path(cases.both));
    const words = wordsOf(html);
    expect(words).toContain('Grounds under GDPR This law gives: Copy of data + Deletion.');
    expect(words).toContain('We need these data to establish, exercise or defend legal claims. GDPR Art. 17(3)(e). Only for: Deletion.');
    expect(words).toContain('Grounds under CCPA');
    expect(words).toContain('Cal. Civ. Code 1798.145(a)(1)(E).');
    expect(html).toContain('name="provision.ca-pipeda"');
    expect(html).not.toContain('name="ground.ca-pipeda"');
  });

  it('is for reviewers: an agent sees why not, and may not post', async () => {
    const { browser, cases, world } = await seat(['agent']);
    const { html } = await browser.get(`/staff/requests/${cases.late.id}`);
    expect(html).toMatch(/disabled aria-describedby="act-refuse-reason">Refuse<\/button><span[^>]*>Needs the role reviewer\./);
    expect((await browser.get(path(cases.late))).status).toBe(403);
    expect((await browser.post(path(cases.late), { item: 'right/access' })).status).toBe(403);
    expect(world.calls).toEqual([]);
  });

  it('is not there for a request that is closed', async () => {
    const { browser, cases } = await seat(['reviewer']);
    expect((await browser.get(path(cases.closed))).status).toBe(409);
  });

  it.each([
    [{}, 'Choose what is refused'],
    [{ item: 'right/access' }, 'Choose a ground for: Copy of data'],
    [{ item: 'right/erasure', 'ground.eu-gdpr': 'legal_claims' }, 'Deletion cannot be refused any more.'],
    [{ item: 'right/access', 'ground.eu-gdpr': 'legal_claims' }, 'GDPR does not know that ground for: Copy of data'],
    [
      { item: 'right/access', 'ground.eu-gdpr': 'direct_marketing_no_exception' },
      'Copy of data may not be refused on that ground: GDPR Art. 21(3) has no exception',
    ],
    [{ item: 'right/access', 'ground.eu-gdpr': 'manifestly_unfounded' }, 'Give a reason: one of these grounds does not explain itself'],
    [{ item: 'right/access', 'ground.eu-gdpr': 'rights_of_others', reason: 'x'.repeat(1_001) }, 'Keep the reason under 1,000 characters'],
    [{ item: 'right/access', 'ground.eu-gdpr': 'legal_claims', step: 'confirm' }, 'GDPR does not know that ground'],
    [{ item: 'nonsense', 'ground.eu-gdpr': 'rights_of_others' }, 'Choose what is refused'],
  ])('is not taken from %j', async (fields, message) => {
    const { browser, cases, world } = await seat(['reviewer']);
    const page = await browser.post(path(cases.late), fields as Record<string, string>);
    expect(page.status).toBe(400);
    expect(page.html).toContain('<title>Error: ');
    expect(wordsOf(page.html)).toContain(message);
    expect(world.calls).toEqual([]);
  });

  it('keeps what was chosen and typed when something is wrong, with a link to the place', async () => {
    const { browser, cases } = await seat(['reviewer']);
    const { html } = await browser.post(path(cases.both), {
      item: ['right/erasure'],
      'ground.eu-gdpr': ['legal_claims', 'public_health'],
      reason: 'A lawsuit.',
    });
    const words = wordsOf(html);
    expect(words).toContain(
      'Deletion: CCPA gives this right as well (Cal. Civ. Code 1798.105). A refusal under another law does not take it away',
    );
    expect(html).toContain('href="#ground-us-ca-ccpa"');
    expect(html).toMatch(/id="ground-us-ca-ccpa"/);
    expect(html).toMatch(/value="right\/erasure" checked/);
    expect(html).toMatch(/value="legal_claims" checked/);
    expect(html).toContain('>A lawsuit.</textarea>');
  });
});

describe('the check', () => {
  const decision = {
    item: 'right/access',
    'ground.eu-gdpr': 'manifestly_unfounded',
    reason: 'The same letter <b>came</b> from 400 people.',
  };

  it('shows the mail and the receipt word for word, the remedies and the date, and records nothing', async () => {
    const { browser, cases, world } = await seat(['reviewer']);
    const page = await browser.post(path(cases.late), decision);
    expect(page.status).toBe(200);
    const words = wordsOf(page.html);
    expect(words).toContain('The person must be told by 2 December 2026 (GDPR Art. 12(4)).');
    expect(words).toContain(`Subject: We could not do what you asked: request ${cases.late.reference}`);
    expect(words).toContain(
      'Your request is manifestly unfounded (GDPR Art. 12(5)). The same letter &lt;b&gt;came&lt;/b&gt; from 400 people.',
    );
    expect(words).toContain('What the person can do Reply to this mail: a person will look at the case.');
    expect(words).toContain('Go to court.');
    expect(page.html).not.toContain('<b>came');
    expect(world.calls).toEqual([]);
  });

  it('shows none of the links of the person', async () => {
    const { browser, cases } = await seat(['reviewer']);
    const { html } = await browser.post(path(cases.late), decision);
    expect(html).toContain('/status/…');
    expect(html).not.toMatch(/\/status\/[\w-]{8}/);
  });

  it('is in the language of the person', async () => {
    const { browser, cases } = await seat(['reviewer']);
    const { html } = await browser.post(path(cases.failed), {
      item: 'export/crm',
      'ground.eu-gdpr': 'rights_of_others',
      reason: 'Alles über andere.',
    });
    expect(html).toContain('<blockquote class="letter" lang="de">Die Daten in Customer care geben wir nicht heraus: Es würde');
    expect(wordsOf(html)).toContain('In the answer');
    expect(html).not.toContain('<h2>The mail</h2>');
  });

  it('says that it is late, and with which article', async () => {
    const { browser, cases } = await seat(['reviewer']);
    const words = wordsOf((await browser.post(path(cases.parked), decision)).html);
    expect(words).toContain('This refusal is late The person had to be told by 18 November 2026 (GDPR Art. 12(4)).');
  });

  it('gives the form back to change it', async () => {
    const { browser, cases, world } = await seat(['reviewer']);
    const { html, status } = await browser.post(path(cases.late), { ...decision, step: 'change' });
    expect(status).toBe(200);
    expect(html).toMatch(/value="manifestly_unfounded" checked/);
    expect(html).toMatch(/value="right\/access" checked/);
    expect(html).toContain('400 people.</textarea>');
    expect(world.calls).toEqual([]);
  });

  it('takes several things at once, each on the grounds its law knows for it', async () => {
    const { browser, cases, world } = await seat(['reviewer']);
    const fields = {
      item: ['right/access', 'right/erasure'],
      'ground.eu-gdpr': ['legal_claims', 'rights_of_others'],
      'ground.us-ca-ccpa': ['legal_claims'],
      'provision.ca-pipeda': 's. 9(3)(a)',
      reason: 'A lawsuit.',
    };
    const check = await browser.post(path(cases.both), fields);
    expect(check.status).toBe(200);
    expect(wordsOf(check.html)).toContain('PIPEDA, s. 9(3)(a)');
    expect(wordsOf(check.html)).toContain('Privacy Commissioner of Canada. Do that within 6 months.');
    const changed = await browser.post(path(cases.both), { ...fields, step: 'change' });
    expect(changed.html).toContain('value="s. 9(3)(a)"');
    await browser.post(path(cases.both), { ...fields, step: 'confirm' });
    const [call] = world.calls as { input: { items: unknown } }[];
    expect(call!.input.items).toEqual([
      {
        right: 'access',
        grounds: [
          { law: 'eu-gdpr', code: 'rights_of_others' },
          { law: 'us-ca-ccpa', code: 'legal_claims' },
          { law: 'ca-pipeda', code: 'provision', provision: 's. 9(3)(a)' },
        ],
      },
      {
        right: 'erasure',
        grounds: [
          { law: 'eu-gdpr', code: 'legal_claims' },
          { law: 'eu-gdpr', code: 'rights_of_others' },
          { law: 'us-ca-ccpa', code: 'legal_claims' },
        ],
      },
    ]);
  });
});

describe('the decision', () => {
  const decision = { item: 'right/access export/crm', 'ground.eu-gdpr': 'rights_of_others', reason: '', step: 'confirm' };

  it('is recorded once confirmed, and the request says what was refused', async () => {
    const { browser, cases, world } = await seat(['reviewer']);
    const page = await browser.post(path(cases.late), { ...decision, item: 'right/access' });
    expect(page.path).toBe(`/staff/requests/${cases.late.id}?done=refused`);
    expect(world.calls).toEqual([
      {
        name: 'refuse',
        input: {
          id: cases.late.id,
          items: [{ right: 'access', grounds: [{ law: 'eu-gdpr', code: 'rights_of_others' }] }],
          reason: '',
          by: { sub: 'staff-reviewer', name: 'Ada Keller', roles: ['reviewer'] },
        },
      },
    ]);
    const words = wordsOf(page.html);
    expect(words).toContain('Refused. The person is being told');
    expect(words).toContain('Refused Copy of data: GDPR Art. 15(4), 20(4)');
    expect((await browser.get(path(cases.late))).status).toBe(409);
  });

  it('that came late is marked as late on the request', async () => {
    const { browser, cases } = await seat(['reviewer']);
    const page = await browser.post(path(cases.parked), { ...decision, item: 'export/shop' });
    expect(wordsOf(page.html)).toContain('Copy: Shop: GDPR Art. 15(4), 20(4) Told after 18 November 2026, the last day (GDPR Art. 12(4)).');
  });

  it('of somebody else a moment ago is told in words', async () => {
    const { browser, cases, world } = await seat(['reviewer']);
    world.port.refuse = () => Promise.resolve({ ok: false, reason: 'not-allowed' });
    const page = await browser.post(path(cases.late), { ...decision, item: 'export/crm' });
    expect(page.status).toBe(409);
    expect(wordsOf(page.html)).toContain('The request has changed since you opened the page.');
  });
});
