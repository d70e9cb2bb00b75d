/**
 * What an account needs once before CI may deploy into it: trust in GitHub's identity provider, three roles for each
 * stage, and the policies that limit what CloudFormation does in their name. A person deploys it, CI cannot change it.
 */
import { CfnOutput, Duration, Stack, type StackProps } from 'aws-cdk-lib';
import {
  FederatedPrincipal,
  type IManagedPolicy,
  ManagedPolicy,
  OidcProviderNative,
  PolicyDocument,
  PolicyStatement,
  Role,
} from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
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

/** Provider, roles and policies. */
export class DeliveryStack extends Stack {
  readonly policies: readonly ManagedPolicy[];
  readonly roles: readonly Role[];
  readonly #repository: string;
  readonly #providerArn: string;

  constructor(scope: Construct, id: string, props: DeliveryStackProps) {
    super(scope, id, props);
    this.#repository = props.repository;
    this.#providerArn = props.providerExists
      ? this.formatArn({ service: 'iam', region: '', resource: 'oidc-provider', resourceName: ISSUER })
      : new OidcProviderNative(this, 'GitHub', { url: `https://${ISSUER}`, clientIds: ['sts.amazonaws.com'] }).oidcProviderArn;
    const boundary = new ManagedPolicy(this, 'Boundary', { managedPolicyName: BOUNDARY, statements: [boundaryStatement()] });
    const boundaryArn = this.formatArn({ service: 'iam', region: '', resource: 'policy', resourceName: BOUNDARY });
    const places = Object.entries(props.stages).map(([name, stage]): [string, Place] => [name, { ...stage, boundaryArn }]);
    this.roles = places.flatMap(([name, place]) => this.#rolesOf(name, place, props.branch));
    const statements = executionStatements(
      places.map(([, place]) => place),
      props.keyPoliciesChange,
    );
    const execution = this.#inPolicies(statements);
    this.policies = [boundary, ...execution];
    this.#tell(execution, [...new Set(places.map(([, { region }]) => region))]);
  }

  #rolesOf(stage: string, place: Place, branch: string): Role[] {
    const stack = [ARNS.stack(place)];
    return [
      this.#role(`quittance-${stage}-preview`, {
        subject: 'pull_request',
        description: 'Pull requests: read the deployed template',
        statements: [allow(['cloudformation:GetTemplate'], stack)],
      }),
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
      }),
      this.#role(`quittance-${stage}-deploy`, {
        subject: `environment:${stage}`,
        description: 'Deployments: take the roles of the CDK, and nothing else',
        statements: [allow(['sts:AssumeRole'], bootstrapRoles(place))],
      }),
    ];
  }

  #role(roleName: string, { subject, description, statements }: RoleParts): Role {
    return new Role(this, roleName, {
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
  }

  /** As few managed policies as hold the statements. */
  #inPolicies(statements: readonly PolicyStatement[]): ManagedPolicy[] {
    const groups: PolicyStatement[][] = [];
    for (const statement of statements) {
      const last = groups.at(-1);
      const size = last && JSON.stringify(new PolicyDocument({ statements: [...last, statement], minimize: false })).length;
      if (last && size! <= POLICY_SIZE) last.push(statement);
      else groups.push([statement]);
    }
    return groups.map(
      (group, place) =>
        new ManagedPolicy(this, `Execution${place + 1}`, {
          managedPolicyName: `quittance-execution-${place + 1}`,
          description: 'What CloudFormation may do when it deploys Quittance',
          document: new PolicyDocument({ statements: group, minimize: false }),
        }),
    );
  }

  #tell(execution: readonly IManagedPolicy[], regions: readonly string[]): void {
    const arns = execution.map((_, place) =>
      this.formatArn({ service: 'iam', region: '', resource: 'policy', resourceName: `quittance-execution-${place + 1}` }),
    );
    const environments = regions.map((region) => `aws://${this.account}/${region}`).join(' ');
    new CfnOutput(this, 'Bootstrap', {
      value: `npx cdk bootstrap ${environments} ${arns.map((arn) => `--cloudformation-execution-policies ${arn}`).join(' ')}`,
      description: 'Run it next: it lets CloudFormation do no more than these policies',
    });
  }
}
