import { run, type Scenario } from './run.ts';

/** The number of the rule, or whatever else a violation begins with: a shorter run must break the same. */
function kindOf(violation: string): string {
  return violation.split(':')[0] ?? violation;
}

/**
 * Makes a failing scenario shorter, by leaving out ever smaller parts of it for as long as it goes on failing in the
 * same way (delta debugging).
 * @param tries how many runs it may take.
 */
export async function shrink(scenario: Scenario, violation: string, tries: number): Promise<Scenario> {
  const kind = kindOf(violation);
  let left = tries;
  const fails = async (steps: Scenario['steps']): Promise<boolean> => {
    left -= 1;
    const { violations } = await run({ seed: scenario.seed, steps });
    return violations.some((one) => kindOf(one) === kind);
  };
  let { steps } = scenario;
  for (let size = Math.ceil(steps.length / 2); size >= 1 && left > 0; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let from = 0; from < steps.length && left > 0; ) {
      const shorter = [...steps.slice(0, from), ...steps.slice(from + size)];
      if (shorter.length > 0 && (await fails(shorter))) steps = shorter;
      else from += size;
    }
  }
  // Bursts of one are easier to read than bursts of a hundred.
  for (let index = 0; index < steps.length && left > 0; index += 1) {
    const step = steps[index];
    if (step === undefined || step.count === 1) continue;
    const calmer = steps.with(index, { ...step, count: 1 });
    if (await fails(calmer)) steps = calmer;
  }
  return { ...scenario, steps };
}
