/**
 * What an account needs once before CI may deploy into it: trust in GitHub's identity provider, three roles for each
 * stage, and the policies that limit what CloudFormation does in their name. A person deploys it, CI cannot change it.
 */
import { CfnOutput, Duration, Stack, type StackProps, Validations } from 'aws-cdk-lib';
import { FederatedPrincipal, ManagedPolicy, OidcProviderNative, PolicyDocument, PolicyStatement, Role } from 'aws-cdk-lib/aws-iam';
import type { Construct, IConstruct } from 'constructs';
import { BOUNDARY, type Stage } from '../settings.ts';
import { boundaryStatement } from './boundary.ts';
import { ARNS, bootstrapRoles, type Place } from './place.ts';
import { doctorStatements, executionStatements, readStatements } from './statements.ts';

const ISSUER = 'token.actions.githubusercontent.com';
/** "The maximum length of a managed policy is 6,144 characters", whitespace not counted (IAM User Guide, quotas). */
const POLICY_SIZE = 6144;

export interface DeliveryStackProps extends StackProps {
  /** `OWNER/NAME`, or `OWNER@id/NAME@id` where GitHub's subjects carry ids. */
  repository: string;
  /** The branch that is deployed. */
  branch: string;
  /** The stages of this account, by name. */
  stages: Record<string, Stage>;
  /** The account trusts GitHub's provider already. */
  providerExists: boolean;
  /** Let deployments change key policies, for the time of one release. */
  keyPoliciesChange: boolean;
}

interface RoleParts {
  /** What GitHub says about the run: the end of its subject. */
  subject: string;
  description: string;
  statements: PolicyStatement[];
}

const allow = (actions: string[], resources: string[]): PolicyStatement => new PolicyStatement({ actions, resources });

const WHY =
  'CloudFormation ends names with random characters, and APIs, keys and configuration sets are named by these alone. What matters is the list of actions: none reads or deletes data, and harm to keys is denied.';

function acknowledgeWildcards(construct: IConstruct, statements: readonly PolicyStatement[]): void {
  const wide = new Set(statements.flatMap(({ resources }) => resources).filter((resource) => resource.includes('*')));
  const rules = [...wide].map((resource) => ({ id: `AwsSolutions::AwsSolutions-IAM5[Resource::${resource}]`, reason: WHY }));
  if (rules.length > 0) Validations.of(construct).acknowledge(...rules);
}

/** Provider, roles and policies. */
export class DeliveryStack extends Stack {
  readonly #repository: string;
  readonly #providerArn: string;

  constructor(scope: Construct, id: string, props: DeliveryStackProps) {
    super(scope, id, props);
    this.#repository = props.repository;
    this.#providerArn = props.providerExists
      ? this.formatArn({ service: 'iam', region: '', resource: 'oidc-provider', resourceName: ISSUER })
      : new OidcProviderNative(this, 'GitHub', { url: `https://${ISSUER}`, clientIds: ['sts.amazonaws.com'] }).oidcProviderArn;
    this.#policy('Boundary', BOUNDARY, [boundaryStatement()]);
    const boundaryArn = this.#policyArn(BOUNDARY);
    const places = Object.entries(props.stages).map(([name, stage]): [string, Place] => [name, { ...stage, boundaryArn }]);
    for (const [name, place] of places) this.#addRoles(name, place, props.branch);
    const statements = executionStatements(
      places.map(([, place]) => place),
      props.keyPoliciesChange,
    );
    const execution = inPolicies(statements).map((group, place) => {
      this.#policy(`Execution${place + 1}`, `quittance-execution-${place + 1}`, group);
      return this.#policyArn(`quittance-execution-${place + 1}`);
    });
    this.#tell(execution, places);
  }

  #addRoles(stage: string, place: Place, branch: string): void {
    const stack = [ARNS.stack(place)];
    this.#role(`quittance-${stage}-preview`, {
      subject: 'pull_request',
      description: 'Pull requests: read the deployed template',
      statements: [allow(['cloudformation:GetTemplate'], stack)],
    });
    this.#role(`quittance-${stage}-drift`, {
      subject: `ref:refs/heads/${branch}`,
      description: 'Scheduled: compare the template and the resources with what was deployed',
      statements: [
        allow(
          [
            'cloudformation:DescribeStackResourceDrifts',
            'cloudformation:DescribeStacks',
            'cloudformation:DetectStackDrift',
            'cloudformation:DetectStackResourceDrift',
            'cloudformation:GetTemplate',
          ],
          stack,
        ),
        allow(['cloudformation:BatchDescribeTypeConfigurations', 'cloudformation:DescribeStackDriftDetectionStatus'], ['*']),
        ...readStatements([place]),
        ...doctorStatements([place]),
      ],
    });
    this.#role(`quittance-${stage}-deploy`, {
      subject: `environment:${stage}`,
      description: 'Deployments: take the roles of the CDK, and nothing else',
      statements: [allow(['sts:AssumeRole'], bootstrapRoles(place))],
    });
  }

  #role(roleName: string, { subject, description, statements }: RoleParts): void {
    const role = new Role(this, roleName, {
      roleName,
      description,
      maxSessionDuration: Duration.hours(1),
      assumedBy: new FederatedPrincipal(
        this.#providerArn,
        { StringEquals: { [`${ISSUER}:aud`]: 'sts.amazonaws.com', [`${ISSUER}:sub`]: `repo:${this.#repository}:${subject}` } },
        'sts:AssumeRoleWithWebIdentity',
      ),
      inlinePolicies: { calls: new PolicyDocument({ statements }) },
    });
    acknowledgeWildcards(role, statements);
  }

  #policy(id: string, managedPolicyName: string, statements: PolicyStatement[]): void {
    const policy = new ManagedPolicy(this, id, { managedPolicyName, document: new PolicyDocument({ statements, minimize: false }) });
    acknowledgeWildcards(policy, statements);
  }

  #policyArn(name: string): string {
    return this.formatArn({ service: 'iam', region: '', resource: 'policy', resourceName: name });
  }

  #tell(execution: readonly string[], places: readonly [string, Place][]): void {
    const environments = [...new Set(places.map(([, { region }]) => `aws://${this.account}/${region}`))];
    const policies = execution.map((arn) => `--cloudformation-execution-policies ${arn}`);
    new CfnOutput(this, 'Bootstrap', {
      // The command line also runs the app, which wants to know for which stage.
      value: ['npx cdk bootstrap', ...environments, `-c stage=${places[0]![0]}`, ...policies].join(' '),
      description: 'Run it next: it lets CloudFormation do no more than these policies',
    });
  }
}

/** As few managed policies as hold the statements. */
function inPolicies(statements: readonly PolicyStatement[]): PolicyStatement[][] {
  const groups: PolicyStatement[][] = [];
  for (const statement of statements) {
    const last = groups.at(-1);
    const together = JSON.stringify({ Version: '2012-10-17', Statement: [...(last ?? []), statement].map((one) => one.toStatementJson()) });
    if (last && together.length <= POLICY_SIZE) last.push(statement);
    else groups.push([statement]);
  }
  return groups;
}
