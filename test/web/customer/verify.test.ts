/** The page that checks receipts, without a script: a verdict in words, and five lines it rests on. */
import { describe, expect, it } from 'vitest';
import { get, headingOf, openWorld, post } from './browse.ts';
import { FakePort } from './fake-port.ts';
import { deletionPayload, denialPayload } from './payloads.ts';
import { SmallLog } from '../../receipts/verify-world.ts';

/** The five lines of an answer, as state and note. */
function linesIn(html: string): string[] {
  const table = /<section class="table-frame"[^]*?<\/section>/.exec(html)?.[0] ?? '';
  return [...table.matchAll(/<td[^>]*>([^]*?)<\/td>/g)].map(([, cell]) =>
    cell!
      .replaceAll(/<[^>]+>/g, ' ')
      .replaceAll(/\s+/g, ' ')
      .trim(),
  );
}

describe('the page that checks receipts', () => {
  it('says genuine, and shows what was signed', async () => {
    const { app, port } = openWorld();
    const payload = deletionPayload();
    const jws = await port.issue(payload, `rcp_${payload['id']}`);
    const wrapped = jws.replaceAll(/(.{70})/g, '$1\r\n');
    for (const page of [await get(app, `/verify?id=${payload['id']}`), await post(app, '/verify', { jws: `  ${wrapped}\n` })]) {
      expect([page.status, headingOf(page.html)]).toEqual([200, 'Genuine']);
      expect(page.text).toContain('What was signed: Receipt of the deletion');
      expect(page.text).toContain('911 records');
    }
  });

  it('reads the file of a receipt', async () => {
    const { app, port } = openWorld();
    const jws = await port.signed(deletionPayload());
    const body = new FormData();
    body.set('jws', '');
    body.set('file', new File([`${jws}\n`], 'receipt.jws'));
    const response = await app.request('/verify', { method: 'POST', body });
    expect(headingOf(await response.text())).toBe('Genuine');
  });

  it('says changed, and shows nothing of it', async () => {
    const { app, port } = openWorld();
    const jws = await port.signed(deletionPayload());
    const [header, , signature] = jws.split('.');
    const other = Buffer.from(JSON.stringify({ ...deletionPayload(), text: 'We deleted nothing.' })).toString('base64url');
    const page = await post(app, '/verify', { jws: `${header}.${other}.${signature}` });
    expect(headingOf(page.html)).toBe('Changed');
    expect(page.text).toContain('The text is not the one that was signed.');
    expect(page.text).not.toContain('We deleted nothing.');
  });

  it('says unknown key for the receipts of others', async () => {
    const { app } = openWorld();
    const page = await post(app, '/verify', { jws: await new FakePort().signed(deletionPayload()) });
    expect(headingOf(page.html)).toBe('Unknown key');
  });

  it.each([['nothing'], ['a.b'], ['{"v":1}'], ['ey.ey.ey']])('calls what is no receipt changed: %s', async (jws) => {
    const { app } = openWorld();
    expect(headingOf((await post(app, '/verify', { jws })).html)).toBe('Changed');
  });

  it('asks for a receipt when there is none', async () => {
    const { app } = openWorld();
    const empty = await post(app, '/verify', { jws: ' \n' });
    expect([empty.status, empty.text.includes('Paste the receipt, or choose its file')]).toEqual([400, true]);
    const unknown = await get(app, '/verify?id=019a8f2c-3b7a-7c41-9d55-0f6a2e8b4c04');
    expect([unknown.status, unknown.text.includes('no receipt of that number')]).toEqual([404, true]);
  });
});

