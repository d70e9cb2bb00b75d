/** The deadline board and the task list: order, groups, filters, search, paging and CSV. */
import { describe, expect, it } from 'vitest';
import { groupRows, urgencyOf } from '../../../lib/web/console/board-groups.ts';
import { seats, wordsOf } from './desk-fixture.ts';
import { NOW } from './world.ts';

const seat = seats();
const today = { now: NOW, zone: 'Europe/Berlin' };

describe('urgency', () => {
  it.each([
    ['2026-11-19', 'in-progress', 'overdue'],
    ['2026-11-20', 'in-progress', 'today'],
    ['2026-11-21', 'in-progress', 'soon'],
    ['2026-11-25', 'in-progress', 'soon'],
    ['2026-11-26', 'in-progress', 'later'],
    ['2026-11-26', 'awaiting-verification', 'waiting'],
    ['2026-11-26', 'ready', 'waiting'],
  ] as const)('of %s, %s, is %s', (dueOn, state, expected) => {
    expect(urgencyOf({ dueOn, state, tasks: 0 }, today)).toBe(expected);
  });

  it('lets the date win over waiting for the person', () => {
    expect(urgencyOf({ dueOn: '2026-11-20', state: 'awaiting-verification', tasks: 0 }, today)).toBe('today');
    expect(urgencyOf({ dueOn: '2026-11-01', state: 'ready', tasks: 0 }, today)).toBe('overdue');
  });

  it('is not of the person while staff have something to do', () => {
    const letter = { dueOn: '2026-12-20', state: 'received' };
    expect(urgencyOf({ ...letter, tasks: 1 }, today)).toBe('later');
    expect(urgencyOf({ ...letter, tasks: [{ kind: 'sort' }] }, today)).toBe('later');
    expect(urgencyOf({ ...letter, tasks: [{ kind: 'verify' }] }, today)).toBe('waiting');
  });

  it('changes at midnight of the controller, not of Greenwich', () => {
    const night = { now: Date.parse('2026-11-20T23:30:00Z'), zone: 'Europe/Berlin' };
    expect(urgencyOf({ dueOn: '2026-11-20', state: 'in-progress', tasks: 0 }, night)).toBe('overdue');
  });

  it('leaves out empty groups', () => {
    expect(groupRows([], today)).toEqual([]);
  });
});

