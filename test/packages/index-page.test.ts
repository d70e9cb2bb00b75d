/** The page a person reads: complete, true, in their language, valid and harmless HTML. */
import { createHash } from 'node:crypto';
import { HtmlValidate } from 'html-validate';
import { describe, expect, it } from 'vitest';
import { LAW_IDS } from '../../lib/domain/law/law-ids.ts';
import { fullCite } from '../../lib/domain/law/law.ts';
import { grants, lawById } from '../../lib/domain/law/laws.ts';
import { indexPage } from '../../lib/packages/page/index-page.ts';
import { STYLES } from '../../lib/packages/page/styles.ts';
import { requestFile } from '../../lib/packages/request-file.ts';
import { planParts } from '../../lib/packages/plan-parts.ts';
import type { PackageContent } from '../../lib/packages/content.ts';
import { NAME, sampleContent } from './sample-content.ts';
import type { Sample } from './sample-content.ts';
import { filesOf, text, unpack, writeAll } from './unpack.ts';

const htmlValidate = new HtmlValidate({ extends: ['html-validate:recommended', 'html-validate:document'] });

async function pageOf(content: PackageContent): Promise<string> {
  let page = '';
  for await (const chunk of indexPage(content, planParts(content))) page += chunk;
  return page;
}

/** The words a reader sees in a section. */
function section(page: string, id: string): string {
  const start = page.indexOf(`<h2 id="${id}">`);
  const end = page.indexOf('<h2 ', start + 1);
  return start < 0
    ? ''
    : page
        .slice(start, end < 0 ? undefined : end)
        .replaceAll(/<[^>]*>/g, ' ')
        .replaceAll(/\s+/g, ' ');
}

/** When every law is in force. */
const LATE = '2028-02-01T09:00:00.000Z';

const NOTHING: Sample = { rows: {} };
const CALIFORNIA: Sample = { request: { law: 'us-ca-ccpa' } };
const INTERIM: Sample = { content: { outstanding: [{ system: 'crm', expectedOn: '2026-12-01' }] } };
const WIDE: Sample = {
  rows: { 'shop/customers': [[{ name: null, profile: [[], {}, [['']]] }]] },
  content: { released: ['crm/messages/other_name'] },
};

