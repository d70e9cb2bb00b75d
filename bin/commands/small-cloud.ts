/** The services of the small AWS, as the laptop runs them, and its pages below `/_local`. */
import path from 'node:path';
import { createClockPage } from '../../lib/local/clock-page.ts';
import { type AwsContext, AwsError, type AwsService, type Resource } from '../../lib/local/contract.ts';
import { createKms } from '../../lib/local/kms/create-kms.ts';
import { createOidcProvider } from '../../lib/local/oidc/create-oidc-provider.ts';
import { createS3, type S3Service } from '../../lib/local/s3/create-s3.ts';
import { createSes, type Receiving, type SesService } from '../../lib/local/ses/create-ses.ts';
import { publishedEvents } from '../../lib/local/ses/event-destinations.ts';
import { receiptRules } from '../../lib/local/ses/receiving/receipt-rules.ts';
import { createReceiver } from '../../lib/local/ses/receiving/receiver.ts';
import { createSmtpListener } from '../../lib/local/ses/receiving/smtp-listener.ts';
import type { ShiftedClock } from '../../lib/local/shifted-clock.ts';
import { createSsm, type SsmService } from '../../lib/local/ssm/create-ssm.ts';
import { createStates } from '../../lib/local/states/create-states.ts';
import type { StatesService } from '../../lib/local/states/create-states-service.ts';

/** Users to be picked on the sign-in page: one per role, and a second reviewer, because nobody decides an appeal against their own refusal. */
const STAFF = [
  { sub: 'viola', name: 'Viola Viewer', email: 'viola@example.com', roles: ['viewer'] },
  { sub: 'anton', name: 'Anton Agent', email: 'anton@example.com', roles: ['agent'] },
  { sub: 'renate', name: 'Renate Reviewer', email: 'renate@example.com', roles: ['reviewer'] },
  { sub: 'rolf', name: 'Rolf Reviewer', email: 'rolf@example.com', roles: ['reviewer'] },
  { sub: 'ada', name: 'Ada Admin', email: 'ada@example.com', roles: ['admin'] },
];

/** The console's client at the local provider. */
export const STAFF_CLIENT = 'quittance-console';

export interface SmallCloud {
  ssm: SsmService;
  ses: SesService;
  states: StatesService;
  all: AwsService[];
}

const ofType = (resources: readonly Resource[], type: string): Resource[] => resources.filter((resource) => resource.type === type);

function storage(context: AwsContext): S3Service {
  const { resources, dataDir, clock, region } = context;
  return createS3({
    dir: path.join(dataDir, 's3'),
    buckets: ofType(resources, 'AWS::S3::Bucket'),
    clock,
    region,
    secretOf: (accessKeyId) => context.principalByKey(accessKeyId)?.secretAccessKey,
    authorizeSigner(accessKeyId, permissions) {
      const signer = context.principalByKey(accessKeyId);
      if (signer === undefined) throw new AwsError('InvalidAccessKeyId', 'The key is not known here', { status: 403 });
      context.authorize(signer.principal, permissions, 'AccessDenied');
    },
  });
}

/** Mail that comes in, where the template says what is done with it. */
function receiving(context: AwsContext, { s3, port }: { s3: S3Service; port: number }): Receiving | undefined {
  const { resources, clock, region, authorize, invokeAsync } = context;
  const rules = receiptRules(resources);
  if (rules === undefined) return undefined;
  const receiver = createReceiver({ rules, clock, region, authorize, invokeAsync, put: s3.put.bind(s3) });
  return { rules, listener: createSmtpListener({ port, receiver, region }) };
}

/**
 * Makes the services once the template is known. `demoDomain` is where `bounce@` and its like fail on purpose; `smtpPort`
 * is where mail comes in if the template receives any, by default any free port.
 */
export function smallCloud(context: AwsContext, demoDomain: string, { smtpPort = 0 }: { smtpPort?: number } = {}): SmallCloud {
  const { resources, dataDir, clock, region } = context;
  const ssm = createSsm({ dir: path.join(dataDir, 'ssm'), parameters: ofType(resources, 'AWS::SSM::Parameter'), clock, region });
  const kms = createKms({
    dir: path.join(dataDir, 'kms'),
    keys: ofType(resources, 'AWS::KMS::Key'),
    aliases: ofType(resources, 'AWS::KMS::Alias'),
  });
  const s3 = storage(context);
  const incoming = receiving(context, { s3, port: smtpPort });
  const published = publishedEvents(resources);
  const ses = createSes({
    dir: path.join(dataDir, 'mail'),
    clock,
    region,
    demoDomain,
    putEvents: (events) => context.putEvents(published(events)),
    ...(incoming && { receiving: incoming }),
  });
  const states = createStates(context, { error: (message, fields) => console.error(message, fields) });
  return { ssm, ses, states, all: [s3, kms, ssm, ses, states] };
}

/** The pages below `/_local`: mails, staff sign-in, clock. */
export function localPages(
  context: AwsContext,
  { ses, clock, clientSecret }: { ses: () => SesService; clock: ShiftedClock; clientSecret: string },
) {
  const oidc = createOidcProvider({
    issuer: `${context.url}/_local/oidc`,
    dir: path.join(context.dataDir, 'oidc'),
    clients: [{ clientId: STAFF_CLIENT, clientSecret, redirectUris: [`${context.url}/staff/callback`] }],
    users: STAFF,
    clock: context.clock,
  });
  return { mail: (request: Request) => ses().pages(request), oidc, clock: createClockPage(clock) };
}
