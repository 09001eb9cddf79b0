export * from './enrolment.args';
export * from './training-session.filter';
export * from './training-sessions.args';
