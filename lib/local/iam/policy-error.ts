/** A policy this evaluator cannot follow, or one under which the template could not be deployed. */
export class PolicyError extends Error {
  override name = 'PolicyError' as const;
}
