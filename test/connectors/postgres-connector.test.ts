/** The PostgreSQL connector: values, pages, keys, retention, conflicts and faults. */
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Connector, Row, Subject } from '../../lib/connectors/connector.ts';
import { createPostgresConnector } from '../../lib/connectors/postgres-connector.ts';
import { checkPostgresSchema } from '../../lib/connectors/postgres-schema.ts';
import type { SystemDeclaration } from '../../lib/domain/configuration.ts';
import { startPostgresServer, type PostgresServer } from '../postgres-server.ts';
import { declarePostgres, portWith, retain } from './declarations.ts';

const ADA: Subject = { identifiers: { email: ['ada@example.com'] } };
const DAY = '2026-11-21';

let server: PostgresServer;
let db: pg.Client;
const opened: Connector[] = [];

function open(system: SystemDeclaration, now?: () => number): Connector {
  const connector = createPostgresConnector(system, portWith(server.connectionString, now));
  opened.push(connector);
  return connector;
}

async function exported(connector: Connector, subject: Subject): Promise<{ rows: Record<string, Row[]>; pages: number[] }> {
  const rows: Record<string, Row[]> = {};
  const pages: number[] = [];
  await connector.export({
    subject,
    until: Infinity,
    write: async (dataset, page) => {
      (rows[dataset] ??= []).push(...page);
      pages.push(JSON.stringify(page).length);
    },
  });
  return { rows, pages };
}

beforeAll(async () => {
  server = await startPostgresServer();
  db = new pg.Client({ connectionString: server.connectionString });
  await db.connect();
});
beforeEach(() => db.query('drop schema public cascade; create schema public'));
afterEach(async () => {
  for (const connector of opened.splice(0)) await connector.close();
});
afterAll(async () => {
  await db?.end();
  await server?.stop();
});

describe('values', () => {
  const declaration = declarePostgres({
    things: {
      label: 'Things',
      match: { email: 'mail' },
      erasure: 'delete',
      columns: {
        id: 'x',
        mail: 'x',
        big: 'x',
        money: 'x',
        day: 'x',
        at: 'x',
        bytes: 'x',
        doc: 'x',
        list: 'x',
        bigs: 'x',
        nothing: 'x',
        nan: 'x',
        held: 'x describe',
        absent: 'x describe',
        hidden: 'x never',
        'odd "name"': 'x',
      },
    },
  });

  beforeEach(() =>
    db.query(`
    create table things (id int primary key, mail text, big bigint, money numeric(30,10), day date, at timestamptz, bytes bytea, doc jsonb,
      list text[], bigs bigint[], nothing text, nan float8, held text, absent text, hidden text, "odd ""name""" text);
    insert into things values (1, 'Ada@Example.com', 9007199254740993, 12345678901234567890.0000000001, '1815-12-10', '2026-01-02T03:04:05.678Z',
      '\\x00ff10', '{"deep": [12345678901234567890, 1.5, "x"]}', '{a,"b c"}', '{9007199254740993}', null, 'NaN', 'secret-held', null, 'secret-hidden', 'q')`),
  );

  it('hands out values as JSON without losing a digit, and says of described columns only whether there is something', async () => {
    const { rows } = await exported(open(declaration), ADA);
    expect(rows).toEqual({
      things: [
        {
          id: 1,
          mail: 'Ada@Example.com',
          big: '9007199254740993',
          money: '12345678901234567890.0000000001',
          day: '1815-12-10',
          at: '2026-01-02T04:04:05.678+01:00',
          bytes: 'AP8Q',
          doc: { deep: ['12345678901234567890', 1.5, 'x'] },
          list: ['a', 'b c'],
          bigs: ['9007199254740993'],
          nothing: null,
          nan: 'NaN',
          held: true,
          absent: false,
          'odd "name"': 'q',
        },
      ],
    });
  });

  it('refuses to export a table with a column nobody declared, and names it', async () => {
    await db.query('alter table things add column diagnosis text');
    await expect(exported(open(declaration), ADA)).rejects.toMatchObject({
      name: 'PermanentError',
      code: 'configuration',
      message: expect.stringContaining('things.diagnosis'),
    });
    expect(await checkPostgresSchema(declaration, portWith(server.connectionString))).toEqual([
      { path: 'datasets.things.columns.diagnosis', found: 'a column that is not declared', remedy: expect.any(String) },
    ]);
  });

  it('hands a missing column or table to a person', async () => {
    await db.query('alter table things drop column held');
    await expect(open(declaration).find(ADA)).rejects.toMatchObject({
      name: 'PermanentError',
      code: 'configuration',
      message: expect.stringContaining('things.held'),
    });
    await db.query('drop table things');
    await expect(open(declaration).find(ADA)).rejects.toMatchObject({ name: 'PermanentError', code: 'configuration' });
    expect((await checkPostgresSchema(declaration, portWith(server.connectionString))).map(({ path }) => path)).toEqual([
      'datasets.things.table',
    ]);
  });
});

