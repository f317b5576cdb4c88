/** A gateway process that does the steps of a plan until it is killed, and acknowledges each on its output once it is done. */
import { writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGatewayOfSteps } from './gateway-of-steps.ts';
import type { Engine, OperatorKeys } from './open-engine.ts';
import { planOf } from './plan.ts';

export interface Work {
  readonly engine: Engine;
  readonly keys: OperatorKeys;
  readonly origin: string;
  readonly seed: number;
  /** Index of the step to go on with. */
  readonly from: number;
}

/** Started ahead of its time; begins when it is told what to do. */
const lines = createInterface({ input: process.stdin });
for await (const line of lines) {
  const { engine, keys, origin, seed, from } = JSON.parse(line) as Work;
  const gateway = await createGatewayOfSteps(engine, keys, origin);
  for (const step of planOf(seed)) {
    if (step.index < from) continue;
    writeSync(1, `begin ${step.index}\n`);
    await gateway.run(step);
    writeSync(1, `done ${step.index}\n`);
  }
}
