/** Lints a synthesized template for faults that show only in the account: at deployment, or when something runs. */
import type { Fault } from './fault.ts';
import { mismatchedKeyUsage } from './key-usage.ts';
import { machineFaults } from './machines.ts';
import type { Template } from './template.ts';

/** A fault with the logical id of its resource. */
export interface TemplateFault extends Fault {
  logicalId: string;
}

/** Everything wrong with a template that CloudFormation's own rules do not see. */
export function lintTemplate(template: Template): TemplateFault[] {
  return Object.entries(template.Resources).flatMap(([logicalId, resource]) =>
    [...mismatchedKeyUsage(resource), ...machineFaults(template, resource)].map((fault) => ({
      ...fault,
      logicalId,
    })),
  );
}