describe('index.html', () => {
  it.each([
    ['the sample', {}],
    ['German', { content: { lang: 'de-AT' } }],
    ['California', CALIFORNIA],
    ['nothing found', NOTHING],
    ['an interim answer', INTERIM],
    ['empty values', WIDE],
    ['a law without a list of its own', { request: { law: 'br-lgpd' } }],
    ['deletion asked too', { request: { rights: ['access', 'erasure'] } }],
  ] satisfies [string, Sample][])('is valid HTML for %s', async (_, sample) => {
    const report = await htmlValidate.validateString(await pageOf(sampleContent(sample)));
    expect(report.results.flatMap((result) => result.messages.map(({ ruleId, line, message }) => `${line} ${ruleId} ${message}`))).toEqual(
      [],
    );
  });

  it.each(LAW_IDS.filter((id) => Object.keys(lawById(id).responseContent).length > 0))(
    'cites every article of the checklist of %s, also when nothing was found',
    async (law) => {
      const { responseContent, citeAs } = lawById(law);
      const wanted = Object.values(responseContent).flatMap(({ cite, items }) =>
        items.length > 0 ? items.map((item) => item.cite) : [cite],
      );
      for (const sample of [{ request: { law, receivedAt: LATE } }, { request: { law, receivedAt: LATE }, rows: {} }]) {
        const page = await pageOf(sampleContent(sample));
        const cited = [...page.matchAll(/<span class="cite">([^<]*)</g)].map(([, articles]) => articles!.replaceAll('&amp;', '&'));
        const missing = wanted.map((each) => fullCite({ citeAs }, each.split(': ')[0]!)).filter((each) => !cited.join('; ').includes(each));
        expect(missing).toEqual([]);
      }
    },
  );

  it('can be written under every law that gives a copy', async () => {
    for (const law of LAW_IDS.filter((id) => grants(lawById(id), 'access', LATE.slice(0, 10)))) {
      expect(await pageOf(sampleContent({ request: { law, receivedAt: LATE, rights: ['access'] } }))).toContain('<h2 id="answer">');
    }
  });

  it('answers all laws that apply at once, each with its article, and points to everybody the person may complain to', async () => {
    const laws = ['eu-gdpr', 'us-ca-ccpa', 'us-va'];
    const page = await pageOf(sampleContent({ request: { laws } }));
    expect(section(page, 'answer')).toContain(
      'General Data Protection Regulation (GDPR), European Union, California Consumer Privacy Act (CCPA) and Virginia',
    );
    expect(section(page, 'data')).toMatch(/What we use it for GDPR Art\. 15\(1\)\(a\); \S.*1798\.110\(a\)\(3\)/);
    expect(section(page, 'data')).toContain('We have a legitimate interest (Art. 6(1)(f) GDPR)');
    expect(section(page, 'california')).toContain('Ads Inc');
    const rights = section(page, 'rights');
    for (const told of [
      'Deletion. ',
      'GDPR Art. 17; ',
      '1798.105',
      'Limit. ',
      'Appeal. ',
      'Berliner Beauftragte',
      'Attorney General of Virginia',
    ]) {
      expect(rights).toContain(told);
    }
    expect(rights).toContain('You may also go to court GDPR Art. 12(4) .');
  });

  it('promises no right that none of the laws gives', async () => {
    const rights = section(await pageOf(sampleContent({ request: { law: 'us-ia' } })), 'rights');
    expect(rights).toContain('Deletion.');
    for (const other of ['Correction.', 'Restriction.', 'Limit.', 'No profiling.', 'court']) expect(rights).not.toContain(other);
  });

  it('names a law without a name of ours as it calls itself', async () => {
    expect(section(await pageOf(sampleContent({ request: { law: 'us-mn' }, content: { lang: 'de' } })), 'answer')).toContain(
      'Minnesota Consumer Data Privacy Act',
    );
  });

  it('holds no copy where only the portable one was not refused', async () => {
    const refusals = [{ rights: ['access' as const], scope: 'partial' as const, by: 'renate', grounds: [], at: '2026-11-05T00:00:00Z' }];
    const page = await pageOf(sampleContent({ request: { refusals } }));
    expect(page).not.toContain('href="data/');
    expect(page).toContain('href="portability/');
    expect(page).not.toContain('Art. 15(3)');
  });

  it('needs nothing from outside and allows nothing to run', async () => {
    const page = await pageOf(sampleContent());
    expect(page).not.toMatch(/(?:src|href|action)="(?:https?:|\/\/|data:|javascript:)/);
    expect(page).not.toContain('<script');
    expect(page).toContain(
      `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLES).digest('base64')}'`.replaceAll("'", '&#39;'),
    );
    expect(STYLES.length).toBeLessThan(30_000);
    expect(STYLES).not.toMatch(/url\(|@import/);
  });

  it('shows names of any script, emoji and markup as text, in their own direction', async () => {
    const page = await pageOf(sampleContent());
    const escaped = NAME.replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    expect(page).toContain(`<span class="text" dir="auto">${escaped}</span>`);
  });

  it('tells recipients by name and role, purpose, retention, source and safeguards', async () => {
    const data = section(await pageOf(sampleContent()), 'data');
    for (const told of [
      'Hosting Ltd (works for us, Ireland): Runs our servers',
      'Running your account',
      'As long as you have an account',
      'The support forum',
      'Standard contractual clauses',
    ]) {
      expect(data).toContain(told);
    }
    expect(data).toContain('We have a legitimate interest (Art. 6(1)(f) GDPR); you may object (for: score)');
  });

  it('shows the first twenty records and links to the rest', async () => {
    const page = await pageOf(sampleContent());
    expect(section(page, 'data')).toContain('The first 20 of 40 records.');
    expect(page).toContain('A-20<');
    expect(page).not.toContain('A-21<');
    expect(page).toContain('href="data/shop/orders.csv"');
  });

  it('links only to files that are in the package', async () => {
    const { configuration } = sampleContent();
    for (const content of [
      sampleContent(),
      sampleContent({ configuration: { policies: { ...configuration.policies, partBytes: 4000 } } }),
    ]) {
      const written = await writeAll(content);
      const files = new Set(written.flatMap(({ bytes }) => [...unpack(bytes).keys()]));
      const page = text(unpack(written[0]!.bytes), 'index.html');
      const links = [...page.matchAll(/href="([^"#]+)"/g)].map(([, link]) => link!);
      expect(links.length).toBeGreaterThan(5);
      expect(links.filter((link) => !files.has(link))).toEqual([]);
      const anchors = [...page.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id!);
      expect(anchors.filter((id) => !page.includes(`id="${id}"`))).toEqual([]);
    }
  });

  it('says in the language of the person what the languages of the configuration allow, and marks the rest as English', async () => {
    const page = await pageOf(sampleContent({ content: { lang: 'de' } }));
    expect(page).toContain('<html lang="de" dir="ltr">');
    expect(section(page, 'answer')).toContain('Ja, wir speichern Daten über Sie. Gefunden haben wir sie in: Laden und Customer service.');
    expect(section(page, 'answer')).toContain('2. Dezember 2026');
    expect(page).toContain('<span lang="en">Customer service</span>');
  });

  it('says so when nothing is held, and still shows what the request itself left', async () => {
    const page = await pageOf(sampleContent(NOTHING));
    expect(section(page, 'answer')).toContain('We hold no data about you besides this request itself.');
    expect(section(page, 'request')).toContain('zoe@example.org');
  });

  it('does not claim to have searched everything when a system is late or was skipped', async () => {
    const outcomes = [
      {
        system: 'crm',
        pass: 'export' as const,
        outcome: 'skipped' as const,
        found: 0,
        datasets: [],
        at: '2026-11-03T00:00:00Z',
        reason: 'Closed in 2019',
      },
    ];
    for (const content of [
      sampleContent({ ...NOTHING, content: INTERIM.content! }),
      sampleContent({ ...NOTHING, content: { outcomes } }),
    ]) {
      expect(await pageOf(content)).not.toContain('We searched all our systems.');
    }
    expect(section(await pageOf(sampleContent({ ...NOTHING, content: { outcomes } })), 'open')).toContain(
      'Customer service was not searched: Closed in 2019',
    );
  });

  it('marks an interim answer and names what is missing and by when', async () => {
    const page = await pageOf(sampleContent(INTERIM));
    expect(section(page, 'answer')).toContain('This is an interim answer');
    expect(section(page, 'open')).toContain('Customer service has not answered yet; expected on 1 December 2026');
  });

  it('names the parts that were refused', async () => {
    const grounds = [{ code: 'x', law: 'Art. 12(5)', text: 'The same was asked last week.' }];
    expect(section(await pageOf(sampleContent({ request: { grounds } })), 'open')).toContain(
      'Refused in part: The same was asked last week. Art. 12(5)',
    );
  });

  it('tells before a deletion what law will keep, and after it what was kept', async () => {
    const rights = ['access' as const, 'erasure' as const];
    expect(section(await pageOf(sampleContent({ request: { rights } })), 'kept')).toContain(
      'Orders (Shop): Tax law keeps invoices. § 147 AO',
    );
    const datasets = [{ dataset: 'orders', found: 3, kept: { count: 2, until: '2034-12-31' } }];
    const outcomes = [
      { system: 'shop', pass: 'erase' as const, outcome: 'retained' as const, found: 3, datasets, at: '2026-11-19T00:00:00Z' },
    ];
    expect(section(await pageOf(sampleContent({ request: { rights }, content: { outcomes } })), 'kept')).toContain(
      '2 records, until 31 December 2034',
    );
  });

  it('shows what the request system holds: details as given and events with their time', async () => {
    const request = section(await pageOf(sampleContent()), 'request');
    expect(request).toContain('Customer number 42');
    expect(request).toContain('2 November 2026 at 10:05:00 CET We were satisfied that it was you');
    expect(request).toContain('3 years');
  });

  it('shows what was noted about the request: from where it was sent, its brand, and what others must answer', async () => {
    const party = { name: 'Kiosk AG', address: 'Seeweg 3', country: 'CH', email: 'privacy@kiosk.example' };
    const brands = { kiosk: { label: { en: 'The Kiosk' }, role: 'processor' as const, controller: party } };
    const passedOn = [{ to: 'Hotel SA', contact: 'privacy@hotel.example', systems: ['crm'], mailId: 'm', at: '2026-11-02T09:01:00.000Z' }];
    const content = sampleContent({ configuration: { brands }, request: { brand: 'kiosk', observedCountry: 'US', passedOn } });
    const page = await pageOf(content);
    expect(section(page, 'request')).toContain('Where it was sent from, as far as the network knows United States It is about The Kiosk');
    expect(section(page, 'open')).toContain(
      'For Customer service we only work on behalf of Hotel SA. We passed your request on to them (privacy@hotel.example) on 2 November 2026; they must answer you.',
    );
    const nothing = sampleContent({ ...NOTHING, request: { passedOn } });
    expect(section(await pageOf(nothing), 'answer')).toContain(
      'We searched all systems for which we must answer. They hold no data about you.',
    );
    expect(JSON.parse(requestFile(content))).toMatchObject({
      laws: ['eu-gdpr'],
      observedCountry: 'US',
      brand: 'kiosk',
      passedOn: [{ to: 'Hotel SA', systems: ['crm'] }],
    });
  });

  it('gives California its two lists, by category and recipient', async () => {
    const page = await pageOf(sampleContent(CALIFORNIA));
    const [sold, disclosed] = section(page, 'california').split('Personal information we disclosed for a business purpose');
    expect(sold).toContain('Communications Ads Inc');
    expect(sold).not.toContain('Hosting Ltd');
    expect(disclosed).toContain('Commercial information Hosting Ltd');
    expect(section(page, 'rights')).toContain('California Privacy Protection Agency');
    expect(page).not.toContain('Art. 15');
  });

  it('says in California that nothing was sold when nothing was', async () => {
    const page = await pageOf(sampleContent({ ...CALIFORNIA, rows: { 'shop/orders': [[{ number: 'A', total: 1, paid: true }]] } }));
    expect(section(page, 'california')).toContain('We did not sell or share');
  });

  it('names the authority, and who runs the request system when that is known', async () => {
    const page = await pageOf(
      sampleContent({
        content: {
          requestSystem: { recipients: ['Hosting Ltd'], transfers: [{ country: 'US', safeguard: 'Adequacy decision' }] },
        },
      }),
    );
    expect(section(page, 'rights')).toMatch(
      /Berliner Beauftragte für Datenschutz und Informationsfreiheit, .*https:\/\/www\.datenschutz-berlin\.de/,
    );
    expect(section(page, 'request')).toContain('United States. Protected by: Adequacy decision');
  });

  it('comes with a README that says what to open', async () => {
    const readme = text(await filesOf(sampleContent({ content: { lang: 'de' } })), 'README.txt');
    expect(readme).toContain('Öffnen Sie index.html');
    expect(readme.length).toBeLessThan(1500);
  });
});
