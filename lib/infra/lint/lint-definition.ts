/** Lints a definition in the States Language: what `asl-validator` sees, and what no tool sees. */
import { createRequire } from 'node:module';
import { type Fault } from './fault.ts';
import { type Flow, statesOf } from './state-language.ts';
import { unknownActions } from './service-actions.ts';
import {
  deadErrorNames,
  impossibleTimes,
  misplacedCatchAlls,
  missingDefaults,
  missingTokens,
  unknownFlowFields,
  unknownNames,
} from './state-rules.ts';
import { unknownMembers, unselectedInputs } from './states-members.ts';
import { outerAssignments, unassignedVariables, unusedVariables } from './variables.ts';

interface Verdict {
  isValid: boolean;
  errors: { 'Error code': string; Message?: string; path?: string; schemaError?: { instancePath: string; schemaPath: string } }[];
}

const load = createRequire(import.meta.url);

/** What `asl-validator` says. References must have been replaced by ARNs. */
export function validateLanguage(definition: Flow): Fault[] {
  // Loaded only here, since it takes half a second; it has no types, and writes defaults into what it is given.
  const validate = load('asl-validator') as (checked: unknown) => Verdict;
  const { errors } = validate(structuredClone(definition));
  return errors.map(({ 'Error code': code, Message, path, schemaError }) => ({
    rule: 'states-language',
    at: path ?? schemaError?.instancePath ?? 'States',
    message: `${code}: ${Message ?? schemaError?.schemaPath ?? 'not in the States Language'}`,
    fix: 'See the Amazon States Language specification',
  }));
}

const STATE_RULES = [
  unknownMembers,
  unknownNames,
  outerAssignments,
  misplacedCatchAlls,
  deadErrorNames,
  missingTokens,
  missingDefaults,
  impossibleTimes,
  unknownActions,
  unknownFlowFields,
  unselectedInputs,
];

/** What no tool sees; for a definition that `asl-validator` has nothing against. */
export function lintDefinition(definition: Flow): Fault[] {
  return [
    ...statesOf(definition).flatMap((placed) => STATE_RULES.flatMap((rule) => rule(placed))),
    ...unassignedVariables(definition),
    ...unusedVariables(definition),
  ];
}
