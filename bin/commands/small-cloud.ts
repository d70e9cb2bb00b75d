/** The services of the small AWS, as the laptop runs them, and its pages below `/_local`. */
import path from 'node:path';
import { createClockPage } from '../../lib/local/clock-page.ts';
import type { AwsContext, AwsService, Resource } from '../../lib/local/contract.ts';
import { createKms } from '../../lib/local/kms/create-kms.ts';
import { createOidcProvider } from '../../lib/local/oidc/create-oidc-provider.ts';
import { createS3 } from '../../lib/local/s3/create-s3.ts';
import { createSes, type SesService } from '../../lib/local/ses/create-ses.ts';
import { publishedEvents } from '../../lib/local/ses/event-destinations.ts';
import type { ShiftedClock } from '../../lib/local/shifted-clock.ts';
import { createSsm, type SsmService } from '../../lib/local/ssm/create-ssm.ts';
import { createStates } from '../../lib/local/states/create-states.ts';
import type { StatesService } from '../../lib/local/states/create-states-service.ts';
import { AwsError } from '../../lib/local/contract.ts';

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

function storage(context: AwsContext): AwsService {
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

/** Makes the services once the template is known. `demoDomain` is where `bounce@` and its like fail on purpose. */
export function smallCloud(context: AwsContext, demoDomain: string): SmallCloud {
  const { resources, dataDir, clock, region } = context;
  const ssm = createSsm({ dir: path.join(dataDir, 'ssm'), parameters: ofType(resources, 'AWS::SSM::Parameter'), clock, region });
  const kms = createKms({
    dir: path.join(dataDir, 'kms'),
    keys: ofType(resources, 'AWS::KMS::Key'),
    aliases: ofType(resources, 'AWS::KMS::Alias'),
  });
  const published = publishedEvents(resources);
  const ses = createSes({
    dir: path.join(dataDir, 'mail'),
    clock,
    region,
    demoDomain,
    putEvents: (events) => context.putEvents(published(events)),
  });
  const states = createStates(context, { error: (message, fields) => console.error(message, fields) });
  return { ssm, ses, states, all: [storage(context), kms, ssm, ses, states] };
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