describe('the board', () => {
  it('shows the nearest dates first, in groups, with zero as due today', async () => {
    const { browser } = await seat(['viewer']);
    const words = wordsOf((await browser.get('/staff')).html);
    const order = ['Overdue', '2 days overdue', 'Due today', 'due today', 'Due within 5 days', '4 days left', '5 days left'].map((text) =>
      words.indexOf(text),
    );
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(order).not.toContain(-1);
    expect(words).toContain('In progress Stopped Package');
  });

  it('pages through all open requests and only those', async () => {
    const { browser, cases, world } = await seat(['viewer']);
    const seen: string[] = [];
    let next: string | undefined = '/staff';
    while (next !== undefined) {
      const { html }: { html: string } = await browser.get(next);
      seen.push(...[...html.matchAll(/class="mono" href="\/staff\/requests\/([^"]+)"/g)].map((match) => match[1]!));
      next = /rel="next" href="([^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&');
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toHaveLength(world.cases.size - 2);
    for (const { id } of [cases.closed, cases.corrected]) expect(seen).not.toContain(id);
  });

  it('filters by state and law in the URL, and ignores what it does not know', async () => {
    const { browser, cases } = await seat(['viewer']);
    const review = await browser.get('/staff?state=in-review&law=eu-gdpr');
    expect(review.html).toContain(cases.review.reference);
    expect(review.html).not.toContain(cases.act.reference);
    expect(review.html).toMatch(/<option value="in-review" selected>/);
    const unknown = await browser.get('/staff?state=%3Cscript%3E&law=none');
    expect(unknown.html).toContain(cases.failed.reference);
    expect(unknown.html).not.toContain('<script>');
  });

  it('does not end early where the port filters after paging', async () => {
    const { browser, world, cases } = await seat(['viewer']);
    const plain = { ...world.port };
    world.port.board = async (input) => {
      const page = await plain.board(input.cursor === undefined ? {} : { cursor: input.cursor });
      return { ...page, rows: page.rows.filter((row) => input.state === undefined || row.state === input.state) };
    };
    expect((await browser.get('/staff?state=awaiting-verification')).html).toContain(cases.waiting.reference);
  });

  it('says what it means when nothing is open or nothing matches', async () => {
    const { browser } = await seat(['viewer'], { empty: true });
    expect(wordsOf((await browser.get('/staff')).html)).toContain('No open requests.');
    expect(wordsOf((await browser.get('/staff?state=ready')).html)).toContain('No open request matches this filter.');
  });

  it('finds a request by its reference however it is typed', async () => {
    const { browser, cases } = await seat(['viewer']);
    const typed = cases.act.reference.toLowerCase().replaceAll('-', ' ');
    const page = await browser.get(`/staff/find?reference=${encodeURIComponent(typed)}`);
    expect(page.path).toBe(`/staff/requests/${cases.act.id}`);
  });

  it('says what is wrong with a reference, and keeps it', async () => {
    const { browser } = await seat(['viewer']);
    const wrong = await browser.get('/staff/find?reference=Q-7KX2-91MC');
    expect(wrong.status).toBe(400);
    expect(wrong.html).toContain('<title>Error: Requests');
    expect(wrong.html).toContain('value="Q-7KX2-91MC"');
    const unknown = await browser.get('/staff/find?reference=Q-7KX2-91M4');
    expect(unknown.status).toBe(404);
    expect(unknown.html).toContain('No request has the reference Q-7KX2-91M4.');
  });

  it('speaks German to those who do', async () => {
    const { browser } = await seat(['viewer']);
    const { html } = await browser.get('/staff', { 'accept-language': 'de-AT,de;q=0.9,en;q=0.5' });
    expect(html).toContain('<html lang="de"');
    expect(wordsOf(html)).toContain('2 Tage überfällig');
    expect(wordsOf(html)).toContain('20. November 2026');
  });
});

describe('the CSV', () => {
  it('holds all pages of the filter, one line each, under a dated name', async () => {
    const { browser, world } = await seat(['viewer']);
    const response = await browser.raw('/staff/requests.csv');
    const lines = (await response.text()).trim().split('\r\n');
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="requests-2026-11-20.csv"');
    // Two of them are closed, and the first line names the columns.
    expect(lines).toHaveLength(world.cases.size - 2 + 1);
    expect(lines[1]).toMatch(/,2026-11-18,,overdue,in-progress,eu-gdpr,access erasure,package-response,yes,0,/);
  });

  it('follows the law filter also where the port does not', async () => {
    const { browser } = await seat(['viewer']);
    const text = await (await browser.raw('/staff/requests.csv?law=us-ca-ccpa')).text();
    expect(text.trim().split('\r\n')).toHaveLength(2);
  });

  it.each(['=HYPERLINK("http://evil.example")', '+1', '-1', '@SUM(A1)', '\t=1'])(
    'cannot smuggle the formula %j into a spreadsheet',
    async (formula) => {
      const { browser, world } = await seat(['viewer'], { empty: true });
      world.port.board = () =>
        Promise.resolve({
          rows: [
            {
              id: 'req_1',
              reference: 'Q-1',
              rights: [],
              law: 'eu-gdpr',
              state: 'received',
              dueOn: '2026-12-01',
              receivedAt: '',
              waitsFor: formula,
              tasks: 0,
              parked: false,
            },
          ],
        });
      const cells = (await (await browser.raw('/staff/requests.csv')).text()).split(',');
      expect(cells.some((cell) => /^"?[=+\-@\t]/.test(cell))).toBe(false);
      expect(cells.some((cell) => /^"?'/.test(cell))).toBe(true);
    },
  );
});

describe('the task list', () => {
  it('names every task that waits for staff, nearest date first, with its cause', async () => {
    const { browser } = await seat(['agent']);
    const words = wordsOf((await browser.get('/staff/tasks')).html);
    const order = [
      'A system failed: Customer care',
      'credentials',
      'Review data about others',
      'Carry out by hand',
      'A mail did not arrive',
      'Choose what happens',
    ];
    const found = order.map((text) => words.indexOf(text));
    expect(found).not.toContain(-1);
    expect(found).toEqual([...found].sort((a, b) => a - b));
  });

  it('does not list what waits for the person or for a system', async () => {
    const { browser, world } = await seat(['agent'], { empty: true });
    const request = world.add({ dueOn: '2026-12-01' });
    world.happen(request.id, { type: 'task-opened', data: { taskId: 'task_1', kind: 'verify' } });
    expect(wordsOf((await browser.get('/staff/tasks')).html)).toContain('No open tasks.');
  });

  it('shows what is left of a request that has ended', async () => {
    const { browser, world, cases } = await seat(['agent']);
    world.happen(cases.mail.id, { type: 'closed', data: { outcome: 'answered' } });
    world.happen(cases.act.id, { type: 'closed', data: { outcome: 'answered' } });
    const { html } = await browser.get('/staff/tasks');
    expect(html).toContain(cases.mail.reference);
    expect(html).not.toContain(cases.act.reference);
    expect(wordsOf((await browser.get(`/staff/requests/${cases.mail.id}`)).html)).toContain('A mail did not arrive');
  });
});
