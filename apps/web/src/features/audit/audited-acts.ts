import { presentAction } from '@soc-coop/contracts';
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
  'exchange.submit',
  'exchange.approve',
  'exchange.sendBack',
  'exchange.forward',
  'exchange.assign',
  'exchange.takeOver',
  'exchange.submitAnswer',
  'exchange.approveAnswer',
  'exchange.sendAnswerBack',
  'exchange.view',
  'exchange.follow',
  'exchange.list',
  'exchange.export',
  'exchange.search',
  'exchange.samePerson',
  'exchange.revealIdentifiers',
  'exchange.proposeDate',
  'exchange.agreeDate',
  'exchange.correct',
  'exchange.submitCorrection',
  'exchange.approveCorrection',
  'exchange.sendCorrectionBack',
  'exchange.askAnew',
  'exchange.saveCorrectionDraft',
  'exchange.askReopening',
  'exchange.agreeReopening',
  'exchange.declineReopening',
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
  'account.takeOffSecondFactor',
  'account.readNotices',
  'partnerSystem.list',
  'partnerSystem.view',
  'partnerSystem.register',
  'partnerSystem.changeKey',
  'partnerSystem.switch',
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
  'savedView.create',
  'savedView.update',
  'savedView.remove',
  'notice.markUnseen',
  'audit.view',
] as const;
type AuditedAct = (typeof AUDITED_ACTS)[number];
type ActKey<Act extends string> = Act extends `${infer Room}.${infer Verb}` ? `${Room}_${Verb}` : never;

const isKnown = (action: string): action is AuditedAct => AUDITED_ACTS.some((known) => known === action);

/** The text of an act; null for one this page does not know. */
export const actText = (action: string): MessageKey | null => {
  const name = presentAction(action);
  return isKnown(name) ? `audit.act.${name.replace('.', '_') as ActKey<AuditedAct>}` : null;
};

/** What events are about, by the code they carry. */
const RESOURCES = [
  'account',
  'api_client',
  'calendarDay',
  'exchange',
  'file',
  'savedView',
  'session',
  'training_session',
  'unit',
] as const;

/** The text of what an event is about; null for a kind this page does not know. */
export const resourceText = (type: string): MessageKey | null => {
  const known = RESOURCES.find((resource) => resource === type);
  return known === undefined ? null : `audit.resource.${known}`;
};
