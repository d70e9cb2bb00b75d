/** Keys between tables, and what law keeps: real rows in a real PostgreSQL. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Subject } from '../../lib/connectors/connector.ts';
import { checkPostgresSchema } from '../../lib/connectors/postgres-schema.ts';
import { declarePostgres, portWith, retain } from './declarations.ts';
import { ADA, DAY, db, open, server } from './postgres-world.ts';

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
