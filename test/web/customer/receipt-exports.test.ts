/** Receipts in the forms that other programs read, and the schema by which they read ours. */
import { describe, expect, it } from 'vitest';
import { buildConsentReceipt } from '../../../lib/receipts/build-consent.ts';
import { RECORD } from '../../receipts/every-kind.ts';
import { contextWith, FRAME } from '../../receipts/world.ts';
import { validatorFor } from '../../receipts/schema/validator.ts';
import { get, openWorld } from './browse.ts';
import { deletionPayload } from './payloads.ts';

async function issued(payload: Record<string, unknown>) {
  const world = openWorld();
  await world.port.issue(payload, `rcp_${String(payload['id'])}`);
  return { ...world, at: `/receipts/${String(payload['id'])}` };
}

const consent = (record = RECORD) => ({ ...buildConsentReceipt({ ...contextWith(), record }, FRAME) });

describe('a receipt in the forms of others', () => {
  it('is linked data at .jsonld, whatever its kind', async () => {
    for (const [payload, type] of [
      [deletionPayload(), 'dpv:RightExerciseRecord'],
      [consent(), 'dpv:ConsentReceipt'],
    ] as const) {
      const { app, at } = await issued(payload);
      const answer = await get(app, `${at}.jsonld`);
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/ld+json']);
      expect(JSON.parse(answer.html)).toMatchObject({ '@type': type, 'dct:identifier': payload['id'] });
    }
  });

  it('is a consent receipt of Kantara at .kantara.json, with the key that signed', async () => {
    const { app, port, at } = await issued(consent());
    const answer = await get(app, `${at}.kantara.json`);
    expect(answer.status).toBe(200);
    const [key] = await port.keys();
    expect(JSON.parse(answer.html)).toMatchObject({
      version: 'KI-CR-v1.1.0',
      publicKey: `urn:ietf:params:oauth:jwk-thumbprint:sha-256:${String(key!['kid'])}`,
    });
  });

  it('has no form of Kantara if it is of a request, or of no yes', async () => {
    const { app, at } = await issued(deletionPayload());
    const answer = await get(app, `${at}.kantara.json`);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([404, 'application/problem+json; charset=utf-8']);
    expect(JSON.parse(answer.html)).toMatchObject({ detail: 'Kantara has a form for consents only.' });
    const refused = await issued(consent({ ...RECORD, decisions: RECORD.decisions.slice(1) }));
    expect((await get(refused.app, `${refused.at}.kantara.json`)).html).toContain('nothing is agreed to');
    expect((await get(refused.app, `${refused.at}.jsonld`)).status).toBe(200);
  });

  it.each(['jsonld', 'kantara.json'])('is not found under another id: .%s', async (ending) => {
    const { app } = await issued(consent());
    for (const id of ['019a8f2c-3b7a-7c41-9d55-0f6a2e8b4c99', 'x', '..', '']) {
      const answer = await get(app, `/receipts/${id}.${ending}`);
      expect([id, answer.status]).toEqual([id, 404]);
    }
  });
});

describe('the schema of receipts', () => {
  it('is served to anybody under its own name, and accepts what we sign', async () => {
    const { app, port } = openWorld();
    const answer = await get(app, '/schemas/receipt/1');
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/schema+json']);
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    const schema = JSON.parse(answer.html) as object;
    expect(schema).toMatchObject({ $schema: 'https://json-schema.org/draft/2020-12/schema', $id: `${port.baseUrl}/schemas/receipt/1` });
    const validate = validatorFor(schema);
    for (const payload of [deletionPayload(), consent()]) expect(validate(payload)).toBe(true);
    expect(validate({ ...deletionPayload(), totals: undefined })).toBe(false);
  });
});
