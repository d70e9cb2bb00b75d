/** The PostgreSQL connector: values, pages, keys, retention, conflicts and faults. */
import pg from 'pg';
import { beforeEach, describe, expect, it } from 'vitest';
import { createPostgresConnector } from '../../lib/connectors/postgres-connector.ts';
import { checkPostgresSchema } from '../../lib/connectors/postgres-schema.ts';
import { declarePostgres, portWith } from './declarations.ts';
import { ADA, db, exported, open, server } from './postgres-world.ts';

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
