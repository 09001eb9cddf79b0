import { checkAcknowledged } from './checks/acknowledged';
import { checkAnswers } from './checks/answers';
import { checkDelivery } from './checks/delivery';
import { checkFiles } from './checks/files';
import { checkJoined } from './checks/joined';
import { checkMessages } from './checks/messages';
import { checkNumbers } from './checks/numbers';
import { checkPath } from './checks/path';
import { checkSessions } from './checks/sessions';
import { checkSteps } from './checks/steps';
import { checkVersions } from './checks/versions';
import type { Engine } from './engine';
import type { HistoryEvent } from './events';
import type { Facts, Problem } from './facts';
import { settle } from './log';

/** Holds what clients were told against what the primary has, rule by rule. Empty where every promise was kept. */
export const checkHistory = (
  engine: Engine,
  events: readonly HistoryEvent[],
  facts: Facts,
): readonly Problem[] => {
  const ends = settle(events);
  const keys = new Set(ends.map(({ invoke }) => invoke.key));
  return [
    ...checkAcknowledged(ends, facts),
    ...checkJoined(facts),
    ...checkVersions(ends, facts),
    ...checkPath(engine, facts),
    ...checkNumbers(facts),
    ...checkMessages(facts),
    ...checkFiles(events, facts),
    ...checkSteps(facts),
    ...checkSessions(events),
    ...checkDelivery(facts, keys),
    ...checkAnswers(events),
  ];
};
