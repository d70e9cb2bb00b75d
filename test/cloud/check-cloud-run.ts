/** `npm run check:cloud -- --yes [--key ID]... [--recordings FILE] [--endpoint URL]`: asks AWS, for somebody with credentials. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { KMSClient } from '@aws-sdk/client-kms';
import { SFNClient } from '@aws-sdk/client-sfn';
import { NoRecordings, readRecordings, type Recording } from '../conformance/states-language-recording.ts';
import { checkCloud, type Clients, describePlan, planOf } from './check-cloud.ts';

const SHARED = path.join(import.meta.dirname, '../../../shared/conformance/states-language/recordings.json.gz');

const USAGE = `Usage: npm run check:cloud -- [--yes] [--key ID]... [--recordings FILE] [--endpoint URL]

  --yes         ask; without it only say what would be asked
  --key         a key whose signatures to check: that of receipts, or one of ECC_NIST_EDWARDS25519; as often as there are keys
  --recordings  executions recorded on AWS; ../shared/conformance/... if present
  --endpoint    ask something that is not AWS

Exit: 0 all agree, 1 something differs, 2 nothing was asked.`;

/** Why nothing can be asked; the sentence is for people. */
class CannotAsk extends Error {
  override name = 'CannotAsk' as const;
}

interface Options {
  yes: boolean;
  keys: string[];
  recordings: string | undefined;
  endpoint: string | undefined;
}

function readOptions(argv: readonly string[]): Options {
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        yes: { type: 'boolean', default: false },
        key: { type: 'string', multiple: true, default: [] },
        recordings: { type: 'string' },
        endpoint: { type: 'string' },
      },
    });
    return { yes: values.yes, keys: values.key, recordings: values.recordings, endpoint: values.endpoint };
  } catch (error) {
    throw new CannotAsk(`${(error as Error).message}\n\n${USAGE}`);
  }
}

function recordingsOf({ recordings }: Options): Recording[] {
  const file = recordings ?? SHARED;
  if (recordings === undefined && !existsSync(SHARED)) {
    console.warn('LEFT OUT: there are no recordings (--recordings FILE); only our own machine is asked about');
    return [];
  }
  return readRecordings(file);
}

const REGION = 'Say which region: AWS_REGION=eu-central-1 npm run check:cloud -- --yes';
const CREDENTIALS =
  'There are no AWS credentials. Sign in as somebody who may states:ValidateStateMachineDefinition, states:TestState, ' +
  'kms:GetPublicKey and kms:Sign, for instance with AWS_PROFILE; everything else works without them.';

/** Lets no request go to anybody else; an endpoint may also stand in the environment or in a profile. */
function onlyAws(client: SFNClient | KMSClient): void {
  (client as SFNClient).middlewareStack.add(
    (next) => async (args) => {
      const { hostname } = args.request as { hostname: string };
      if (/\.(?:amazonaws\.com|amazonaws\.com\.cn|api\.aws)$/.test(hostname)) return await next(args);
      throw new CannotAsk(`${hostname} is not AWS: unset the endpoint, or say --endpoint to mean it`);
    },
    { step: 'build', name: 'only-aws' },
  );
}

/** Clients, once it is sure that somebody can be asked. */
async function openClients({ endpoint }: Options): Promise<Clients> {
  // TestState answers a few calls per second: wait for as long as it takes. On AWS its host begins with "sync-".
  const config = { retryMode: 'adaptive', maxAttempts: 10, ...(endpoint === undefined ? {} : { endpoint, disableHostPrefix: true }) };
  const clients = { sfn: new SFNClient(config), kms: new KMSClient(config) };
  if (endpoint === undefined) for (const client of Object.values(clients)) onlyAws(client);
  await clients.sfn.config.region().catch(() => {
    throw new CannotAsk(REGION);
  });
  await clients.sfn.config.credentials().catch(() => {
    throw new CannotAsk(CREDENTIALS);
  });
  return clients;
}

async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2));
  const plan = planOf(recordingsOf(options), options.keys);
  console.info(`Asked of ${options.endpoint ?? 'AWS'}:\n${describePlan(plan).join('\n')}`);
  if (!options.yes) throw new CannotAsk('Nothing was asked: add --yes to go ahead.');
  const found = await checkCloud(await openClients(options), plan);
  for (const difference of found) console.error(`DIFFERS ${difference}`);
  const all = plan.definitions.length + plan.probes.length + plan.keys.length;
  console.info(`${all - found.length} agree, ${found.length} differ`);
  return found.length === 0 ? 0 : 1;
}

/** ARNs may hold the name of a person. */
function sentenceOf(error: unknown): unknown {
  if (error instanceof CannotAsk || error instanceof NoRecordings) return error.message;
  const { name, message, $metadata } = error as Error & { $metadata?: unknown };
  return $metadata === undefined ? error : `${name}: ${message.replaceAll(/arn:\S+/g, '(an ARN)')}`;
}

main().then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    console.error(sentenceOf(error));
    process.exitCode = 2;
  },
);
