/** The API against its own description, with every error a program can make. */
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { bareId } from '../../../lib/domain/ids.ts';
import { RIGHTS } from '../../../lib/domain/rights.ts';
import { openWorld } from './browse.ts';
import { caseDenied, caseInProgress, caseUnsorted, withOthers } from './every-page.ts';

const BODY = {
  rights: ['access', 'erasure'],
  email: 'anna@example.com',
  name: 'Anna',
  residence: 'us-ca',
  identifiers: { customerNumber: 'K-1' },
};
const KEY = 'key-0123456789';

type Json = Record<string, unknown>;
type World = ReturnType<typeof openWorld>;

interface Answer {
  status: number;
  headers: Headers;
  body: Json;
}

async function send({ app }: World, body: unknown, headers: Record<string, string> = {}): Promise<Answer> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const all = { 'content-type': 'application/json', 'idempotency-key': KEY, ...headers };
  const response = await app.request('/api/requests', { method: 'POST', body: text, headers: all });
  return { status: response.status, headers: response.headers, body: (await response.json()) as Json };
}

async function read({ app }: World, id: string, authorization?: string): Promise<Answer> {
  const response = await app.request(`/api/requests/${id}`, { headers: authorization === undefined ? {} : { authorization } });
  return { status: response.status, headers: response.headers, body: (await response.json()) as Json };
}

const validators = new Map<string, ValidateFunction>();

beforeAll(async () => {
  const description = (await (await openWorld().app.request('/api/openapi.json')).json()) as { components: { schemas: Json } };
  const ajv = new Ajv2020({
    strict: true,
    allErrors: true,
    formats: {
      uuid: /^[0-9a-f-]{36}$/,
      uri: /^https?:\/\//,
      date: /^\d{4}-\d\d-\d\d$/,
      'date-time': /^\d{4}-\d\d-\d\dT[\d:.]+Z$/,
      email: true,
    },
  });
  // OpenAPI 3.1 schemas are JSON Schema 2020-12; only the place they are kept in is OpenAPI's own.
  ajv.addVocabulary(['components']);
  ajv.addSchema({ $id: 'https://openapi.example/', components: description.components });
  for (const name of Object.keys(description.components.schemas))
    validators.set(name, ajv.getSchema(`https://openapi.example/#/components/schemas/${name}`)!);
});

function expectShape(name: string, body: unknown): void {
  const validate = validators.get(name)!;
  expect(validate(body), JSON.stringify(validate.errors)).toBe(true);
}

function expectProblem(answer: Answer, status: number): void {
  expect(answer.status).toBe(status);
  expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  expectShape('Problem', answer.body);
  expect(answer.body['status']).toBe(status);
}