describe('pages', () => {
  const declaration = declarePostgres({
    notes: {
      label: 'Notes',
      key: ['owner', 'n'],
      match: { email: 'owner' },
      columns: { owner: 'x', n: 'x', body: 'x' },
      erasure: 'delete',
    },
  });

  it('holds at most 5,000 rows, in the order of the key, each row once', async () => {
    await db.query(`create table notes (owner text, n int, body text, primary key (owner, n));
      insert into notes select 'ada@example.com', n, 'x' from generate_series(1, 12345) n`);
    const sizes: number[] = [];
    const seen: number[] = [];
    await open(declaration).export({
      subject: ADA,
      until: Infinity,
      write: async (_, rows) => {
        sizes.push(rows.length);
        seen.push(...rows.map((row) => Number(row['n'])));
      },
    });
    expect(seen).toEqual(Array.from({ length: 12345 }, (_, index) => index + 1));
    expect(Math.max(...sizes)).toBeLessThanOrEqual(5000);
    expect(sizes.length).toBeLessThan(10);
  });

  it('holds at most 4 MiB unless a single row is larger', async () => {
    await db.query(`create table notes (owner text, n int, body text, primary key (owner, n));
      insert into notes select 'ada@example.com', n, repeat('x', case when n = 5 then 9000000 else 1000000 end) from generate_series(1, 20) n`);
    const { rows, pages } = await exported(open(declaration), ADA);
    expect(rows['notes']).toHaveLength(20);
    expect(pages.filter((bytes) => bytes > 4.1 * 1024 ** 2)).toHaveLength(1);
  });
});

describe('identifiers', () => {
  const declaration = declarePostgres({
    users: {
      label: 'Users',
      match: { email: 'mail', customerId: 'id', uid: 'uid' },
      yields: { customerId: 'id', uid: 'uid' },
      columns: { id: 'x', mail: 'x', uid: 'x' },
      erasure: 'delete',
    },
    visits: { label: 'Visits', belongsTo: { user_id: 'users.id' }, columns: { id: 'x', user_id: 'x' }, erasure: 'delete' },
    marks: { label: 'Marks', match: { uid: 'uid' }, columns: { id: 'x', uid: 'x' }, erasure: 'delete' },
  });

  beforeEach(() =>
    db.query(`
    create table users (id int primary key, mail text, uid uuid);
    create table visits (id int primary key, user_id int);
    create table marks (id int primary key, uid uuid);
    insert into users values (1, 'ADA@example.com', '00000000-0000-4000-8000-000000000001'), (2, 'bob@example.com', '00000000-0000-4000-8000-000000000002');
    insert into visits values (1, 1), (2, 2), (3, 1);
    insert into marks values (1, '00000000-0000-4000-8000-000000000001'), (2, '00000000-0000-4000-8000-000000000002')`),
  );

  it('finds an address in any case, learns what rows reveal, and uses it in tables without a key', async () => {
    expect(await open(declaration).find(ADA)).toEqual({
      found: { users: 1, visits: 2, marks: 1 },
      identifiers: { customerId: ['1'], uid: ['00000000-0000-4000-8000-000000000001'] },
    });
  });

  it.each(['1; drop table users', "' or 1=1 --", '1e3', '99999999999999999999', 'ünï', 'a\0b', ''])(
    'takes %j for a value that matches nothing',
    async (value) => {
      expect((await open(declaration).find({ identifiers: { email: [value], customerId: [value], uid: [value] } })).found).toEqual({
        users: 0,
        visits: 0,
        marks: 0,
      });
    },
  );

  it('finds rows that somebody left behind when the row they belonged to was deleted', async () => {
    await db.query('delete from users where id = 1');
    const subject = { identifiers: { email: ['ada@example.com'], customerId: ['1'] } };
    const connector = open(declaration);
    expect((await connector.verify(subject)).left).toEqual({ visits: 2 });
    expect((await connector.erase(subject)).erased).toMatchObject({ visits: 2, users: 0 });
    expect((await connector.verify(subject)).left).toEqual({});
  });
});

