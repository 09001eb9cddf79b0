/** The columns of `exchange e` under the names of `ExchangeRow`. Days travel as text: a Date would have a zone. */
export const EXCHANGE_COLUMNS = `e.id, e.number, e.type_code as "typeCode", e.form_version as "formVersion",
  e.state, e.state_since as "stateSince", e.requesting_unit_id as "requestingUnitId",
  e.replying_unit_id as "replyingUnitId", e.requesting_country as "requestingCountry",
  e.replying_country as "replyingCountry", e.urgency, e.urgency_reason as "urgencyReason",
  e.national_file_number as "nationalFileNumber", e.language, e.author_id as "authorId",
  e.requester_handler_id as "requesterHandlerId", e.replier_handler_id as "replierHandlerId",
  e.agreement_version_id as "agreementVersionId", e.agreement_term_id as "agreementTermId",
  e.agreement_clause as "agreementClause", e.due_kind as "dueKind", e.due_on::text as "dueOn",
  e.decision_by as "decisionBy",
  e.request_approval as "requestApproval", e.answer_approval as "answerApproval",
  e.request_correction_approval as "requestCorrectionApproval",
  e.answer_correction_approval as "answerCorrectionApproval", e.instead_of_id as "insteadOfId",
  e.version, e.created_at as "createdAt", e.sent_at as "sentAt", e.closed_at as "closedAt"`;