describe('POST /api/requests', () => {
  it('answers with id, reference, date and links, as described', async () => {
    const world = openWorld();
    const { status, headers, body } = await send(world, BODY);
    expect(status).toBe(201);
    expectShape('Request', body);
    expectShape('NewRequest', BODY);
    expect(body).toMatchObject({ status: 'awaiting-verification', dueOn: '2026-12-21', law: 'eu-gdpr', rights: ['access', 'erasure'] });
    expect(body['id']).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/);
    expect(body['statusUrl']).toBe(`https://privacy.muster.example/status/${world.port.cases[0]!.statusToken}`);
    expect(body['receiptUrl']).toMatch(/^https:\/\/privacy\.muster\.example\/receipts\/[0-9a-f-]{36}$/);
    expect(headers.get('location')).toBe(`https://privacy.muster.example/api/requests/${body['id']}`);
    expect(world.port.submissions[0]).toMatchObject({
      residence: 'US-CA',
      channel: 'api',
      person: { identifiers: { customerNumber: 'K-1' } },
    });
  });

  it('takes the name of the company it is about, and describes it, where there are several', async () => {
    const world = openWorld();
    withOthers(world.port);
    expect((await send(world, { ...BODY, brand: 'kiosk' })).status).toBe(201);
    expect(world.port.submissions[0]).toMatchObject({ brand: 'kiosk' });
    const unknown = await send(world, { ...BODY, brand: 'pub' }, { 'idempotency-key': 'another-key' });
    expectProblem(unknown, 400);
    expect(unknown.body['errors']).toEqual([{ field: 'brand', message: 'This name is not known here' }]);
    const schemaOf = async ({ app }: World) => {
      const described = (await (await app.request('/api/openapi.json')).json()) as {
        components: { schemas: { NewRequest: { properties: Json } } };
      };
      return described.components.schemas.NewRequest.properties['brand'];
    };
    expect(await schemaOf(world)).toMatchObject({ enum: ['muster', 'kiosk'] });
    expect(await schemaOf(openWorld())).toBeUndefined();
  });

  it('gives the same answer for the same key and body, and 422 for another body', async () => {
    const world = openWorld();
    const first = await send(world, BODY);
    expect((await send(world, BODY)).body).toEqual(first.body);
    expect(world.port.submissions).toHaveLength(1);
    expectProblem(await send(world, { ...BODY, name: 'Other' }), 422);
  });

  it('takes every right code', async () => {
    expect((await send(openWorld(), { rights: RIGHTS, email: 'a@example.com' })).status).toBe(201);
  });

  it('names all wrong fields at once and echoes no value', async () => {
    const secret = 'SECRET-VALUE';
    const answer = await send(
      openWorld(),
      {
        rights: [secret],
        email: secret,
        name: secret.repeat(20),
        residence: secret,
        identifiers: { [secret]: secret, customerNumber: 7 },
        onBehalfOf: { name: '', relation: secret.repeat(20), [secret]: 1 },
        colour: secret,
        [`${secret} ${'x'.repeat(50)}`]: 1,
        note: secret,
      },
      { 'idempotency-key': 'short' },
    );
    expectProblem(answer, 400);
    const fields = (answer.body['errors'] as { field: string }[]).map(({ field }) => field);
    expect(new Set(fields)).toEqual(
      new Set([
        'Idempotency-Key',
        'colour',
        'note',
        '(unnamed)',
        'rights',
        'email',
        'name',
        'residence',
        'identifiers',
        'identifiers.customerNumber',
        'onBehalfOf',
        'onBehalfOf.name',
        'onBehalfOf.relation',
      ]),
    );
    expect(JSON.stringify(answer.body)).not.toContain(secret);
  });

  it.each([
    ['no rights', { email: 'a@example.com' }, 'rights'],
    ['rights that are no list', { ...BODY, rights: 'access' }, 'rights'],
    ['an empty list', { ...BODY, rights: [] }, 'rights'],
    ['no email', { rights: ['access'] }, 'email'],
    ['an email that is no text', { ...BODY, email: 7 }, 'email'],
    ['an unknown country', { ...BODY, residence: 'ZZ' }, 'residence'],
    ['an unknown state', { ...BODY, residence: 'US-ZZ' }, 'residence'],
    ['identifiers that are no object', { ...BODY, identifiers: ['x'] }, 'identifiers'],
    ['an agent that is no object', { ...BODY, onBehalfOf: 'x' }, 'onBehalfOf'],
    ['a list', [BODY], '(body)'],
    ['nothing', null, '(body)'],
    ['broken JSON', '{"rights":', '(body)'],
  ])('says what is wrong with %s', async (_name, body, field) => {
    const answer = await send(openWorld(), body);
    expectProblem(answer, 400);
    expect((answer.body['errors'] as { field: string }[]).map((error) => error.field)).toEqual([field]);
  });

  it('speaks the language asked for', async () => {
    const answer = await send(openWorld(), { rights: ['access'] }, { 'accept-language': 'de-AT,en;q=0.5' });
    expect(answer.body['errors']).toEqual([{ field: 'email', message: 'Geben Sie eine E-Mail-Adresse ein' }]);
  });

  it('refuses other media types, floods and bodies that are too large', async () => {
    const world = openWorld();
    expectProblem(await send(world, BODY, { 'content-type': 'text/plain' }), 415);
    expectProblem(await send(world, { ...BODY, name: 'x'.repeat(70_000) }), 413);
    world.port.tooMany = true;
    const flood = await send(world, BODY);
    expectProblem(flood, 429);
    expect(flood.headers.get('retry-after')).toBe('3600');
  });

  it('tells programs of a fault as a problem, without details', async () => {
    const world = openWorld();
    world.port.broken = true;
    const answer = await send(world, BODY);
    expectProblem(answer, 500);
    expect(JSON.stringify(answer.body)).not.toContain('anna@example.com');
  });
});

