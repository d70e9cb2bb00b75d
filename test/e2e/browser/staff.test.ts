/** The console in a real browser: signed in per role through the identity provider, working from the due date. */
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { DEMO_PEOPLE } from '../../../lib/demo/people.ts';
import type { RequestAnswer } from '../../../lib/web/customer/api/api-answer.ts';
import { decideReview, openRequest, signIn } from './staff.ts';
import { absent, openStage, type Stage, type Visitor } from './stage.ts';
import { story } from './story.ts';

const [MARA, , LEA, SAM] = DEMO_PEOPLE;

describe.skipIf(absent.length > 0)('staff in a browser', () => {
  const it = story();
  let stage: Stage;
  let mara: RequestAnswer;
  let sam: RequestAnswer;
  let lea: RequestAnswer;
  const seats: Visitor[] = [];

  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage?.close());

  async function seat(role: 'viewer' | 'agent' | 'reviewer' | 'admin'): Promise<Visitor> {
    const visitor = await signIn(stage, role);
    seats.push(visitor);
    return visitor;
  }

  /** The references in the order of the board. */
  async function references({ page }: Visitor): Promise<string[]> {
    await page.goto('/staff');
    return page.getByRole('link', { name: /^Q-[0-9A-Z]{4}-[0-9A-Z]{4}$/ }).allInnerTexts();
  }

  it('without a session every page leads to the sign-in', async () => {
    const stranger = await stage.visitor('staff-stranger');
    for (const path of ['/staff', '/staff/tasks', '/staff/requests.csv']) {
      await stranger.page.goto(path);
      expect(new URL(stranger.page.url()).pathname).toMatch(/^\/_local\/oidc\//);
    }
    const posted = await fetch(`${stage.laptop.url}/staff/requests/req_01a20000-0000-7000-8000-000000000000/withdraw`, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: stage.laptop.url },
    });
    expect([303, 401, 403]).toContain(posted.status);
  });

  it('the board lists requests nearest date first, with reference and day in words', async () => {
    mara = await stage.laptop.submit({ rights: ['access'], email: MARA.email, residence: 'DE' });
    await stage.laptop.advanceClock('P3D');
    sam = await stage.laptop.submit({ rights: ['access'], email: SAM.email, residence: 'US-CA' });
    lea = await stage.laptop.submit({ rights: ['access'], email: LEA.email, residence: 'DE' });
    const viewer = await seat('viewer');
    const inOrder = [mara, sam, lea].toSorted((one, other) => one.dueOn!.localeCompare(other.dueOn!)).map(({ reference }) => reference);
    await expect.poll(() => references(viewer), { timeout: 30_000, interval: 500 }).toEqual(inOrder);
    await viewer.look('board');
    const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(mara.dueOn!));
    await expect(viewer.page.locator('main').innerText()).resolves.toContain(day);
  });

  it('a viewer reads everything but neither the person nor the review', async () => {
    const [viewer] = seats;
    await stage.laptop.confirm(mara, MARA.email);
    await openRequest(viewer!, mara.reference);
    await viewer!.look('request');
    expect(await viewer!.page.content()).not.toContain(MARA.email);
    await expect
      .poll(async () => (await viewer!.page.goto('/staff/tasks'), viewer!.page.locator('main').innerText()), {
        timeout: 60_000,
        interval: 500,
      })
      .toContain(mara.reference);
    await viewer!.look('tasks');
    const { page } = viewer!;
    await openRequest(viewer!, mara.reference);
    await expect(
      page
        .getByRole('button', { name: 'Show personal details' })
        .isEnabled()
        .catch(() => false),
    ).resolves.toBe(false);
    const events = (await (await page.request.get(`${page.url()}/events.json`)).json()) as unknown;
    const task = /task_[\w-]+/.exec(JSON.stringify(events))![0];
    const refused = await page.goto(`${page.url()}/tasks/${task}/review`);
    expect(refused!.status()).toBe(403);
    await viewer!.look('forbidden');
  });

  it('an agent sees the person, and that is recorded', async () => {
    const agent = await seat('agent');
    await openRequest(agent, mara.reference);
    await agent.page.getByRole('button', { name: 'Show personal details' }).click();
    await expect(agent.page.locator('main').innerText()).resolves.toContain(MARA.email);
    await agent.look('person');
    await openRequest(agent, mara.reference);
    const story = await agent.page.locator('main').innerText();
    for (const said of ['Somebody looked at personal details', 'by anton']) expect(story).toContain(said);
    await agent.look('timeline');
  });

  it('a reviewer decides, and the request leaves the board once it is answered', async () => {
    const reviewer = await seat('reviewer');
    await decideReview(reviewer, mara.reference, { look: 'review' });
    await stage.laptop.waitForStatus(mara, 'answered');
    await expect.poll(() => references(reviewer), { timeout: 30_000, interval: 500 }).not.toContain(mara.reference);
    await reviewer.look('board');
  });

  it('signing out ends the session, and nothing was wrong with any page', async () => {
    const admin = await seat('admin');
    await admin.look('board');
    await admin.page.getByRole('button', { name: 'Sign out' }).click();
    await admin.look('signed-out');
    await admin.page.goto('/staff/tasks');
    expect(new URL(admin.page.url()).pathname).toMatch(/^\/_local\/oidc\//);
    for (const visitor of seats) expect(await visitor.findings()).toEqual([]);
  });
});
