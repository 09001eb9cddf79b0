import { presentAction } from './exchange/audited-moves';

/** Kinds of things the audit trail speaks of. */
export const AUDITED_THINGS = [
  'account',
  'api_client',
  'audit_event',
  'calendarDay',
  'certificate',
  'exchange',
  'file',
  'notice',
  'product',
  'request',
  'savedView',
  'session',
  'training_session',
  'unit',
] as const;
export type AuditedThing = (typeof AUDITED_THINGS)[number];

/**
 * Every act the product records, with the kind of thing it is done to. An act upon one thing names it in its event; one
 * upon many (a list that was read) or upon none yet (a refused creation) names none, and its kind is told from here.
 */
export const AUDITED_ACTS = {
  'account.changePassword': 'account',
  'account.create': 'account',
  'account.list': 'account',
  'account.readNotices': 'account',
  'account.resetPassword': 'account',
  'account.setLocale': 'account',
  'account.takeOffSecondFactor': 'account',
  'account.update': 'account',
  'account.view': 'account',
  'audit.view': 'audit_event',
  'calendar.add': 'calendarDay',
  'calendar.change': 'calendarDay',
  'calendar.remove': 'calendarDay',
  'certificate.view': 'certificate',
  'escalation.run': 'exchange',
  'exchange.accept': 'exchange',
  'exchange.agreeDate': 'exchange',
  'exchange.agreeReopening': 'exchange',
  'exchange.answer': 'exchange',
  'exchange.answerClarification': 'exchange',
  'exchange.approve': 'exchange',
  'exchange.approveAnswer': 'exchange',
  'exchange.approveCorrection': 'exchange',
  'exchange.askAnew': 'exchange',
  'exchange.askClarification': 'exchange',
  'exchange.askReopening': 'exchange',
  'exchange.assign': 'exchange',
  'exchange.close': 'exchange',
  'exchange.correct': 'exchange',
  'exchange.declineReopening': 'exchange',
  'exchange.discard': 'exchange',
  'exchange.export': 'exchange',
  'exchange.follow': 'exchange',
  'exchange.forward': 'exchange',
  'exchange.invalidate': 'exchange',
  'exchange.list': 'exchange',
  'exchange.open': 'exchange',
  'exchange.proposeDate': 'exchange',
  'exchange.refuse': 'exchange',
  'exchange.remind': 'exchange',
  'exchange.replyToReminder': 'exchange',
  'exchange.revealIdentifiers': 'exchange',
  'exchange.samePerson': 'exchange',
  'exchange.saveAnswerDraft': 'exchange',
  'exchange.saveCorrectionDraft': 'exchange',
  'exchange.saveDraft': 'exchange',
  'exchange.search': 'exchange',
  'exchange.send': 'exchange',
  'exchange.sendAnswerBack': 'exchange',
  'exchange.sendBack': 'exchange',
  'exchange.sendCorrectionBack': 'exchange',
  'exchange.submit': 'exchange',
  'exchange.submitAnswer': 'exchange',
  'exchange.submitCorrection': 'exchange',
  'exchange.takeOver': 'exchange',
  'exchange.view': 'exchange',
  'exchange.withdraw': 'exchange',
  'file.abandon': 'file',
  'file.add': 'file',
  'file.begin': 'file',
  'file.download': 'file',
  'file.remove': 'file',
  'file.scan': 'file',
  'keys.rekey': 'product',
  'notice.markSeen': 'notice',
  'notice.markUnseen': 'notice',
  'partnerSystem.changeKey': 'api_client',
  'partnerSystem.list': 'api_client',
  'partnerSystem.register': 'api_client',
  'partnerSystem.switch': 'api_client',
  'partnerSystem.view': 'api_client',
  'savedView.create': 'savedView',
  'savedView.remove': 'savedView',
  'savedView.update': 'savedView',
  'secondFactor.confirm': 'account',
  'secondFactor.remove': 'account',
  'secondFactor.start': 'account',
  'seed.demonstration': 'product',
  'seed.demonstrationCases': 'product',
  'seed.demonstrationCasesTold': 'product',
  'seed.fourEyes': 'product',
  'seed.reference': 'product',
  'session.actAs': 'session',
  'session.end': 'session',
  'session.endOne': 'session',
  'session.endOthers': 'session',
  'session.secondFactor': 'session',
  'session.start': 'session',
  'token.issue': 'api_client',
  'training.cancelEnrolment': 'training_session',
  'training.enrol': 'training_session',
  'training.viewParticipants': 'training_session',
  'unit.create': 'unit',
  'unit.update': 'unit',
} as const satisfies Readonly<Record<string, AuditedThing>>;
export type AuditedAct = keyof typeof AUDITED_ACTS;

/** Ways in; a request that was refused before any act began stands in the trail under the way it came. */
export const WAYS_IN = ['graphql', 'rest'] as const;
export type WayIn = (typeof WAYS_IN)[number];

/** The act of this name, in its present spelling; null for one this release does not know. */
export const auditedAct = (action: string): AuditedAct | null => {
  const name = presentAction(action);
  return Object.hasOwn(AUDITED_ACTS, name) ? (name as AuditedAct) : null;
};

/** The way a refused request came, where the action is one; null where an act began. */
export const wayInOf = (action: string): WayIn | null =>
  WAYS_IN.find((way) => action.startsWith(`${way}.`)) ?? null;

/** The kind of thing an act is done to, where its event names none; null for an act this release does not know. */
export const thingOf = (action: string): AuditedThing | null => {
  if (wayInOf(action) !== null) return 'request';
  const act = auditedAct(action);
  return act === null ? null : AUDITED_ACTS[act];
};