describe('GET /api/requests/{id}', () => {
  it('reads the request with its token, as described', async () => {
    const world = openWorld();
    const { body: made } = await send(world, BODY);
    const { status, body } = await read(world, String(made['id']), `Bearer ${world.port.cases[0]!.statusToken}`);
    expect(status).toBe(200);
    expectShape('RequestDetails', body);
    expect(body).toMatchObject(made);
    expect(body['state']).toEqual({ code: 'awaiting-verification', text: 'Please confirm your email address', closed: false });
    expect((body['timeline'] as Json[]).map(({ event }) => event)).toEqual(['received', 'acknowledged', 'verification-asked']);
  });

  it('says of a letter that a person is reading it, as described', async () => {
    const world = openWorld();
    const one = caseUnsorted(world.port);
    const { body } = await read(world, bareId(one.events[0]!.requestId), `Bearer ${one.statusToken}`);
    expectShape('RequestDetails', body);
    expect(body).toMatchObject({ rights: [], status: 'received', state: { text: 'A person is reading your letter', closed: false } });
  });

  it('gives no date while the time stands still, as described', async () => {
    const world = openWorld();
    const { body: made } = await send(world, BODY);
    const one = world.port.cases[0]!;
    Object.assign(one.events[0]!.data, { laws: ['eu-gdpr', 'us-va'] });
    world.port.add(one, 'asked', { number: 1, about: 'identity', sealed: 'SEALED', by: 'staff-1', mailId: 'asked#1' });
    const { body } = await read(world, String(made['id']), `Bearer ${one.personToken}`);
    expectShape('RequestDetails', body);
    // Virginia's clock runs on, so the request has a date; the GDPR's stands still.
    expect(body).toMatchObject({
      dueOn: '2027-01-05',
      clock: { law: 'us-va', others: expect.arrayContaining([expect.objectContaining({ dueOn: null, daysLeft: 31 })]) },
    });
    Object.assign(one.events[0]!.data, { laws: ['eu-gdpr'] });
    const { body: paused } = await read(world, String(made['id']), `Bearer ${one.personToken}`);
    expectShape('RequestDetails', paused);
    expect(paused).toMatchObject({ dueOn: null, tooLateAt: null, clock: { state: 'paused' } });
  });

  it('answers wrong tokens, other requests’ tokens and unknown ids alike', async () => {
    const world = openWorld();
    const { body } = await send(world, BODY);
    await send(world, BODY, { 'idempotency-key': 'another-key-1' });
    const own = world.port.cases[0]!.statusToken;
    const others = world.port.cases[1]!.statusToken;
    const id = String(body['id']);
    const answers = await Promise.all([
      read(world, id),
      read(world, id, 'Bearer guessed'),
      read(world, id, `Bearer ${others}`),
      read(world, id, `Basic ${own}`),
      read(world, '019a8f2c-3b7a-7c41-9d55-0f6a2e8b4c04', `Bearer ${own}`),
      read(world, 'nonsense', `Bearer ${own}`),
    ]);
    for (const answer of answers) {
      expectProblem(answer, 401);
      expect(answer.headers.get('www-authenticate')).toBe('Bearer');
      expect(answer.body).toEqual(answers[0]!.body);
    }
  });

  it('tells a submitter nothing of what was found', async () => {
    const world = openWorld();
    const [progress, denied] = [caseInProgress(world.port), caseDenied(world.port)];
    const readAs = async (one: typeof progress, token: string): Promise<Json> =>
      (await read(world, one.events[0]!.requestId.slice(4), `Bearer ${token}`)).body;
    const submitter = await readAs(progress, progress.statusToken);
    expect(JSON.stringify(submitter)).not.toMatch(/Shop|wave-done/);
    expect((await readAs(progress, progress.personToken))['timeline']).toContainEqual(
      expect.objectContaining({ event: 'wave-done', text: 'Answered: Shop' }),
    );
    expect((await readAs(denied, denied.statusToken))['status']).toBe('answered');
    expect((await readAs(denied, denied.personToken))['status']).toBe('denied');
  });
});

describe('the rest of the API', () => {
  it('takes the answers of connected systems', async () => {
    const { app, port } = openWorld();
    const post = (token: string, body: string): Response | Promise<Response> =>
      app.request(`/callbacks/${token}`, { method: 'POST', body });
    expect((await post('callback-token', '{"rows":[]}')).status).toBe(204);
    expect((await post('guessed', '{}')).status).toBe(404);
    expect((await post('callback-token', 'nonsense')).status).toBe(400);
    expect(port.callbacks.map(({ body }) => body)).toEqual([{ rows: [] }, {}]);
  });

  it('answers unknown addresses as a problem', async () => {
    const response = await openWorld().app.request('/api/nowhere');
    expect([response.status, response.headers.get('content-type')]).toEqual([404, 'application/problem+json; charset=utf-8']);
  });
});
