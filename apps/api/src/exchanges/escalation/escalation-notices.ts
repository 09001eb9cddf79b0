import type { DeadlineStep } from '@soc-coop/contracts';
import { newId } from '../../platform/database';
import type { NewNotice } from '../notices/notice.repository';
import type { PressingCase } from './escalation.repository';

/**
 * Whom a step is told: the handler, or the whole unit where nobody handles the case yet; from the first working day
 * on the coordinator of the unit as well, and in the end whoever coordinates the replier's country.
 */
export const noticesOf = (
  { id, dueOn, replyingUnitId, replierHandlerId }: PressingCase,
  step: DeadlineStep,
  coordination: readonly string[],
  at: Date,
): NewNotice[] => {
  const about = { kind: step, exchangeId: id, dueOn, at };
  const unit = { ...about, id: newId(), unitId: replyingUnitId };
  const handler: NewNotice = { ...unit, accountId: replierHandlerId };
  // The whole unit hears it where nobody handles the case: its coordinator then needs no second word.
  const coordinator: NewNotice[] =
    replierHandlerId === null ? [] : [{ ...unit, id: newId(), role: 'UNIT_COORDINATOR' }];
  if (step === 'DUE_SOON') return [handler];
  if (step === 'OVERDUE') return [handler, ...coordinator];
  const national = coordination.map((unitId): NewNotice => ({
    ...about,
    id: newId(),
    unitId,
    role: 'NATIONAL_COORDINATOR',
  }));
  return [handler, ...coordinator, ...national];
};
