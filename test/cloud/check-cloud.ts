/** Asks AWS itself whether the small AWS is right: definitions, states one by one, and the form of signatures. Creates nothing. */
import type { KMSClient } from '@aws-sdk/client-kms';
import type { SFNClient } from '@aws-sdk/client-sfn';
import type { Definition } from '../../lib/local/states/definition.ts';
import { readRecordings as readVersions } from '../conformance/definitions-recording.ts';
import { asJsonata } from '../conformance/states-language-jsonpath.ts';
import { sameValue } from '../conformance/states-language-match.ts';
import type { Recording } from '../conformance/states-language-recording.ts';
import { askAws, errorsOnAws } from './ask-aws.ts';
import { askEngine } from './ask-engine.ts';
import { keyFault } from './check-key.ts';
import { inSomeAccount, ownProbes } from './own-probes.ts';
import type { Outcome, Probe } from './probe.ts';
import { recordedProbes } from './recorded-probes.ts';

/** Everything that will be asked. */
export interface Plan {
  definitions: { name: string; definition: Definition }[];
  probes: Probe[];
  keys: readonly string[];
}

export function planOf(recordings: readonly Recording[], keys: readonly string[]): Plan {
  const versions = readVersions().map(({ version, definition }) => ({ name: version, definition: inSomeAccount(definition) }));
  return {
    definitions: [...versions, ...recordings.map(({ id, definition }) => ({ name: id.split('::').at(-1)!, definition }))],
    probes: [
      ...versions.flatMap(({ name, definition }) => ownProbes(definition).map((probe) => ({ ...probe, name: `${name} ${probe.name}` }))),
      ...recordings.flatMap(recordedProbes),
    ],
    keys,
  };
}

/** What will be called, in sentences for whoever has to pay for it. */
export function describePlan({ definitions, probes, keys }: Plan): string[] {
  return [
    `${definitions.length} calls of states:ValidateStateMachineDefinition, without charge`,
    `${probes.length} calls of states:TestState, without charge; tasks are mocked, nothing is invoked`,
    `${keys.length * 4} calls of kms:GetPublicKey and kms:Sign at most, 0.15 USD per 10,000; name keys by --key`,
    'Nothing is created, changed or deleted. No data of anybody are sent: inputs are recorded tests and made-up ids.',
  ];
}

/** Where AWS and the engine part; undefined if they agree. */
export function differenceOf(aws: Outcome, engine: Outcome): string | undefined {
  const same =
    aws.status === engine.status &&
    aws.error === engine.error &&
    aws.next === engine.next &&
    sameValue(aws.variables, engine.variables) &&
    // A failure's output is its error and cause, which is compared by name.
    (engine.output === undefined || sameValue(aws.output, engine.output));
  return same ? undefined : `AWS: ${JSON.stringify(aws)}\n  here: ${JSON.stringify(engine)}`;
}

async function compare(sfn: SFNClient, probe: Probe): Promise<string | undefined> {
  const here = asJsonata(probe.definition);
  if (here === undefined) return 'the engine has no words for this state';
  return differenceOf(await askAws(sfn, probe), await askEngine({ ...probe, definition: here }));
}

export interface Clients {
  sfn: SFNClient;
  kms: KMSClient;
}

/** A call that AWS refuses is a difference as well: we thought it would be taken. Faults of the way there end the run. */
async function refusal(ask: () => Promise<string | undefined>): Promise<string | undefined> {
  try {
    return await ask();
  } catch (error) {
    const { name, message } = error as Error;
    if (!/^(?:Validation|Invalid|StateMachine|NotFound|UnsupportedOperation)/.test(name)) throw error;
    return `AWS refuses: ${name}: ${message}`;
  }
}

/** Asks everything; every difference as a line, none if all agree. */
export async function checkCloud({ sfn, kms }: Clients, { definitions, probes, keys }: Plan): Promise<string[]> {
  const found: string[] = [];
  const note = async (what: string, ask: () => Promise<string | undefined>): Promise<void> => {
    const difference = await refusal(ask);
    if (difference !== undefined) found.push(`${what}\n  ${difference}`);
  };
  for (const { name, definition } of definitions)
    await note(`definition ${name}`, async () => (await errorsOnAws(sfn, definition)).join('\n  ') || undefined);
  for (const probe of probes) await note(`state ${probe.name}`, async () => await compare(sfn, probe));
  for (const key of keys) await note('key', async () => await keyFault(kms, key));
  return found;
}
