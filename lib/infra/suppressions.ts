/** Findings of cdk-nag that are as they should be, each with its reason. */
import type { Stack } from 'aws-cdk-lib';

export function suppressKnown(_stack: Stack): void {}