describe('keys', () => {
  const level = (parent: string): Parameters<typeof declarePostgres>[0][string] => ({
    label: 'L',
    belongsTo: { up: `${parent}.id` },
    columns: { id: 'x', up: 'x' },
    erasure: 'delete',
  });
  // Declared from the bottom, so that the order of deletion comes from the keys alone.
  const chain = declarePostgres({
    d: level('c'),
    c: level('b'),
    b: level('a'),
    a: { label: 'A', match: { email: 'mail', customerId: 'id' }, columns: { id: 'x', mail: 'x' }, erasure: 'delete' },
  });

  beforeEach(() =>
    db.query(`
    create table a (id int primary key, mail text);
    create table b (id int primary key, up int not null);
    create table c (id int primary key, up int not null references b);
    create table d (id int primary key, up int not null references c);
    insert into a values (1, 'ada@example.com'), (2, 'bob@example.com');
    insert into b select n, 1 + n % 2 from generate_series(1, 4) n;
    insert into c select n, 1 + n % 4 from generate_series(1, 8) n;
    insert into d select n, 1 + n % 8 from generate_series(1, 16) n`),
  );

  it('follows chains of any depth, upwards to find and downwards to delete', async () => {
    const connector = open(chain);
    expect((await connector.find(ADA)).found).toEqual({ a: 1, b: 2, c: 4, d: 8 });
    expect((await connector.erase(ADA)).erased).toEqual({ a: 1, b: 2, c: 4, d: 8 });
    expect(
      (
        await db.query(
          `select (select array_agg(id) from a) a, (select array_agg(up) from b) b, (select count(*)::int from c) c, (select count(*)::int from d) d`,
        )
      ).rows,
    ).toEqual([{ a: [2], b: [2, 2], c: 4, d: 8 }]);
  });

  it('finds what hangs on a known number although its row is gone and nothing yields the number', async () => {
    await db.query('delete from a where id = 1');
    const subject = { identifiers: { ...ADA.identifiers, customerId: ['1'] } };
    expect((await open(chain).verify(subject)).left).toEqual({ b: 2, c: 4, d: 8 });
    await open(chain).erase(subject);
    expect((await db.query('select count(*)::int as count from d')).rows).toEqual([{ count: 8 }]);
  });

  it('deletes a table that hangs on two others before both', async () => {
    const diamond = declarePostgres({
      a: { label: 'A', match: { email: 'mail' }, columns: { id: 'x', mail: 'x' }, erasure: 'delete' },
      b: level('a'),
      c: { label: 'C', belongsTo: { up: 'b.id' }, refersTo: { id: 'a.id' }, columns: { id: 'x', up: 'x' }, erasure: 'delete' },
    });
    await db.query(
      'drop table d; truncate c; insert into c values (1, 2); alter table c add foreign key (id) references a; alter table b add foreign key (up) references a',
    );
    expect((await open(diamond).erase(ADA)).erased).toEqual({ a: 1, b: 2, c: 1 });
  });
});

