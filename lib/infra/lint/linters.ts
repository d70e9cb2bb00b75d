/** The linters as plugins of the CDK: `cdk synth` and `cdk deploy` stop at what they find, with its path. */
import { readFileSync } from 'node:fs';
import {
  type App,
  CloudFormationValidatePlugin,
  type IPolicyValidationContext,
  type IPolicyValidationPlugin,
  type PolicyViolation,
} from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { lintTemplate } from './lint-template.ts';
import type { Template } from './template.ts';

type Find = (context: IPolicyValidationContext) => readonly PolicyViolation[];

function lintTemplates({ templatePaths }: IPolicyValidationContext): PolicyViolation[] {
  return templatePaths.flatMap((templatePath) =>
    lintTemplate(JSON.parse(readFileSync(templatePath, 'utf8')) as Template).map(({ rule, logicalId, at, message, fix }) => ({
      ruleName: rule,
      description: `${at}: ${message}`,
      fix,
      violatingResources: [{ resourceLogicalId: logicalId, templatePath, locations: [at] }],
    })),
  );
}

/** The command line tool passes over a plugin that threw: what could not be judged must not look sound. */
function orFailure(find: Find, context: IPolicyValidationContext): readonly PolicyViolation[] {
  try {
    return find(context);
  } catch (error) {
    const violatingResources = context.stackTemplates.map(({ stackConstructPath }) => ({
      constructPath: stackConstructPath,
      locations: [],
    }));
    return [{ ruleName: 'linter-failed', description: (error as Error).message, violatingResources }];
  }
}

/** Warnings are errors: a deprecated runtime or a missing handler stops a synthesis. */
function strict(name: string, find: Find): IPolicyValidationPlugin {
  return {
    name,
    validate(context) {
      const violations = orFailure(find, context).map((violation) => ({ ...violation, severity: 'error' }));
      return { success: violations.length === 0, violations };
    },
  };
}

// Its engine takes seconds to set up, and judges any number of templates after.
const cloudFormation = new CloudFormationValidatePlugin();

/** Everybody who judges a synthesis: cdk-nag, CloudFormation's own rules, and ours. */
export function linters(app: App): IPolicyValidationPlugin[] {
  const nag = new AwsSolutionsChecks(app, { verbose: true });
  return [
    strict(nag.name, (context) => nag.validate(context).violations),
    strict(cloudFormation.name, (context) => cloudFormation.validate(context).violations),
    strict('Quittance', lintTemplates),
  ];
}
