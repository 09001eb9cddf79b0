import type { MessageKey } from '@soc-coop/messages';

/** The acts the log is most often asked for; one that is newer than this page is shown by its code. */
export const AUDITED_ACTS = [
  'exchange.open',
  'exchange.saveDraft',
  'exchange.discard',
  'exchange.send',
  'exchange.accept',
  'exchange.refuse',
  'exchange.saveAnswerDraft',
  'exchange.answer',
  'exchange.close',
  'exchange.view',
  'exchange.list',
  'exchange.search',
  'exchange.samePerson',
  'exchange.revealIdentifiers',
  'exchange.propose_date',
  'exchange.agree_date',
  'exchange.correct',
  'exchange.saveCorrectionDraft',
  'exchange.ask_reopening',
  'exchange.agree_reopening',
  'exchange.decline_reopening',
  'session.start',
  'session.secondFactor',
  'session.end',
  'session.endOne',
  'session.endOthers',
  'session.actAs',
  'secondFactor.start',
  'secondFactor.confirm',
  'secondFactor.remove',
  'token.issue',
  'account.list',
  'account.view',
  'account.create',
  'account.update',
  'account.resetPassword',
  'account.changePassword',
  'account.setLocale',
  'unit.create',
  'unit.update',
  'calendar.add',
  'calendar.change',
  'calendar.remove',
  'escalation.run',
  'training.enrol',
  'training.cancelEnrolment',
  'training.viewParticipants',
  'certificate.view',
  'notice.markSeen',
  'audit.view',
] as const;
type AuditedAct = (typeof AUDITED_ACTS)[number];
type ActKey<Act extends string> = Act extends `${infer Room}.${infer Verb}` ? `${Room}_${Verb}` : never;

const isKnown = (action: string): action is AuditedAct => AUDITED_ACTS.some((known) => known === action);

/** The text of an act; null for one this page does not know. */
export const actText = (action: string): MessageKey | null =>
  isKnown(action) ? `audit.act.${action.replace('.', '_') as ActKey<AuditedAct>}` : null;
