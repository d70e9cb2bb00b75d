/** Everybody who may say no to a mutant, asked through the door that an engineer uses. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { App, type IPolicyValidationContext, type PolicyViolation, Stack } from 'aws-cdk-lib';
import { CfnInclude } from 'aws-cdk-lib/cloudformation-include';
import { smallCloud } from '../../../bin/commands/small-cloud.ts';
import { linters } from '../../../lib/infra/lint/linters.ts';
import type { Flow } from '../../../lib/infra/lint/state-language.ts';
import { startSmallAws } from '../../../lib/local/small-aws.ts';
import { ALARM_RULES } from '../alarm-rules.ts';
import { FUNCTION_RULES } from '../function-rules.ts';
import { INBOUND_RULES } from '../inbound-rules.ts';
import { MACHINE_RULES } from '../machine-rules.ts';
import { permissionTable } from '../role-statements.ts';
import { STORAGE_RULES } from '../storage-rules.ts';
import { ofType, type Resource, written } from '../synthesized.ts';
import { readTemplate, templateFile } from './subject.ts';

/** In the order of the table. Snapshots come last: they see every change, and a person has to judge it. */
export const JUDGES = [
  'asl-validator',
  'cfn-validate',
  'cdk-nag',
  'definition lint',
  'template lint',
  'engine',
  'small AWS',
  'tests',
  'snapshot',
] as const;
export type Judge = (typeof JUDGES)[number];

/** Who said no, and the first thing each said. */
export type Verdict = Map<Judge, string>;

const sayingOf = ({ ruleName, description }: PolicyViolation): string => `${ruleName}: ${description}`;

/** Whose finding it is; our plugin speaks for three. */
function judgeOf(plugin: string, { ruleName, violatingResources }: PolicyViolation): Judge {
  if (plugin === 'AwsSolutions') return 'cdk-nag';
  if (plugin !== 'Quittance') return 'cfn-validate';
  if (ruleName === 'states-language') return 'asl-validator';
  return violatingResources[0]!.locations[0]?.startsWith('Properties.DefinitionString ') ? 'definition lint' : 'template lint';
}

/** The template as constructs, for cdk-nag; undefined for one that the CDK cannot read. */
function appOf(file: string): App | undefined {
  const app = new App();
  try {
    void new CfnInclude(new Stack(app, 'Quittance'), 'template', { templateFile: file });
    return app;
  } catch {
    return undefined;
  }
}

/** What the linters of a synthesis say, each finding as a text. */
function lintersSay(outdir: string): [Judge, string][] {
  const file = templateFile(outdir);
  const app = appOf(file);
  const stackTemplates = [{ stackConstructPath: 'Quittance', templatePath: file, accountId: undefined, region: undefined }];
  const context = { templatePaths: [file], stackTemplates, appConstruct: app ?? new App() } as IPolicyValidationContext;
  return linters(app ?? new App()).flatMap((plugin) =>
    plugin.validate(context).violations.map((violation): [Judge, string] => [judgeOf(plugin.name, violation), sayingOf(violation)]),
  );
}

/** Whether the small AWS starts with the template. */
async function smallAwsSays(outdir: string): Promise<[Judge, string][]> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'quittance-mutant-'));
  try {
    const services: Parameters<typeof startSmallAws>[0]['services'] = (context) => smallCloud(context, 'demo.example').all;
    const aws = await startSmallAws({ templateDir: outdir, dataDir, port: 0, services });
    await aws.close();
    return [];
  } catch (error) {
    const { name, message } = error as Error;
    return [[name === 'DefinitionError' ? 'engine' : 'small AWS', `${name}: ${message}`]];
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

function thrownBy(judge: Judge, ask: () => void): [Judge, string][] {
  try {
    ask();
    return [];
  } catch (error) {
    return [[judge, (error as Error).message]];
  }
}

/** The rules that the tests of the deployment hold it to, and the texts that tests compare with what was reviewed. */
function testsSay(outdir: string): [Judge, string][] {
  const text = readTemplate(outdir);
  const { Resources } = JSON.parse(text) as { Resources: Record<string, Resource> };
  const stack = { resources: Resources, text, findings: [], checkedBy: [] };
  const definition = (): Flow =>
    JSON.parse(written(ofType(stack, 'AWS::StepFunctions::StateMachine')[0]!.Properties['DefinitionString'])) as Flow;
  const reviewed = (file: string): string => readFileSync(path.join(import.meta.dirname, '../__snapshots__', file), 'utf8');
  const compare = (ours: string, file: string): void => {
    if (ours !== reviewed(file)) throw new Error(`differs from ${file}`);
  };
  const rules = [
    ...Object.entries(MACHINE_RULES).map(([sentence, rule]) => ({ sentence, ask: () => rule(definition()) })),
    ...Object.entries({ ...FUNCTION_RULES, ...STORAGE_RULES, ...ALARM_RULES, ...INBOUND_RULES }).map(([sentence, rule]) => ({
      sentence,
      ask: () => rule(stack),
    })),
  ];
  return [
    ...rules.flatMap(({ sentence, ask }) => thrownBy('tests', ask).map(([judge]): [Judge, string] => [judge, sentence])),
    ...thrownBy('snapshot', () => compare(`${JSON.stringify(definition(), null, 2)}\n`, 'request-machine.asl.json')),
    ...thrownBy('snapshot', () => compare(permissionTable(stack), 'permissions.txt')),
  ];
}

/** Everything that anybody says about the template in a folder. */
export async function findings(outdir: string): Promise<[Judge, string][]> {
  return [...lintersSay(outdir), ...(await smallAwsSays(outdir)), ...testsSay(outdir)];
}

/** What is said of a mutant and not of the template as it is. */
export function verdict(said: readonly [Judge, string][], before: ReadonlySet<string>): Verdict {
  const found = said.filter(([, saying]) => !before.has(saying));
  return new Map(found.toReversed().toSorted(([left], [right]) => JUDGES.indexOf(left) - JUDGES.indexOf(right)));
}
