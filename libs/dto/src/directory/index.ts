export * from './contact-point.input';
export * from './create-unit.input';
export * from './unit.filter';
export * from './units.args';
export * from './update-unit.input';
