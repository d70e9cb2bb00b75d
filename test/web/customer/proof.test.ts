/** Downloads, receipts and what programs look for. */
import { describe, expect, it } from 'vitest';
import { requestOf } from '../../../lib/domain/request.ts';
import { get, headingOf, openWorld } from './browse.ts';
import { caseReady } from './every-page.ts';
import { configuration, readyDownload } from './fake-port.ts';
import { deletionPayload, refusalPayload } from './payloads.ts';

describe('the download page', () => {
  it('lists files with sizes and checksums until the end of the window', async () => {
    const { app, port } = openWorld();
    port.downloadState = readyDownload(requestOf(caseReady(port).events, configuration)!);
    const page = await get(app, '/download/download-token');
    expect(page.text).toContain('as often as you like until 21 December 2026. Ready since 21 November 2026.');
    expect(page.text).toMatch(/your-data-1\.zip Size 4\.2 MB Checksum \(SHA-256\) [0-9a-f]{64}/);
    expect(page.html).toContain('href="/download/download-token/2"');
  });

  it('sends each click to a fresh address', async () => {
    const { app, port } = openWorld();
    port.downloadState = readyDownload(requestOf(caseReady(port).events, configuration)!);
    const page = await get(app, '/download/download-token/1');
    expect([page.status, page.headers.get('location')]).toEqual([303, 'https://delivery.example/part-1?X-Amz-Signature=s']);
    expect(page.headers.get('cache-control')).toBe('no-store');
    for (const part of ['3', '0', '-1', 'x', '1.5']) expect((await get(app, `/download/download-token/${part}`)).status, part).toBe(404);
  });

  it.each([
    ['not-ready', 200, 'Your files are not ready yet'],
    ['ended', 410, 'The time to download is over'],
    ['unknown', 404, 'This link does not work'],
  ] as const)('says so when the answer is %s', async (reason, status, heading) => {
    const { app, port } = openWorld();
    port.downloadState = { ok: false, reason };
    const page = await get(app, '/download/download-token');
    expect([page.status, headingOf(page.html)]).toEqual([status, heading]);
  });
});

describe('a receipt', () => {
  it('is a page to read, and the signed bytes by suffix or by Accept', async () => {
    const { app, port } = openWorld();
    const payload = deletionPayload();
    const id = String(payload['id']);
    const jws = await port.issue(payload, `rcp_${id}`);
    const page = await get(app, `/receipts/${id}`);
    expect(page.text).toContain('We deleted 911 records in 3 systems.');
    expect(page.text).toMatch(/Shop: Invoices \(§ 147 AO\): Tax law .* until 31 December 2034/);
    expect(page.html).toMatch(/<svg class="qr" role="img"/);
    const file = await get(app, `/receipts/${id}.jws`);
    expect([file.html, file.headers.get('content-type')]).toEqual([jws, 'application/jose']);
    expect((await get(app, `/receipts/${id}`, { accept: 'application/jose' })).html).toBe(jws);
    expect(JSON.parse((await get(app, `/receipts/${id}`, { accept: 'application/json' })).html)).toEqual({ id, jws, payload });
    expect((await get(app, `/receipts/rcp_${id}.json`)).status).toBe(200);
  });

  it('that was corrected leads to the one that took its place, and that one back', async () => {
    const { app, port } = openWorld();
    const [wrong, right] = [deletionPayload(), { ...deletionPayload(), kind: 'correction' }].map((payload) => ({
      payload,
      id: String(payload['id']),
    }));
    await port.issue(wrong!.payload, `rcp_${wrong!.id}`);
    await port.issue({ ...right!.payload, supersedes: { id: wrong!.id, sha256: 'sha256:x' } }, `rcp_${right!.id}`);
    Object.assign(port.receipts.get(`rcp_${wrong!.id}`)!, { supersededBy: { id: right!.id, issuedAt: '2026-11-29T09:00:00.000Z' } });
    const old = await get(app, `/receipts/${wrong!.id}`);
    expect(old.text).toContain('There is a newer receipt');
    expect(old.html).toContain(`<a href="/receipts/${right!.id}">`);
    expect(old.text).toContain('We deleted 911 records in 3 systems.');
    const json = (await get(app, `/receipts/${wrong!.id}`, { accept: 'application/json' })).html;
    expect(JSON.parse(json)).toMatchObject({ id: wrong!.id, supersededBy: right!.id });
    const newer = await get(app, `/receipts/${right!.id}`);
    expect(newer.html).toContain(`<a href="/receipts/${wrong!.id}">Read the earlier receipt, whose place this one takes</a>`);
  });

  it('of a refusal gives reasons, remedies with their times, and what goes with it as links', async () => {
    const { app, port } = openWorld();
    const payload = refusalPayload();
    await port.issue(payload, `rcp_${String(payload['id'])}`);
    const page = await get(app, `/receipts/${String(payload['id'])}`);
    expect(page.text).toContain('We need these data for legal claims. (GDPR Art. 17(3)(e)) There is a lawsuit about your order.');
    expect(page.html).toContain(
      '<a href="https://privacy.muster.example/request/rights?right=opt-out-of-sale">Ask us not to sell or share your data</a>',
    );
    expect(page.html).toContain('<a href="https://privacy.muster.example/request/rights?right=erasure">Ask again</a>');
    expect(page.text).toContain('purchase (for: to run the shop; from: you; disclosed to: Parcel Post)');
    expect(page.text).toContain('A complaint to the authority (Privacy Commissioner) must be made within 6 months.');
    expect(page.html).toContain('<a href="https://ag.example/form">Attorney General</a>');
    expect(page.text).toContain('answers within 45 days. If that is not enough, we may take up to 60 days more, and tell you why.');
    expect(page.text).toContain('We acknowledge your complaint within 30 days.');
    expect(page.text).toContain('We may not treat you worse because you asked.');
  });

  it('shows what it can of a receipt it does not know', async () => {
    const { app, port } = openWorld();
    const { id } = deletionPayload();
    await port.issue(
      { v: 9, kind: 'novelty', id, text: 'Something new.', systems: 'none', request: { rights: ['new-right'] } },
      `rcp_${id}`,
    );
    const page = await get(app, `/receipts/${id}`);
    expect([page.status, headingOf(page.html)]).toEqual([200, 'novelty']);
    expect(page.text).toContain('Something new.');
  });

  it('is not there for wrong ids, in words or as a problem', async () => {
    const { app } = openWorld();
    for (const id of ['guessed', '019a8f2c-3b7a-7c41-9d55-0f6a2e8b4c04']) {
      expect((await get(app, `/receipts/${id}`)).status).toBe(404);
      const problem = await get(app, `/receipts/${id}.jws`);
      expect([problem.status, problem.headers.get('content-type')]).toEqual([404, 'application/problem+json; charset=utf-8']);
    }
  });
});

describe('what programs look for', () => {
  it('publishes the keys for everybody', async () => {
    const { app, port } = openWorld();
    const jwks = await get(app, '/.well-known/jwks.json');
    expect([JSON.parse(jwks.html), jwks.headers.get('access-control-allow-origin')]).toEqual([{ keys: await port.keys() }, '*']);
    expect(JSON.parse((await get(app, '/.well-known/privacy-receipts.json')).html)).toEqual({
      issuer: port.baseUrl,
      keys: await port.keys(),
      logs: await port.logs(),
    });
    expect((await get(app, '/healthz')).html).toBe('{"ok":true}');
  });
});