describe('a receipt in the log', () => {
  const logged = async (): Promise<ReturnType<typeof openWorld> & { jws: string; proof: string; id: string }> => {
    const world = openWorld();
    const payload = deletionPayload();
    const id = String(payload['id']);
    return { ...world, ...(await world.port.issueLogged(payload, `rcp_${id}`)), id };
  };

  it('stands on five lines, all of them good, by its number, by its text alone, and with its proof', async () => {
    const { app, port, jws, proof, id } = await logged();
    await port.log.addOthers(700);
    const form = new FormData();
    form.append('file', new File([jws], 'receipt.jws'));
    form.append('file', new File([proof], 'receipt.tlog-proof'));
    const byFiles = await (await app.request('/verify', { method: 'POST', body: form })).text();
    const pages = [
      (await get(app, `/verify?id=${id}`)).html,
      (await post(app, '/verify', { jws })).html,
      (await post(app, '/verify', { jws, proof: ` ${proof.replaceAll('\n', '\r\n')}\r\n` })).html,
      byFiles,
    ];
    for (const html of pages) {
      expect(headingOf(html)).toBe('Genuine');
      expect(linesIn(html)).toEqual(['Yes', 'Yes', 'Yes Entry 212 of 212.', 'Yes', 'Yes']);
    }
    expect(pages[0]).toContain(`<a href="/receipts/${id}.tlog-proof" download>Its log proof (receipt.tlog-proof)</a>`);
  });

  it('says what could not be checked without a proof', async () => {
    const { app, port } = openWorld();
    const page = await post(app, '/verify', { jws: await port.signed(deletionPayload()) });
    expect(linesIn(page.html)).toEqual([
      'Yes',
      'Yes',
      'Not checked That takes the log proof, the file receipt.tlog-proof.',
      'Not checked That takes the log proof, the file receipt.tlog-proof.',
      'Not checked Whether there is one is not known here.',
    ]);
  });

  it('that was signed and is not shown to be in the log is not called genuine an hour later', async () => {
    const { app, port, jws, proof } = await logged();
    port.receipts.clear();
    port.clock = Date.parse('2026-11-28T16:31:00.000Z');
    const alone = await post(app, '/verify', { jws });
    expect([headingOf(alone.html), linesIn(alone.html)[2]]).toEqual([
      'Signed, but not proven',
      'Not checked That takes the log proof, the file receipt.tlog-proof.',
    ]);
    expect(headingOf((await post(app, '/verify', { jws, proof })).html)).toBe('Genuine');
    port.clock = Date.parse('2026-11-28T16:29:00.000Z');
    expect(headingOf((await post(app, '/verify', { jws })).html)).toBe('Genuine');
  });

  it('is not in the log by the proof of another', async () => {
    const { app, port, jws } = await logged();
    const denial = denialPayload();
    const other = await port.issueLogged(denial, `rcp_${String(denial['id'])}`);
    const page = await post(app, '/verify', { jws, proof: other.proof });
    expect([headingOf(page.html), linesIn(page.html)[2]]).toEqual(['Not in the log', 'No It is not in the log.']);
    expect(linesIn(page.html)[3]).toBe('Not checked The check before it did not pass.');
  });

  it('tells of a history that was rewritten or rolled back', async () => {
    const { app, port, jws, proof } = await logged();
    const { signer } = port.log;
    port.log = new SmallLog(signer);
    await port.log.addOthers(900, 'another history');
    const rewritten = await post(app, '/verify', { jws, proof });
    expect([headingOf(rewritten.html), linesIn(rewritten.html)[3]]).toEqual([
      'History rewritten',
      'No The log shows another history today than the one this receipt is in.',
    ]);
    port.log = new SmallLog(signer);
    await port.log.addOthers(5);
    expect(linesIn((await post(app, '/verify', { jws, proof })).html)[3]).toBe(
      'No The log shows an older state today than the one this receipt was logged in.',
    );
  });

  it('stays genuine when the log cannot be read, and says that this was not checked', async () => {
    const { app, port, jws, proof } = await logged();
    port.log = new SmallLog(port.log.signer);
    const page = await post(app, '/verify', { jws, proof });
    expect([headingOf(page.html), linesIn(page.html)[3]]).toEqual(['Genuine', 'Not checked The log cannot be read at the moment.']);
  });

  it('is superseded by a newer one, which is named', async () => {
    const { app, port, jws, id } = await logged();
    const newer = '019a8f2c-3b7a-7c41-9d55-0f6a2e8b4c99';
    const view = port.receipts.get(`rcp_${id}`)!;
    port.receipts.set(`rcp_${id}`, { ...view, supersededBy: { id: `rcp_${newer}`, issuedAt: '2026-11-28T15:30:00.000Z' } });
    for (const page of [await get(app, `/verify?id=${id}`), await post(app, '/verify', { jws })]) {
      expect([headingOf(page.html), linesIn(page.html)[4]]).toEqual(['Superseded', 'No There is a newer one. Read the newer receipt']);
      expect(page.html).toContain(`href="/receipts/${newer}"`);
    }
  });

  it('asks for the receipt if there is a proof alone', async () => {
    const { app, proof } = await logged();
    const page = await post(app, '/verify', { proof });
    expect([page.status, page.text.includes('Paste the receipt, or choose its file')]).toEqual([400, true]);
  });
});