describe('retention', () => {
  const declaration = declarePostgres({
    people: {
      label: 'People',
      match: { email: 'mail', customerId: 'id' },
      yields: { customerId: 'id' },
      columns: { id: 'x', mail: 'x' },
      erasure: { how: 'delete', shell: { mail: null } },
    },
    deals: {
      label: 'Deals',
      belongsTo: { person: 'people.id' },
      columns: { id: 'x', person: 'x', day: 'x', remark: 'x' },
      erasure: { how: 'retain', retain: retain('day', 8), blank: ['remark'] },
    },
    parts: {
      label: 'Parts',
      belongsTo: { deal: 'deals.id' },
      columns: { id: 'x', deal: 'x' },
      erasure: { how: 'retain', retain: retain('deals.day', 8, true) },
    },
    posts: {
      label: 'Posts',
      belongsTo: { person: 'people.id' },
      columns: { id: 'x', person: 'x', author: 'x' },
      erasure: { how: 'anonymise', columns: { person: null, author: 'gone' } },
    },
  });
  const known: Subject = { identifiers: { ...ADA.identifiers, customerId: ['1'] } };

  beforeEach(() =>
    db.query(`
    create table people (id int primary key, mail text);
    create table deals (id int primary key, person int not null references people, day date, remark text);
    create table parts (id int primary key, deal int not null references deals);
    create table posts (id int primary key, person int references people, author varchar(20));
    insert into people values (1, 'ada@example.com'), (2, 'bob@example.com')`),
  );

  it('keeps a row up to and on its last day, and not the day after, as days are counted where the company is', async () => {
    await db.query(`insert into deals values (1, 1, '2018-11-21', 'r'), (2, 1, '2018-11-20', 'r')`);
    expect(await open(declaration).erase(known)).toEqual({
      erased: { people: 0, deals: 1, parts: 0, posts: 0 },
      kept: { people: { count: 1, until: DAY }, deals: { count: 1, until: DAY } },
    });
    // 23:30 in UTC is the next day in Berlin.
    expect(await open(declaration, () => Date.parse('2026-11-21T23:30:00Z')).erase(known)).toMatchObject({
      erased: { deals: 1 },
      kept: {},
    });
    expect((await db.query('select id, mail from people order by id')).rows).toEqual([{ id: 2, mail: 'bob@example.com' }]);
  });

  it('keeps the empty shell of a row that kept rows point at, empties columns, and calls neither of them left', async () => {
    await db.query(`insert into deals values (1, 1, '2025-01-01', 'private')`);
    await open(declaration).erase(known);
    expect((await db.query('select p.mail, d.remark from deals d join people p on p.id = d.person')).rows).toEqual([
      { mail: null, remark: null },
    ]);
    // The row is empty, and still there: it is kept, and nobody may call it deleted.
    expect(await open(declaration).verify(known)).toEqual({
      left: {},
      kept: { people: { count: 1, until: '2033-01-01' }, deals: { count: 1, until: '2033-01-01' } },
    });
  });

  it('keeps a row past its own period while a kept row points at it', async () => {
    await db.query(`insert into deals values (1, 1, '2018-02-01', null); insert into parts values (1, 1)`);
    expect((await open(declaration).erase(known)).kept).toEqual({
      people: { count: 1, until: '2026-12-31' },
      deals: { count: 1, until: '2026-12-31' },
      parts: { count: 1, until: '2026-12-31' },
    });
    const later = open(declaration, () => Date.parse('2027-01-01T12:00:00Z'));
    expect((await later.verify(known)).left).toEqual({ people: 1, deals: 1, parts: 1 });
    expect(await later.erase(known)).toEqual({ erased: { people: 1, deals: 1, parts: 1, posts: 0 }, kept: {} });
  });

  it('keeps a row whose period has not begun', async () => {
    await db.query(`insert into deals values (1, 1, null, null)`);
    expect((await open(declaration).erase(known)).kept).toMatchObject({ deals: { count: 1, until: '2034-11-21' } });
  });

  it('anonymises rows that stay, and notices when a value comes back', async () => {
    await db.query(`insert into posts values (1, 1, 'Ada'), (2, 2, 'Bob')`);
    const connector = open(declaration);
    expect((await connector.verify(known)).left).toMatchObject({ posts: 1 });
    expect((await connector.erase(known)).erased).toMatchObject({ posts: 1, people: 1 });
    expect((await db.query('select * from posts order by id')).rows).toEqual([
      { id: 1, person: null, author: 'gone' },
      { id: 2, person: 2, author: 'Bob' },
    ]);
    await db.query(`insert into people values (1, 'ada@example.com'); update posts set person = 1 where id = 1`);
    expect((await connector.verify(known)).left).toEqual({ people: 1, posts: 1 });
  });

  it('hands a table that points at deleted rows and is not declared to a person, and changes nothing', async () => {
    await db.query(
      `create table forgotten (person int references people); insert into forgotten values (1); insert into posts values (1, 1, 'Ada')`,
    );
    await expect(open(declaration).erase(known)).rejects.toMatchObject({
      name: 'PermanentError',
      code: 'configuration',
      message: expect.stringContaining('forgotten'),
    });
    expect((await db.query('select author from posts')).rows).toEqual([{ author: 'Ada' }]);
  });

  it('says which declared columns may not be emptied and which keys do not tell rows apart', async () => {
    await db.query(`alter table people alter column mail set not null; alter table posts drop constraint posts_pkey`);
    const problems = await checkPostgresSchema(declaration, portWith(server.connectionString));
    expect(problems.map(({ path }) => path)).toEqual(['datasets.people.erasure', 'datasets.posts.key']);
  });
});

