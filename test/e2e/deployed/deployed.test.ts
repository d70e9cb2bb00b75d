/** The app as `cdk deploy` ships it, on an AWS that nobody here wrote: deployed, and a request driven to its end. */
import { randomBytes, randomUUID } from 'node:crypto';
import { SESClient, VerifyDomainIdentityCommand } from '@aws-sdk/client-ses';
import { DescribeExecutionCommand, paginateGetExecutionHistory, paginateListStateMachines, SFNClient } from '@aws-sdk/client-sfn';
import { PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { secretNames } from '../../../lib/domain/config/secret-names.ts';
import { type Jwk, verifyReceipt } from '../../../lib/receipts/verify.ts';
import type { RequestAnswer, RequestDetails } from '../../../lib/web/customer/api/api-answer.ts';
import { recordFinding } from '../../fidelity/findings.ts';
import { text, unpack } from '../../packages/unpack.ts';
import { eventually, linkTo, missing } from '../laptop.ts';
import { type ClubSystems, startClubSystems } from './club-systems.ts';
import configuration from './club.config.ts';
import { deploy, type Deployment } from './deploy.ts';
import { type MiniStack, startMiniStack } from './ministack.ts';
import { WORKAROUNDS, withoutGrant } from './workarounds.ts';

const absent = missing({ 'MiniStack (MINISTACK names its command, see .ci/ministack)': process.env['MINISTACK'] !== undefined });

const EMAIL = 'ines@example.org';
const JSON_BODY = { 'content-type': 'application/json' };

let ministack: MiniStack;
let club: ClubSystems;
let deployment: Deployment;
let sfn: SFNClient;
let asked: RequestAnswer;
/** The person's own page, which shows what the sender's does not. */
let statusPage: string;
/** States that the execution of the request went through, in their order. */
let reached: string[] = [];
/** Places that each workaround changed. */
let places: number[] = [];

/** What an operator does before the first deployment: docs/operations.md. */
async function prepareAccount(): Promise<void> {
  const ssm = new SSMClient(ministack.settings);
  const put = (Name: string, Value: string) => ssm.send(new PutParameterCommand({ Name, Value, Type: 'SecureString' }));
  for (const name of ['token-secret', 'staff/session-secret', 'staff/client-secret'])
    await put(`/club/${name}`, randomBytes(48).toString('base64'));
  for (const name of secretNames(configuration)) await put(name, club.secret);
  const Domain = configuration.mailFrom.split('@')[1];
  await new SESClient(ministack.settings).send(new VerifyDomainIdentityCommand({ Domain }));
}

async function submit(rights: string[]): Promise<RequestAnswer> {
  const { status, body } = await ministack.call(`${deployment.address}/api/requests`, {
    method: 'POST',
    headers: { ...JSON_BODY, 'idempotency-key': randomUUID() },
    body: JSON.stringify({ rights, email: EMAIL, residence: 'DE' }),
  });
  if (status !== 201) throw new Error(`The API answered ${status}`);
  return JSON.parse(body.toString()) as RequestAnswer;
}

async function read({ id, statusUrl }: RequestAnswer): Promise<RequestDetails> {
  const headers = { authorization: `Bearer ${new URL(statusUrl).pathname.split('/')[2]}` };
  return JSON.parse((await ministack.call(`${deployment.address}/api/requests/${id}`, { headers })).body.toString()) as RequestDetails;
}

/** The first mail about the request with a link below a path; the link. */
async function mailedLink({ reference }: RequestAnswer, below: string): Promise<string> {
  return eventually(`a mail with a link to ${below}`, async () => {
    const mails = await ministack.mails();
    const mail = mails.find(({ to, subject, text: body }) => to.includes(EMAIL) && subject.includes(reference) && body.includes(below));
    return mail && linkTo(mail, below);
  });
}

/** The archive does the job it was given and posts its answer to where it was told; the status it gets back. */
async function archiveAnswers(phase: string): Promise<number> {
  const job = await eventually(`the archive is asked to ${phase}`, () => club.jobs.find((one) => one.phase === phase));
  return (await ministack.call(job.to, { method: 'POST', headers: JSON_BODY, body: JSON.stringify(job.answer) })).status;
}

async function executionArn(): Promise<string> {
  for await (const { stateMachines = [] } of paginateListStateMachines({ client: sfn }, {}))
    for (const { name, stateMachineArn } of stateMachines)
      if (name === 'Quittance-requests') return `${stateMachineArn!.replace(':stateMachine:', ':execution:')}:${asked.id}`;
  throw new Error('There is no machine');
}

async function statesEntered(arn: string): Promise<string[]> {
  const entered: string[] = [];
  for await (const { events = [] } of paginateGetExecutionHistory({ client: sfn }, { executionArn: arn }))
    entered.push(...events.flatMap(({ stateEnteredEventDetails }) => stateEnteredEventDetails?.name ?? []));
  return entered;
}

async function keys(): Promise<Jwk[]> {
  return (JSON.parse((await ministack.call(`${deployment.address}/.well-known/jwks.json`)).body.toString()) as { keys: Jwk[] }).keys;
}

/** What the run showed, for docs/fidelity.md. */
async function record(): Promise<void> {
  const types = [...new Set(deployment.created)];
  const count = (type: string): number => deployment.created.filter((one) => one === type).length;
  recordFinding('ministack', {
    judge: `MiniStack ${await ministack.version()}, with its IAM in force`,
    question: 'Does `cdk deploy` ship something that works?',
    answer:
      `${deployment.created.length} resources created and the stack updated; a request for access and deletion with two systems, one of ` +
      `which calls back, came to its end through ${reached.length} states; ${WORKAROUNDS.length} workarounds, put in by the update.`,
    tables: [
      { caption: 'States of the machine, as they were entered:', head: ['States'], rows: [[reached.join(' → ')]] },
      {
        caption: 'What MiniStack cannot do, and what was changed in the deployed template for it:',
        head: ['Workaround', 'Places', 'Reason'],
        rows: WORKAROUNDS.map(({ what, reason }, at) => [what, String(places[at]), reason]),
      },
      { caption: 'Resources:', head: ['Type', 'Created'], rows: types.map((type) => [`\`${type}\``, String(count(type))]) },
    ],
  });
}

describe.skipIf(absent.length > 0)('the app deployed by cdk deploy', () => {
  beforeAll(async () => {
    ministack = await startMiniStack(process.env['MINISTACK']!);
    club = await startClubSystems(EMAIL);
    sfn = new SFNClient(ministack.settings);
    await prepareAccount();
    deployment = await deploy(ministack);
  });
  afterAll(async () => {
    await club?.close();
    await ministack?.stop();
  });

  it('has every resource of the template', () => {
    expect(deployment.created).toEqual(deployment.declared);
  });

  it('shows the form and its public key at the address that the deployment printed', async () => {
    const form = await ministack.call(`${deployment.address}/`);
    expect([form.status, form.headers.get('content-type')]).toEqual([200, 'text/html; charset=UTF-8']);
    expect(await keys()).toMatchObject([{ kty: 'EC', crv: 'P-256', alg: 'ES256' }]);
  });

  it('takes an update of the stack', async () => {
    places = await deployment.update(WORKAROUNDS.map(({ apply }) => apply));
    expect(places).not.toContain(0);
  });

  it('takes a request, mails the link, and goes on when the address is confirmed', async () => {
    asked = await submit(['access', 'erasure']);
    const link = await mailedLink(asked, '/verify-address/');
    const form = { origin: deployment.address, 'content-type': 'application/x-www-form-urlencoded' };
    const { status, headers } = await ministack.call(link, { method: 'POST', headers: form });
    expect(status).toBe(303);
    statusPage = deployment.address + headers.get('location')!;
    expect(await archiveAnswers('export')).toBe(204);
  });

  it('hands over what both systems hold, by a signed address that cannot be changed', async () => {
    const link = await mailedLink(asked, '/download/');
    const signed = (await ministack.call(`${link}/1`)).headers.get('location')!;
    expect(await ministack.call(signed.replace(/Signature=.{4}/, 'Signature=0000'))).toMatchObject({ status: 403 });
    expect(await ministack.call(signed.split('?')[0]!)).toMatchObject({ status: 403 });
    const { status, body } = await ministack.call(signed);
    expect(status).toBe(200);
    const files = unpack(body);
    const rows = [...files.keys()].filter((name) => name.endsWith('.json')).map((name) => text(files, name));
    expect(rows.filter((json) => json.includes('Ines Kugel')).length).toBeGreaterThanOrEqual(2);
  });

  it('deletes in both systems after the download, and closes', async () => {
    expect(await archiveAnswers('erase')).toBe(204);
    await eventually('the request is closed', async () => (await read(asked)).state.closed || undefined);
    expect(club.rows).toEqual({ members: [], archive: [] });
    const arn = await executionArn();
    const status = await eventually('the execution ends', async () => {
      const execution = await sfn.send(new DescribeExecutionCommand({ executionArn: arn }));
      return execution.status === 'RUNNING' ? undefined : execution.status;
    });
    expect(status).toBe('SUCCEEDED');
    reached = await statesEntered(arn);
    expect(reached.at(-1)).toBe('closed');
    await record();
  });

  it('signed every receipt with the key it publishes', async () => {
    const published = await keys();
    const page = (await ministack.call(statusPage)).body.toString();
    const paths = new Set([...page.matchAll(/\/receipts\/[0-9a-f-]{36}/g)].map(([path]) => path));
    expect(paths.size).toBe(3);
    for (const path of paths) {
      const jws = (await ministack.call(`${deployment.address}${path}.jws`)).body.toString();
      expect(await verifyReceipt({ jws, keys: published })).toMatchObject({ result: 'genuine' });
      expect(await verifyReceipt({ jws: jws.replace(/.{4}$/, 'AAAA'), keys: published })).toMatchObject({ result: 'failed' });
    }
  });

  it('parks a request when a grant is taken away', async () => {
    expect(await deployment.update([withoutGrant('acknowledge', 'kms:Sign')])).toEqual([1]);
    asked = await submit(['access']);
    const arn = await executionArn();
    const entered = await eventually('three states are entered', async () => {
      const states = await statesEntered(arn);
      return states.length > 2 ? states : undefined;
    });
    expect(entered).toEqual(['begin-request', 'acknowledge', 'park-request']);
  });
});
