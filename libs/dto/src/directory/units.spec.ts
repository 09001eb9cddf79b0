import { type ClassConstructor, plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import { CreateUnitInput } from './create-unit.input';
import { UpdateUnitInput } from './update-unit.input';

const name = { ro: 'Unitate', bg: 'Звено', en: 'Unit' };
const creation = {
  idempotencyKey: 'key-1',
  code: 'RO-AJPIS-CT',
  country: 'RO',
  kind: 'COUNTY_AGENCY',
  parent: null,
  name,
  shortName: name,
  territories: ['RO-CT'],
  competences: ['EX02'],
  languages: ['ro'],
  contactPoints: [{ kind: 'PHONE', value: '+40' }],
};
const change = { idempotencyKey: 'key-1', id: '01a200c0-2fc2-7f68-aaa0-1176048d2578', version: 1 };

const paths = (errors: readonly ValidationError[], prefix = ''): string[] =>
  errors.flatMap(({ property, constraints, children }) => [
    ...(constraints === undefined ? [] : [`${prefix}${property}`]),
    ...paths(children ?? [], `${prefix}${property}.`),
  ]);
const wrong = (type: ClassConstructor<object>, value: object): string[] =>
  paths(validateSync(plainToInstance(type, value)));

describe('CreateUnitInput', () => {
  it('takes a whole unit', () => {
    expect(wrong(CreateUnitInput, creation)).toEqual([]);
  });

  it.each([
    [{ idempotencyKey: '' }, ['idempotencyKey']],
    [{ idempotencyKey: 'with space' }, ['idempotencyKey']],
    [{ idempotencyKey: 'x'.repeat(65) }, ['idempotencyKey']],
    [{ code: 'ajpis' }, ['code']],
    [{ country: 'HU' }, ['country']],
    [{ name: { ...name, bg: '' } }, ['name.bg']],
    [{ languages: [] }, ['languages']],
    [{ languages: ['de'] }, ['languages']],
    [{ territories: ['RO-CT', 'RO-CT'] }, ['territories']],
    [{ competences: ['ex02'] }, ['competences']],
    [{ contactPoints: [{ kind: 'PIGEON', value: '' }] }, ['contactPoints.0.kind', 'contactPoints.0.value']],
  ])('refuses %j', (changes, expected) => {
    expect(wrong(CreateUnitInput, { ...creation, ...changes })).toEqual(expected);
  });
});

describe('UpdateUnitInput', () => {
  it.each([{}, { active: false }, { parent: null }, { name }])('takes %j', (changes) => {
    expect(wrong(UpdateUnitInput, { ...change, ...changes })).toEqual([]);
  });

  it.each(['name', 'shortName', 'territories', 'competences', 'languages', 'contactPoints', 'active'])(
    'lets %s be left out but not be null: the column has none',
    (property) => {
      expect(wrong(UpdateUnitInput, { ...change, [property]: null })).toEqual([property]);
    },
  );
});
