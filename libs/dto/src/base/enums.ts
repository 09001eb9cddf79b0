import {
  ACCOUNT_NOTICE_KINDS,
  CALENDAR_ACTIONS,
  CALENDAR_ORIGINS,
  APPROVAL_STAGES,
  CERTIFICATE_KINDS,
  COUNTRIES,
  EXCHANGE_HANDLERS,
  EXCHANGE_MATCHES,
  EXCHANGE_MOVES,
  EXCHANGE_QUEUES,
  EXCHANGE_SIDES,
  EXCHANGE_SORTS,
  EXCHANGE_STATES,
  FILE_SCANS,
  LIST_COLUMNS,
  LOCALES,
  NOTICE_KINDS,
  NOTICE_LISTS,
  ROLES,
  SECOND_FACTOR_LOSSES,
  URGENCIES,
} from '@soc-coop/contracts';
import { registerEnumType } from '@nestjs/graphql';

/** Makes a GraphQL enum of a list of constants: the value is its own name on both sides. */
const enumOf = <T extends string>(
  name: string,
  description: string,
  values: readonly T[],
): Readonly<Record<T, T>> => {
  const map = Object.freeze(Object.fromEntries(values.map((value) => [value, value]))) as Record<T, T>;
  registerEnumType(map, { name, description });
  return map;
};

export const LocaleEnum = enumOf('Locale', 'A language of the product.', LOCALES);
export const CountryEnum = enumOf('Country', 'ISO 3166-1 alpha-2 of the two states.', COUNTRIES);
export const AccountNoticeKindEnum = enumOf(
  'AccountNoticeKind',
  'What somebody else did to a person’s sign-in.',
  ACCOUNT_NOTICE_KINDS,
);
export const SecondFactorLossEnum = enumOf(
  'SecondFactorLoss',
  'Why a second factor is taken off somebody.',
  SECOND_FACTOR_LOSSES,
);
export const RoleEnum = enumOf('Role', 'What a person may be in a unit.', ROLES);
export const ExchangeStateEnum = enumOf(
  'ExchangeState',
  'Where an exchange stands; derived from its moves.',
  EXCHANGE_STATES,
);
export const ExchangeMoveEnum = enumOf(
  'ExchangeMoveKind',
  'What was done to an exchange: one appended fact each.',
  EXCHANGE_MOVES,
);
export const ExchangeSideEnum = enumOf(
  'ExchangeSide',
  'The side of an exchange: the unit that asks, or the unit that answers.',
  EXCHANGE_SIDES,
);
export const ExchangeQueueEnum = enumOf(
  'ExchangeQueue',
  'A list of work: a question to state and clock, never stored.',
  EXCHANGE_QUEUES,
);
export const ExchangeSortEnum = enumOf(
  'ExchangeSort',
  'By what a list of exchanges goes: due day, newest or oldest first, number (what has none yet comes first).',
  EXCHANGE_SORTS,
);
export const ExchangeHandlerEnum = enumOf(
  'ExchangeHandler',
  "Who is in charge on the viewer's side: the viewer, or nobody yet.",
  EXCHANGE_HANDLERS,
);
export const ListColumnEnum = enumOf('ListColumn', 'A column of a list of exchanges.', LIST_COLUMNS);
export const ApprovalStageEnum = enumOf(
  'ApprovalStage',
  'How far a draft is with its second pair of eyes.',
  APPROVAL_STAGES,
);
export const UrgencyEnum = enumOf(
  'Urgency',
  "How fast the answer is needed; the agreement's terms turn it into working days.",
  URGENCIES,
);
export const CertificateKindEnum = enumOf(
  'CertificateKind',
  'BEN benefits, INSP inspection, SENS sensitive data and child protection, REC recovery.',
  CERTIFICATE_KINDS,
);
export const ExchangeMatchEnum = enumOf(
  'ExchangeMatchKind',
  'Why a search found an exchange.',
  EXCHANGE_MATCHES,
);
export const CalendarOriginEnum = enumOf(
  'CalendarOrigin',
  'Where a day of a calendar comes from: the published data, or an administrator.',
  CALENDAR_ORIGINS,
);
export const CalendarActionEnum = enumOf('CalendarAction', 'What was done to a calendar.', CALENDAR_ACTIONS);
export const NoticeKindEnum = enumOf(
  'NoticeKind',
  'What a notice speaks of: a move of the other side, a deadline counted anew, a deadline that is near or over.',
  NOTICE_KINDS,
);
export const NoticeListEnum = enumOf(
  'NoticeList',
  "Which notices: those whose case now waits for the reader's side, those nobody has seen, or all.",
  NOTICE_LISTS,
);
export const FileScanEnum = enumOf(
  'FileScan',
  'How far the scanner is with an attached file; only a clean one is given out.',
  FILE_SCANS,
);