describe('faults', () => {
  const declaration = declarePostgres(
    { people: { label: 'People', match: { email: 'mail' }, columns: { id: 'x', mail: 'x' }, erasure: 'delete' } },
    { timeoutMs: 500 },
  );

  beforeEach(() => db.query(`create table people (id int primary key, mail text); insert into people values (1, 'ada@example.com')`));

  it('asks to be called again when nobody listens', async () => {
    const connector = createPostgresConnector(declaration, portWith('postgres://postgres@127.0.0.1:1/postgres'));
    await expect(connector.find(ADA)).rejects.toMatchObject({ name: 'TransientError', code: 'system-unreachable' });
    await connector.close();
  });

  it('hands an empty connection string to a person', async () => {
    const connector = createPostgresConnector(declaration, portWith(' '));
    await expect(connector.find(ADA)).rejects.toMatchObject({ name: 'PermanentError', code: 'system-credentials' });
    await connector.close();
  });

  it('asks to be called again when rows are locked longer than its time-out, and names nobody', async ({ skip }) => {
    if (server.kind === 'embedded') return skip('one session cannot lock out another');
    await db.query(`begin; update people set mail = mail`);
    const error = await open(declaration)
      .erase(ADA)
      .catch((caught: unknown) => caught as Error);
    await db.query('rollback');
    expect(error).toMatchObject({ name: 'TransientError', code: 'system-timeout' });
    expect(JSON.stringify([error, (error as Error).message, (error as Error).stack])).not.toContain('ada@');
  });

  it('hands a missing permission to a person', async ({ skip }) => {
    if (server.kind === 'embedded') return skip('the embedded database has one role');
    await db.query(
      `drop role if exists reader; create role reader login; grant usage on schema public to reader; grant select on people to reader`,
    );
    const connector = createPostgresConnector(declaration, portWith(server.connectionString.replace('postgres@', 'reader@')));
    expect((await connector.find(ADA)).found).toEqual({ people: 1 });
    await expect(connector.erase(ADA)).rejects.toMatchObject({ name: 'PermanentError', code: 'system-credentials' });
    await connector.close();
    await db.query('revoke all on people from reader; revoke all on schema public from reader; drop role reader');
  });

  it('erases rows that others insert at the same time, or makes them fail, but never leaves one behind', async ({ skip }) => {
    if (server.kind === 'embedded') return skip('one session knows no concurrency');
    await db.query(`create table visits (id serial primary key, person int not null references people)`);
    const both = declarePostgres({
      people: { label: 'People', match: { email: 'mail' }, columns: { id: 'x', mail: 'x' }, erasure: 'delete' },
      visits: { label: 'Visits', belongsTo: { person: 'people.id' }, columns: { id: 'x', person: 'x' }, erasure: 'delete' },
    });
    const writer = new pg.Client({ connectionString: server.connectionString });
    await writer.connect();
    let refused = 0;
    const write = async (): Promise<void> => {
      while (refused === 0)
        await writer.query('insert into visits (person) values (1)').catch(() => {
          refused += 1;
        });
    };
    const writing = write();
    await open(both).erase(ADA);
    await writing;
    await writer.end();
    expect(
      (await db.query('select (select count(*) from people)::int as people, (select count(*) from visits)::int as visits')).rows,
    ).toEqual([{ people: 0, visits: 0 }]);
  });
});
