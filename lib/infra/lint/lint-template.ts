/** Lints a synthesized template for faults that show only in the account: at deployment, or when something runs. */
import type { Fault } from './fault.ts';
import { unknownIamNames } from './iam-names.ts';
import { misspeltIntrinsics } from './intrinsics.ts';
import { mismatchedKeyUsage } from './key-usage.ts';
import { machineFaults } from './machines.ts';
import { wrongReferences } from './reference-kinds.ts';
import type { Resource, Template } from './template.ts';

/** A fault with the logical id of its resource. */
export interface TemplateFault extends Fault {
  logicalId: string;
}

const RULES: readonly ((template: Template, resource: Resource) => Fault[])[] = [
  (_template, { Properties }) => misspeltIntrinsics(Properties),
  (_template, { Properties }) => unknownIamNames(Properties),
  (_template, resource) => mismatchedKeyUsage(resource),
  wrongReferences,
  machineFaults,
];

/** Everything wrong with a template that CloudFormation's own rules do not see. */
export function lintTemplate(template: Template): TemplateFault[] {
  return Object.entries(template.Resources).flatMap(([logicalId, resource]) =>
    RULES.flatMap((rule) => rule(template, resource)).map((fault) => ({ ...fault, logicalId })),
  );
}
