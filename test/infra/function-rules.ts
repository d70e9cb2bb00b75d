/** What holds of every deployed function, a rule per sentence; each throws when it does not. */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import { FUNCTIONS, type FunctionName } from '../../lib/infra/functions.ts';
import { functionNamed, ofType, type Resource, type Synthesized, written } from './synthesized.ts';

const ROOT = path.join(import.meta.dirname, '../..');

type Stack = Pick<Synthesized, 'resources'>;

const functionsOf = (stack: Stack): (Resource & { name: FunctionName })[] =>
  ofType(stack, 'AWS::Lambda::Function').map((resource) => ({ ...resource, name: functionNamed(resource.name) }));

const constructName = (name: FunctionName): string => name.replaceAll('-', '');

/** Variables that name a resource. */
const PLACES = {
  BASE_URL: '{Api}',
  CASE_KEY: '{CaseKey}',
  CASE_KEYS_TABLE: '{CaseKeys}',
  DELIVERY_BUCKET: '{Delivery}',
  INBOUND_BUCKET: '{Inbound}',
  MAIL_EVENTS: '{MailEvents}',
  RECEIPTS_TABLE: '{Receipts}',
  RECEIPT_KEY: '{ReceiptKey}',
  REQUESTS_TABLE: '{Requests}',
  VAULT_BUCKET: '{Vault}',
};

/** Names that the code reads from the environment. */
function namesRead(): string[] {
  const files = globSync(['lib/{steps,stores,web}/**/*.ts', 'lambdas/*.ts'], { cwd: ROOT }).map((file) =>
    readFileSync(path.join(ROOT, file), 'utf8'),
  );
  return [...new Set(files.flatMap((text) => [...text.matchAll(/\benv\('(\w+)'\)/g)].map(([, name]) => name!)))];
}

/** Rules about a stack's functions. */
export const FUNCTION_RULES: Record<string, (stack: Stack) => void> = {
  'is there under the name of its specification, and has its time and memory': (stack) => {
    const made = functionsOf(stack).map(({ name, Properties }) => [name, Properties['Timeout'], Properties['MemorySize']]);
    const specified = Object.entries(FUNCTIONS).map(([name, { timeout, memory }]) => [name, timeout, memory]);
    expect(made.toSorted()).toEqual(specified.toSorted());
  },

  'runs its bundle on ARM, in the current Node': (stack) => {
    const Code = { S3Bucket: expect.anything(), S3Key: expect.stringMatching(/\.zip$/) };
    for (const { name, Properties } of functionsOf(stack))
      expect(Properties, name).toMatchObject({ Architectures: ['arm64'], Runtime: 'nodejs24.x', Handler: 'index.handler', Code });
  },

  'has a role and a log of its own, and writes plain lines': (stack) => {
    for (const { name, Properties } of functionsOf(stack)) {
      expect(written(Properties['Role']), name).toBe(`{${constructName(name)}role}`);
      const { LogFormat, LogGroup } = Properties['LoggingConfig'] as { LogFormat: string; LogGroup: unknown };
      expect([LogFormat, written(LogGroup)], name).toEqual(['Text', `{${constructName(name)}logs}`]);
    }
  },

  'is told where everything is: each name that the code reads, and no other': (stack) => {
    const { Variables } = functionsOf(stack)[0]!.Properties['Environment'] as { Variables: Record<string, unknown> };
    expect(Object.keys(Variables).toSorted()).toEqual(['NODE_OPTIONS', ...namesRead()].toSorted());
    const [machine] = ofType(stack, 'AWS::StepFunctions::StateMachine');
    expect(written(Variables['MACHINE_ARN'])).toMatch(
      new RegExp(`^arn:.*:stateMachine:${String(machine!.Properties['StateMachineName'])}$`),
    );
    expect(Object.fromEntries(Object.keys(PLACES).map((name) => [name, written(Variables[name])]))).toEqual(PLACES);
  },

  'is told the same as all others': (stack) => {
    const environments = functionsOf(stack).map(({ Properties }) => Properties['Environment']);
    for (const environment of environments) expect(environment).toEqual(environments[0]);
  },
};
