/** What must not get into a package: security data, described values, other people, staff, anything undeclared. */
import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { planParts } from '../../lib/packages/plan-parts.ts';
import { writePart } from '../../lib/packages/write-part.ts';
import type { PackageContent } from '../../lib/packages/content.ts';
import { SECRETS, sampleContent } from './sample-content.ts';
import { filesOf, text } from './unpack.ts';

async function allText(content: PackageContent): Promise<string> {
  return Buffer.concat([...(await filesOf(content)).values()]).toString('utf8');
}

describe('a package', () => {
  it.each(Object.entries(SECRETS))('holds no %s in any file', async (_, secret) => {
    for (const law of ['eu-gdpr', 'us-ca-ccpa']) expect(await allText(sampleContent({ request: { law } }))).not.toContain(secret);
  });

  it('holds neither the ciphertext nor the hash of the person', async () => {
    const all = await allText(sampleContent());
    expect(all).not.toContain('sealed-ciphertext');
    expect(all).not.toContain('subject-hash');
  });

  it('says that we hold a described value, without the value', async () => {
    const page = text(await filesOf(sampleContent()), 'index.html');
    expect(page).toContain('We hold your national identification number.');
  });

  it('does not claim to hold a described value that is empty in every row', async () => {
    expect(text(await filesOf(sampleContent()), 'index.html')).not.toContain('We hold your tax number.');
  });

  it('finds a described value also when only the last row of the last page has it', async () => {
    const row = { id: 1, national_id: null, tax_id: null as string | null };
    const pages = [
      Array.from({ length: 600 }, () => row),
      [...Array.from({ length: 599 }, () => row), { ...row, tax_id: 'DE-PLANTED-77' }],
    ];
    const content = sampleContent({ rows: { 'shop/customers': pages } });
    expect(text(await filesOf(content), 'index.html')).toContain('We hold your tax number.');
    expect(await allText(content)).not.toContain('DE-PLANTED-77');
  });

  it('shows what a law forbids to show only to those whom that law does not protect', async () => {
    const shop = sampleContent().configuration.systems['shop']!;
    const [customers, ...rest] = shop.datasets;
    const columns = {
      ...customers!.columns,
      national_id: { ...customers!.columns['national_id']!, category: 'government-id', disclose: 'value' as const },
    };
    const configuration = {
      systems: { ...sampleContent().configuration.systems, shop: { ...shop, datasets: [{ ...customers!, columns }, ...rest] } },
    };
    expect(await allText(sampleContent({ configuration }))).toContain(SECRETS.nationalId);
    for (const laws of [['us-ca-ccpa'], ['us-mn'], ['eu-gdpr', 'us-ca-ccpa']]) {
      const content = sampleContent({ configuration, request: { laws } });
      expect(await allText(content)).not.toContain(SECRETS.nationalId);
      const page = text(await filesOf(content), 'index.html');
      expect(page).toContain('We hold your national identification number.');
      expect(page).toContain(laws.includes('us-mn') ? 'Minn. Stat. 325M.14 subd. 4(i)' : '11 CCR 7024(d)');
    }
  });

  it('names a column about others with the reason, until a reviewer releases it', async () => {
    const withheld = await filesOf(sampleContent());
    expect(text(withheld, 'index.html')).toContain('GDPR Art. 15(4)');
    expect(text(withheld, 'data/crm/messages.csv')).not.toContain('other_name');
    const released = await filesOf(sampleContent({ content: { released: ['crm/messages/other_name'] } }));
    expect(text(released, 'index.html')).not.toContain('GDPR Art. 15(4)');
    expect(text(released, 'data/crm/messages.json')).toContain(SECRETS.otherPerson);
  });

  it('does not hand out a security column even if a reviewer releases it', async () => {
    const all = await allText(sampleContent({ content: { released: ['shop/customers/password_hash', 'shop/customers/national_id'] } }));
    expect(all).not.toContain(SECRETS.passwordHash);
    expect(all).not.toContain(SECRETS.nationalId);
  });

  it.each([['access'], ['portability']] as const)(
    'stops with a fault at an undeclared column (%s), whose value and name stay out of the message',
    async (right) => {
      const rows = { 'shop/orders': [[{ number: 'A', maiden_name: 'Undeclared-Value' }]] };
      const content = sampleContent({ rows, request: { rights: [right] } });
      const parts = planParts(content);
      const { stream, finished } = writePart(content, parts[0]!, parts);
      const fault = await buffer(stream).then(
        () => undefined,
        (error: Error) => error,
      );
      await expect(finished).rejects.toBe(fault);
      expect(fault).toMatchObject({ name: 'BugError', code: 'invariant', system: 'shop' });
      expect(String(fault)).not.toMatch(/maiden_name|Undeclared-Value/);
    },
  );
});
