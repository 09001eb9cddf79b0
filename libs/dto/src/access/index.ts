export * from './account.input';
export * from './audit-event.filter';
export * from './own-sign-in.args';
export * from './partner-system.input';
export * from './sign-in.input';
