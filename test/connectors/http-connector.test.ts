/** The HTTP connector: templates, pages, rules of erasure, and systems that are throttled, slow, wrong or half-hearted. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Connector, Row, Subject } from '../../lib/connectors/connector.ts';
import { createHttpConnector } from '../../lib/connectors/http-connector.ts';
import type { HttpDatasetInput, HttpInput } from '../../lib/domain/config/configuration-input.ts';
import { declareHttp, portWith, retain } from './declarations.ts';
import { startPretendSystem, type PretendSystem, type Told } from './pretend-system.ts';

const ADA: Subject = { identifiers: { email: ['ada+1@example.com'], customerId: ['7'] } };

const NOTES: HttpDatasetInput = {
  label: 'Notes',
  columns: { id: 'x', text: 'x' },
  erasure: 'delete',
  export: { method: 'GET', path: '/notes', query: { owner: '{identifier.email}' }, rows: '$.items' },
  erase: { method: 'DELETE', path: '/notes', query: { owner: '{identifier.email}' }, erased: '$.deleted' },
};

let system: PretendSystem;
beforeAll(async () => {
  system = await startPretendSystem();
});
afterAll(async () => system.close());

function open(datasets: Record<string, HttpDatasetInput>, more: Partial<HttpInput> = {}, secret?: string): Connector {
  return createHttpConnector(declareHttp(datasets, more), portWith(secret ?? JSON.stringify({ url: system.url, token: 't0ken' })));
}

async function exported(connector: Connector, subject: Subject = ADA): Promise<Row[]> {
  const rows: Row[] = [];
  await connector.export({
    subject,
    until: Infinity,
    write: async (_, page) => {
      rows.push(...page);
    },
  });
  return rows;
}

describe('requests', () => {
  it('encodes identifiers for the place they stand in, and authenticates', async () => {
    system.answer(() => ({ json: { n: 1 } }));
    const connector = open({
      a: {
        ...NOTES,
        find: {
          method: 'POST',
          path: '/u/{identifier.email}/x',
          query: { q: 'is:{identifier.email}' },
          body: { mail: '{identifier.email}', all: '{identifiers.customerId}', fixed: 3 },
          count: '$.n',
        },
      },
    });
    await connector.find({ identifiers: { email: ['a/b?c=d&e{x}@example.com'], customerId: ['7', '8'] } });
    expect(system.asked).toHaveLength(1);
    expect(system.asked[0]).toMatchObject({
      method: 'POST',
      url: '/u/a%2Fb%3Fc%3Dd%26e%7Bx%7D%40example.com/x?q=is%3Aa%2Fb%3Fc%3Dd%26e%7Bx%7D%40example.com',
      headers: { authorization: 'Bearer t0ken' },
    });
    expect(JSON.parse(system.asked[0]!.body)).toEqual({ mail: 'a/b?c=d&e{x}@example.com', all: ['7', '8'], fixed: 3 });
  });

  it.each(['..', '.', ''])('sends no request with %j in its path, which would ask for something else', async (value) => {
    system.answer(() => ({ json: { items: [{ id: 1, text: 'of somebody else' }] } }));
    const connector = open({ a: { ...NOTES, export: { method: 'GET', path: '/users/{identifier.customerId}', rows: '$.items' } } });
    expect((await connector.find({ identifiers: { customerId: [value] } })).found).toEqual({ a: 0 });
    expect(system.asked).toEqual([]);
  });

  it('sends no request with a part of its query empty, which may mean all rows of everybody', async () => {
    let rows = [{ id: 1, text: null as string | null }];
    system.answer(({ method }) => {
      if (method === 'DELETE') rows = [];
      return { json: { items: rows, deleted: 1 } };
    });
    const connector = open({
      a: { ...NOTES, erase: { method: 'DELETE', path: '/notes', query: { text: '{row.text}' }, erased: '$.deleted' } },
    });
    expect(await connector.erase(ADA)).toEqual({ erased: { a: 0 }, kept: {} });
    expect(system.asked.filter(({ method }) => method === 'DELETE')).toEqual([]);
    expect((await connector.verify(ADA)).left).toEqual({ a: 1 });
  });

  it('asks once per value of an identifier and not at all without one', async () => {
    system.answer(({ url }) => ({
      json: {
        items: url.includes('b%40')
          ? [
              { id: 1, text: 'x' },
              { id: 2, text: 'y' },
            ]
          : [{ id: 3, text: 'z' }],
      },
    }));
    const connector = open({ a: NOTES });
    expect((await connector.find({ identifiers: { email: ['a@example.com', 'b@example.com'] } })).found).toEqual({ a: 3 });
    expect((await connector.find({ identifiers: { customerId: ['7'] } })).found).toEqual({ a: 0 });
    expect(system.asked).toHaveLength(2);
  });

  it('authenticates by user and password or by a header of its own', async () => {
    system.answer(() => ({ json: { items: [] } }));
    await open({ a: NOTES }, { auth: 'basic' }, JSON.stringify({ url: system.url, user: 'u', password: 'p:w' })).find(ADA);
    await open({ a: NOTES }, { auth: { header: 'X-Api-Key' }, baseUrl: system.url }, 'plain-key').find(ADA);
    expect(system.asked[0]!.headers.authorization).toBe(`Basic ${Buffer.from('u:p:w').toString('base64')}`);
    expect(system.asked[1]!.headers).toMatchObject({ 'x-api-key': 'plain-key' });
  });

  it.each(['http://crm.example', 'ftp://127.0.0.1', 'crm', 'http://127.0.0.1.example.com'])('never sends anything to %s', async (url) => {
    await expect(open({ a: NOTES }, {}, JSON.stringify({ url, token: 't' })).find(ADA)).rejects.toMatchObject({
      name: 'PermanentError',
      code: 'system-credentials',
    });
  });

  it('follows a redirect on the same host and none to another', async () => {
    system.answer(({ url }) =>
      url.startsWith('/notes') ? { status: 307, headers: { location: '/moved' } } : { json: { items: [{ id: 1, text: 'x' }] } },
    );
    expect((await open({ a: NOTES }).find(ADA)).found).toEqual({ a: 1 });
    system.answer(() => ({ status: 302, headers: { location: 'https://elsewhere.example/notes' } }));
    await expect(open({ a: NOTES }).find(ADA)).rejects.toMatchObject({ name: 'PermanentError', code: 'system-rejected' });
    system.answer(() => ({ status: 302, headers: { location: '/notes' } }));
    await expect(open({ a: NOTES }).find(ADA)).rejects.toMatchObject({ name: 'PermanentError', code: 'system-rejected' });
  });
});

describe('rows', () => {
  it('follows pages by number until one is empty, and by cursor until there is none', async () => {
    const byNumber = { ...NOTES, export: { ...NOTES.export, paging: { query: 'page', first: 1 } } };
    system.answer(({ url }) => {
      const page = Number(new URL(url, system.url).searchParams.get('page'));
      return { json: { items: page <= 3 ? [{ id: page, text: 'x' }] : [] } };
    });
    expect((await exported(open({ a: byNumber }))).map((row) => row['id'])).toEqual([1, 2, 3]);
    const byCursor = { ...NOTES, export: { ...NOTES.export, paging: { query: 'after', next: '$.meta.next' } } };
    system.answer(({ url }) => {
      const after = new URL(url, system.url).searchParams.get('after');
      return { json: { items: [{ id: after ?? 'start', text: 'x' }], meta: { next: { null: 'a&b', 'a&b': 'c' }[String(after)] } } };
    });
    expect((await exported(open({ a: byCursor }))).map((row) => row['id'])).toEqual(['start', 'a&b', 'c']);
  });

  it('leaves out what is never disclosed, says of described fields only whether they are there, and keeps long numbers', async () => {
    system.answer(() => ({ raw: '{"items":[{"id":12345678901234567890,"text":"t","hash":"s3cret","ssn":"123"},{"id":2}]}' }));
    const connector = open({ a: { ...NOTES, columns: { id: 'x', text: 'x', hash: 'x never', ssn: 'x describe' } } });
    expect(await exported(connector)).toEqual([
      { id: '12345678901234567890', text: 't', ssn: true },
      { id: 2, text: null, ssn: false },
    ]);
  });

  it('refuses a field nobody declared', async () => {
    system.answer(() => ({ json: { items: [{ id: 1, text: 'x', diagnosis: 'flu' }] } }));
    const error = await exported(open({ a: NOTES })).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ name: 'PermanentError', code: 'configuration', message: expect.stringContaining('diagnosis') });
    expect(String(error)).not.toContain('flu');
  });

  it('learns identifiers from rows', async () => {
    system.answer(() => ({
      json: {
        items: [
          { id: 41, text: 'x' },
          { id: 42, text: 'y' },
        ],
      },
    }));
    expect((await open({ a: { ...NOTES, yields: { uid: 'id' } } }).find(ADA)).identifiers).toEqual({ uid: ['41', '42'] });
  });

  it('learns nothing from blank values, which would name everybody who has none', async () => {
    system.answer(() => ({
      json: {
        items: [
          { id: '', text: ' ' },
          { id: '  ', text: null },
        ],
      },
    }));
    expect((await open({ a: { ...NOTES, yields: { uid: 'id', email: 'text' } } }).find(ADA)).identifiers).toEqual({});
  });

  it('takes a status for "nothing held" only where that was declared', async () => {
    system.answer(() => ({ status: 404 }));
    await expect(open({ a: NOTES }).find(ADA)).rejects.toMatchObject({ name: 'PermanentError', code: 'system-rejected' });
    expect((await open({ a: { ...NOTES, export: { ...NOTES.export, absent: [404] } } }).find(ADA)).found).toEqual({ a: 0 });
  });
});

describe('systems that misbehave', () => {
  const cases: [string, Told, object][] = [
    ['is down', { status: 503 }, { name: 'TransientError', code: 'system-unreachable' }],
    ['throttles without saying how long', { status: 429 }, { name: 'TransientError', code: 'system-throttled' }],
    [
      'throttles for longer than a call may wait',
      { status: 429, headers: { 'retry-after': '3600' } },
      { name: 'TransientError', code: 'system-throttled' },
    ],
    ['never answers', { silent: true }, { name: 'TransientError', code: 'system-timeout' }],
    ['is in conflict with itself', { status: 409 }, { name: 'TransientError', code: 'system-conflict' }],
    ['refuses the token', { status: 401 }, { name: 'PermanentError', code: 'system-credentials' }],
    [
      'refuses the request',
      { status: 422, json: { error: 'ada+1@example.com is unknown' } },
      { name: 'PermanentError', code: 'system-rejected' },
    ],
    ['answers with a page', { raw: '<html>Sign in</html>' }, { name: 'PermanentError', code: 'system-nonsense' }],
    ['answers with nothing', { status: 204 }, { name: 'PermanentError', code: 'system-nonsense' }],
    ['answers with an empty body', { raw: '' }, { name: 'PermanentError', code: 'system-nonsense' }],
    ['answers with another shape', { json: { items: ['ada+1@example.com'] } }, { name: 'PermanentError', code: 'system-nonsense' }],
    ['answers without the list', { json: { data: [] } }, { name: 'PermanentError', code: 'system-nonsense' }],
    [
      'answers with bytes that are no text',
      { raw: Buffer.from([0x22, 0xff, 0xfe, 0x22]) },
      { name: 'PermanentError', code: 'system-nonsense' },
    ],
    ['answers with too much', { raw: `{"items":["${'x'.repeat(70_000)}"]}` }, { name: 'PermanentError', code: 'system-nonsense' }],
  ];

  it.each(cases)('%s: the fault says what to do and names nobody', async (_, told, fault) => {
    system.answer(() => told);
    const error = await open({ a: NOTES }, { timeoutMs: 200, maxBytes: 65_536 })
      .find(ADA)
      .catch((caught: unknown) => caught as Error);
    expect(error).toMatchObject(fault);
    expect(JSON.stringify([error, (error as Error).message, (error as Error).stack, (error as Error).cause])).not.toMatch(/ada|token/i);
  });

  it('waits as long as a throttling system asks, within bounds', async () => {
    system.answer((_, count) => (count === 1 ? { status: 429, headers: { 'retry-after': '1' } } : { json: { items: [] } }));
    const before = performance.now();
    await open({ a: NOTES }).find(ADA);
    expect(performance.now() - before).toBeGreaterThan(950);
  });

  it('notices a cursor that leads nowhere', async () => {
    system.answer(() => ({ json: { items: [{ id: 1, text: 'x' }], next: 'same' } }));
    const connector = open({ a: { ...NOTES, export: { ...NOTES.export, paging: { query: 'after', next: '$.next' } } } });
    await expect(connector.find(ADA)).rejects.toMatchObject({ name: 'PermanentError', code: 'system-nonsense' });
  });

  it('is not taken in by a system that says it deleted and did not', async () => {
    const rows = [
      { id: 1, text: 'x' },
      { id: 2, text: 'y' },
    ];
    system.answer(({ method }) => {
      if (method === 'DELETE') rows.pop();
      return { json: method === 'DELETE' ? { deleted: 2 } : { items: rows } };
    });
    const connector = open({ a: NOTES });
    expect((await connector.erase(ADA)).erased).toEqual({ a: 2 });
    expect((await connector.verify(ADA)).left).toEqual({ a: 1 });
    await connector.erase(ADA);
    expect((await connector.verify(ADA)).left).toEqual({});
  });

  it('counts before and after when a system does not say what it deleted', async () => {
    const rows = [
      { id: 1, text: 'x' },
      { id: 2, text: 'y' },
    ];
    system.answer(({ method }) => {
      if (method === 'DELETE') rows.length = 0;
      return method === 'DELETE' ? { status: 204 } : { json: { items: rows } };
    });
    const { erase, ...rest } = NOTES;
    const connector = open({ a: rest }, { erase: { method: 'DELETE', path: erase!.path } });
    expect((await connector.erase(ADA)).erased).toEqual({ a: 2 });
    expect((await connector.erase(ADA)).erased).toEqual({ a: 0 });
  });
});

describe('rules of erasure', () => {
  it('erases row by row only what law does not keep', async () => {
    let rows = [
      { id: 'a/1', day: '2010-01-01', text: null },
      { id: 'b', day: '2025-06-01T10:00:00Z', text: null },
      { id: 'c', day: '2011-05-05', text: null },
    ];
    system.answer(({ method, url }) => {
      if (method === 'DELETE') rows = rows.filter(({ id }) => url !== `/deals/${encodeURIComponent(id)}`);
      return method === 'DELETE' ? { status: 204 } : { json: { items: rows } };
    });
    const connector = open({
      deals: {
        label: 'Deals',
        columns: { id: 'x', day: 'x', text: 'x' },
        erasure: { how: 'retain', retain: retain('day', 10, true), blank: ['text'] },
        export: NOTES.export,
        erase: { method: 'DELETE', path: '/deals/{row.id}' },
      },
    });
    expect(await connector.verify(ADA)).toEqual({ left: { deals: 2 }, kept: { deals: { count: 1, until: '2035-12-31' } } });
    expect(await connector.erase(ADA)).toEqual({ erased: { deals: 2 }, kept: { deals: { count: 1, until: '2035-12-31' } } });
    expect(rows.map(({ id }) => id)).toEqual(['b']);
    rows[0]!.text = 'came back' as unknown as null;
    expect((await connector.verify(ADA)).left).toEqual({ deals: 1 });
  });

  it('counts the days of instants where the company is: the last evening in UTC may be next year', async () => {
    const deal = (day: string): Row => ({ id: 1, day, text: null });
    const until = async (day: string): Promise<unknown> => {
      system.answer(() => ({ json: { items: [deal(day)] } }));
      const erasure = { how: 'retain' as const, retain: retain('day', 10, true) };
      const deals = { label: 'Deals', columns: { id: 'x', day: 'x', text: 'x' }, erasure, export: NOTES.export, erase: NOTES.erase! };
      return (await open({ deals }).verify(ADA)).kept['deals'];
    };
    expect(await until('2024-12-31T23:30:00Z')).toEqual({ count: 1, until: '2035-12-31' });
    expect(await until('2024-12-31T23:30:00+01:00')).toEqual({ count: 1, until: '2034-12-31' });
    expect(await until('2024-12-31T23:30:00')).toEqual({ count: 1, until: '2034-12-31' });
    expect(await until('2024-12-31')).toEqual({ count: 1, until: '2034-12-31' });
  });

  it('takes anonymised rows for done', async () => {
    const rows = [{ id: 1, text: 'hers' }];
    system.answer(({ method }) => {
      if (method === 'PATCH') rows[0]!.text = 'gone';
      return { json: { items: rows } };
    });
    const connector = open({
      a: { ...NOTES, erasure: { how: 'anonymise', columns: { text: 'gone' } }, erase: { method: 'PATCH', path: '/notes/{row.id}' } },
    });
    expect((await connector.verify(ADA)).left).toEqual({ a: 1 });
    expect((await connector.erase(ADA)).erased).toEqual({ a: 1 });
    expect((await connector.verify(ADA)).left).toEqual({});
    expect((await connector.erase(ADA)).erased).toEqual({ a: 0 });
  });
});

describe('systems that answer later', () => {
  const later: HttpInput['later'] = {
    export: {
      method: 'POST',
      path: '/jobs',
      body: { mails: '{identifiers.email}', reply: '{callbackUrl}' },
      rows: { a: '$.result.notes' },
    },
    erase: {
      method: 'POST',
      path: '/jobs',
      body: { kill: '{identifier.customerId}', reply: '{callbackUrl}' },
      erased: { a: '$.gone' },
      kept: { a: { count: '$.kept.n', until: '$.kept.until' } },
    },
  };
  const callbackUrl = 'https://dsr.example/callback/abc';

  it('are told where to answer', async () => {
    system.answer(() => ({ status: 202 }));
    const connector = open({ a: NOTES }, { later });
    expect(connector.later?.phases).toEqual(['export', 'erase']);
    await connector.later?.start('export', { subject: ADA, callbackUrl });
    expect(JSON.parse(system.asked[0]!.body)).toEqual({ mails: ['ada+1@example.com'], reply: callbackUrl });
  });

  it('hand in rows and counts, which are read like any others', async () => {
    const rows: Row[] = [];
    const { later: side } = open({ a: { ...NOTES, columns: { id: 'x', text: 'x never' } } }, { later });
    const write = async (_: string, page: Row[]): Promise<void> => {
      rows.push(...page);
    };
    expect(await side?.finish('export', { body: { result: { notes: [{ id: 1, text: 'hidden' }] } }, write })).toEqual({
      exported: { a: 1 },
    });
    expect(rows).toEqual([{ id: 1 }]);
    expect(await side?.finish('erase', { body: { gone: 4, kept: { n: 1, until: '2030-01-01' } }, write })).toEqual({
      erased: { a: 4 },
      kept: { a: { count: 1, until: '2030-01-01' } },
    });
    expect(await side?.finish('erase', { body: { gone: 4 }, write })).toEqual({ erased: { a: 4 }, kept: {} });
  });

  it.each([null, 'done', {}, { result: { notes: 'all' } }, { gone: -1, result: { notes: [1] } }])(
    'hand in nonsense (%j): a person sees to it',
    async (body) => {
      const { later: side } = open({ a: NOTES }, { later });
      for (const phase of ['export', 'erase'] as const) {
        await expect(side?.finish(phase, { body, write: async () => undefined })).rejects.toMatchObject({
          name: 'PermanentError',
          code: 'system-nonsense',
        });
      }
    },
  );

  it('is absent for systems that answer at once', () => {
    expect(open({ a: NOTES }).later).toBeUndefined();
  });
});
