/** The CDK app of the delivery stack: settings from `cdk.json`, the stack, and the rules that its template must keep. */
import { App, type IStackSynthesizer, LegacyStackSynthesizer, Validations } from 'aws-cdk-lib';
import recommended from 'aws-cdk-lib/recommended-feature-flags.json' with { type: 'json' };
import { linters } from '../lint/linters.ts';
import { SettingsError, stagesOf } from '../settings.ts';
import { DeliveryStack } from './delivery-stack.ts';

export interface DeliveryAppOptions {
  /** On top of what the CDK's command line hands over. */
  context?: Record<string, unknown>;
  outdir?: string;
}

const REPOSITORY = /^[\w.-]+(@\d+)?\/[\w.-]+(@\d+)?$/;

function repositoryOf(value: unknown): string {
  if (typeof value === 'string' && REPOSITORY.test(value)) return value;
  throw new SettingsError('Say which repository may deploy: add -c repository=OWNER/NAME (docs/deploy.md says when its ids belong in it)');
}

/** Builds the app; nothing is written before `app.synth()`. */
export function createDeliveryApp({ context = {}, outdir }: DeliveryAppOptions = {}): { app: App; stack: DeliveryStack } {
  const app = new App({
    context: { ...recommended, ...context },
    // It would run beside ours, which is the same and stricter.
    builtinCloudFormationValidation: false,
    ...(outdir !== undefined && { outdir }),
  });
  const given = (name: string): unknown => app.node.tryGetContext(name);
  const account = String(given('account') ?? process.env['CDK_DEFAULT_ACCOUNT'] ?? '');
  const all = Object.entries(stagesOf(given));
  const stages = Object.fromEntries(all.filter(([, stage]) => stage.account === account));
  const [first] = Object.values(stages);
  if (first === undefined)
    throw new SettingsError(
      `No stage of cdk.json lies in account ${account || '(unknown: sign in to AWS first)'}: write it under context.stages (docs/deploy.md)`,
    );
  const stack = new DeliveryStack(app, 'QuittanceDelivery', {
    // It comes before the CDK's own bootstrap, whose roles it limits: no roles to take, no bucket to upload to.
    synthesizer: new LegacyStackSynthesizer() as IStackSynthesizer,
    env: { account, region: first.region },
    repository: repositoryOf(given('repository')),
    branch: String(given('branch') ?? 'main'),
    stages,
    providerExists: String(given('providerExists')) === 'true',
    keyPoliciesChange: String(given('keyPoliciesChange')) === 'true',
  });
  Validations.of(app).addPlugins(...linters(app));
  return { app, stack };
}
