export * from './calendar-day.input';
export * from './calendar.args';
