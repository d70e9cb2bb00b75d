/** The demo CRM misbehaves for the people whose addresses say so, and for nobody else. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Connector } from '../../lib/connectors/connector.ts';
import { createHttpConnector } from '../../lib/connectors/http-connector.ts';
import { startCrm, type Crm } from '../../lib/demo/crm-server.ts';
import { demoPeople } from '../../lib/demo/people.ts';
import type { HttpSettings } from '../../lib/domain/config/http-settings.ts';
import configuration from '../../quittance.config.ts';

const dir = mkdtempSync(join(tmpdir(), 'quittance-crm-'));
let crm: Crm;
let connector: Connector;

beforeAll(async () => {
  crm = await startCrm({ file: join(dir, 'crm.sqlite'), port: 0, token: 't' });
  const declared = configuration.systems['crm']!;
  const settings: HttpSettings = { ...(declared.settings as HttpSettings), timeoutMs: 400 };
  connector = createHttpConnector(
    { ...declared, settings },
    { secret: async () => JSON.stringify({ url: crm.url, token: 't' }), now: () => Date.now() },
  );
});
afterAll(async () => {
  await crm?.close();
  rmSync(dir, { recursive: true });
});

function subject(local: string): { identifiers: Record<string, string[]> } {
  const person = demoPeople().find(({ email }) => email.startsWith(`${local}@`))!;
  return { identifiers: { customerId: [String(person.customerId)] } };
}

describe('the demo CRM', () => {
  it.each([
    ['crm-down', { name: 'TransientError', code: 'system-unreachable' }],
    ['crm-slow', { name: 'TransientError', code: 'system-timeout' }],
    ['crm-nonsense', { name: 'PermanentError', code: 'system-nonsense' }],
  ])('fails for %s@', async (local, fault) => {
    await expect(connector.find(subject(local))).rejects.toMatchObject(fault);
  });

  it('makes crm-busy@ wait and then answers', async () => {
    expect((await connector.find(subject('crm-busy'))).found).toEqual({ contacts: 1, activities: 4 });
  });

  it('keeps half of crm-half@ until it is repaired', async () => {
    const half = subject('crm-half');
    await connector.erase(half);
    expect((await connector.verify(half)).left).toEqual({ contacts: 1, activities: 2 });
    await connector.erase(half);
    expect((await connector.verify(half)).left).toEqual({ contacts: 1, activities: 2 });
    await fetch(`${crm.url}/contacts/14/repair`, { method: 'POST', headers: { authorization: 'Bearer t' } });
    await connector.erase(half);
    expect(await connector.verify(half)).toEqual({ left: {}, kept: {} });
  });

  it('answers nothing without its token, and knows only its own resources', async () => {
    expect((await fetch(`${crm.url}/contacts/1`)).status).toBe(401);
    expect((await fetch(`${crm.url}/contacts`, { headers: { authorization: 'Bearer t' } })).status).toBe(404);
    expect((await fetch(`${crm.url}/contacts/1`, { method: 'PUT', headers: { authorization: 'Bearer t' } })).status).toBe(404);
  });
});
