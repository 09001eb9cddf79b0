import { Balancer } from '../faults/balancer';
import { checkRetries } from '../history/checks/retries';
import type { Problem } from '../history/facts';
import type { Scenario } from './scenario';
import { checkBack, whileWorking, type Working } from './working';

const PATIENCE_MS = 30_000;

const killEach = async ({ house, log, work, fault }: Working) => {
  const problems: Problem[] = [];
  for (const [at, web] of house.webs.entries()) {
    await work(20, PATIENCE_MS);
    fault(`kill -9 of process ${at + 1} of ${house.webs.length}`);
    await web.kill();
    problems.push(...checkBack('while one of three was dead', await work(20, PATIENCE_MS), PATIENCE_MS));
    await web.start();
  }
  return { problems: [...problems, ...checkRetries(log.events)] };
};

/** Three processes behind a balancer; one after the other is killed and comes back. */
export const oneOfThree: Scenario = {
  name: 'one-of-three',
  title: 'no request fails after one retry when one of three API processes is killed',
  file: 'apps/chaos/src/scenarios/one-of-three.ts',
  alone: false,
  run: async (stage) => {
    const balancers: Balancer[] = [];
    const portOf = async ({ webs }: Working['house']): Promise<() => number> => {
      const balancer = new Balancer(webs.map(({ port }) => port));
      balancers.push(balancer);
      const port = await balancer.listen();
      return () => port;
    };
    try {
      return await whileWorking(stage, { name: 'one-of-three', webs: 3, portOf }, killEach);
    } finally {
      balancers.forEach((balancer) => {
        balancer.close();
      });
    }
  },
};
