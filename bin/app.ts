/** The CDK entry: bundles the functions, then synthesizes the stack. */
import { readFileSync } from 'node:fs';
import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import config from '#config';
import { secretNames } from '../lib/domain/config/secret-names.ts';
import { bundleFunctions } from '../lib/infra/bundle.ts';
import { QuittanceStack } from '../lib/infra/quittance-stack.ts';
import { acknowledgeKnown } from '../lib/infra/suppressions.ts';

// The CLI hands the context over by itself; `npm start` synthesizes without it.
const { context: settings } = JSON.parse(readFileSync(new URL('../cdk.json', import.meta.url), 'utf8')) as { context: Record<string, unknown> };
const app = new App({ context: settings });
const bundles = await bundleFunctions();
const context = (name: string): string | undefined => app.node.tryGetContext(name) as string | undefined;
const region = context('region') ?? process.env['CDK_DEFAULT_REGION'];
const account = process.env['CDK_DEFAULT_ACCOUNT'];
const baseUrl = context('baseUrl');

const stack = new QuittanceStack(app, context('stackName') ?? 'Quittance', {
  bundles,
  mailFrom: config.mailFrom,
  staff: { issuer: context('staffIssuer') ?? 'local', clientId: context('staffClient') ?? 'quittance-console' },
  parameters: context('parameters') ?? '/quittance',
  connectorSecrets: secretNames(config),
  ...(baseUrl === undefined ? {} : { baseUrl }),
  ...(account === undefined || region === undefined ? {} : { env: { account, region } }),
});
acknowledgeKnown(stack);
if (process.env['CDK_VALIDATION'] !== 'false') Validations.of(app).addPlugins(new AwsSolutionsChecks(app, { verbose: true }));
app.synth();
