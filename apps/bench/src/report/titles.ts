import type { ContenderName } from '../contenders/contender';
import type { OperationName } from '../operations/operation';

/** How contenders and operations are called in the report. */
export const CONTENDER_TITLES: Readonly<Record<ContenderName, string>> = {
  ours: 'SOC COOP',
  floor: 'floor (http + one SQL)',
  postgraphile: 'PostGraphile 5',
  nest: 'plain Nest + TypeORM',
};

export const OPERATION_TITLES: Readonly<Record<OperationName, string>> = {
  inbox: 'Inbox: a page of 50 cases',
  case: 'Case: 20 messages, 30 moves',
  remind: 'A reminder with its message',
  search: 'Search within the unit',
};
