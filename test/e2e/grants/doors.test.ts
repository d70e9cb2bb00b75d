/** What other suites pass by: another letter, a new link, requests that are taken back, and the end of what is kept. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RequestAnswer } from '../../../lib/web/customer/api/api-answer.ts';
import { eventually, type Laptop, startLaptop } from '../laptop.ts';
import { type Cloud, openCloud } from '../systems/cloud.ts';
import { keepTemplate, newHome, removeHome } from '../systems/homes.ts';
import { signIn } from '../systems/staff.ts';

let laptop: Laptop;
let home: string;
let cloud: Cloud;

beforeAll(async () => {
  home = newHome();
  laptop = await startLaptop({ home, pg: false });
  keepTemplate(home);
  cloud = openCloud(laptop);
});
afterAll(async () => {
  await laptop?.stop();
  if (home) removeHome(home);
});

const ask = (email: string): Promise<RequestAnswer> => laptop.submit({ rights: ['access'], email, residence: 'DE' });

/** Presses a button of the status page; the answer's place says what came of it. */
async function press({ statusUrl }: RequestAnswer, act: string): Promise<string> {
  const headers = { origin: laptop.url, 'content-type': 'application/x-www-form-urlencoded' };
  const response = await fetch(`${statusUrl}/${act}`, { method: 'POST', redirect: 'manual', headers, body: '' });
  expect(response.status).toBe(303);
  return new URL(response.headers.get('location')!, laptop.url).searchParams.get('done') ?? '';
}

async function statusOfExecution({ id }: RequestAnswer): Promise<string | undefined> {
  return (await cloud.executions()).find(({ name }) => name === id)?.status;
}

describe('somebody who has not got the mail', () => {
  it('is sent another one', async () => {
    const asked = await ask('again@example.com');
    await laptop.verificationMail(asked, 'again@example.com');
    await laptop.advanceClock('PT2M');
    const before = new Set((await laptop.mails({ to: 'again@example.com' })).map(({ id }) => id));
    expect(await press(asked, 'resend')).toBe('resent');
    await laptop.waitForMail({ to: 'again@example.com', except: before });
  });

  it('may ask for a new link', async () => {
    const asked = await ask('link@example.com');
    await laptop.verificationMail(asked, 'link@example.com');
    expect(await press(asked, 'link')).toMatch(/^reissue/);
  });
});

describe('a request that is taken back', () => {
  it('by the person ends with its execution', async () => {
    const asked = await ask('back@example.com');
    await laptop.verificationMail(asked, 'back@example.com');
    expect(await press(asked, 'withdraw')).toBe('withdrawn');
    await eventually('a stopped execution', async () => ((await statusOfExecution(asked)) === 'ABORTED' ? true : undefined));
  });

  it('by staff ends with its execution', async () => {
    const asked = await ask('staff@example.com');
    await laptop.verificationMail(asked, 'staff@example.com');
    const staff = await signIn(laptop, 'anton');
    await staff.post(`/staff/requests/req_${asked.id}/withdraw`, {});
    await eventually('a stopped execution', async () => ((await statusOfExecution(asked)) === 'ABORTED' ? true : undefined));
  });
});

describe('a receipt that is wrong', () => {
  it('is corrected by a reviewer, and the correction goes out with the next sweep', async () => {
    const asked = await ask('wrong@example.com');
    await laptop.verificationMail(asked, 'wrong@example.com');
    const [wrong] = (await cloud.caseOf(asked.id)).request.receipts;
    const staff = await signIn(laptop, 'renate');
    const page = `/staff/requests/req_${asked.id}/correct/${wrong!.receiptId}`;
    const done = await staff.post(page, { text: 'We answer by the end of the year.', reason: 'A wrong date.', step: 'confirm' });
    expect(done.path).toContain('done=corrected');
    await laptop.advanceClock('PT2H');
    const mail = await laptop.waitForMail({ to: 'wrong@example.com', subject: /^We correct a receipt/ });
    expect(mail.text).toContain('We answer by the end of the year.');
    const old = await (await fetch(`${laptop.url}/receipts/${wrong!.receiptId}.json`)).json();
    const newer = (await cloud.caseOf(asked.id)).request.receipts.at(-1)!;
    expect(`rcp_${(old as { supersededBy: string }).supersededBy}`).toBe(newer.receiptId);
  });
});

describe('what is left of a request', () => {
  it('goes when its years have passed, with its receipts', async () => {
    const asked = await ask('years@example.com');
    await laptop.verificationMail(asked, 'years@example.com');
    expect(await press(asked, 'withdraw')).toBe('withdrawn');
    // What has a time to live DynamoDB removes by itself; the laptop does not.
    const left = async (): Promise<number> => {
      const items = [...(await cloud.items('Requests')), ...(await cloud.items('Receipts'))].filter(
        ({ expiresAt }) => expiresAt === undefined,
      );
      return items.filter((item) => JSON.stringify(item).includes(asked.id)).length;
    };
    await laptop.advanceClock('PT3H');
    await eventually('the purge', async () => ((await cloud.caseOf(asked.id)).request.purgedAt === undefined ? undefined : true));
    await laptop.advanceClock('P2000D');
    await eventually('nothing is left', async () => {
      await laptop.advanceClock('PT1H');
      return (await left()) === 0 ? true : undefined;
    });
  });
});
