import 'reflect-metadata';
import { getMetadataStorage, IsInt, IsString, MaxLength, validate, validateSync } from 'class-validator';
import { rememberChecks } from './checks-of-classes';

class Named {
  @IsString()
  @MaxLength(3)
  name!: string;
}

class Counted extends Named {
  @IsInt()
  count!: number;

  /** Takes the place of the check of the same name above. */
  @MaxLength(5)
  declare name: string;
}

class Grouped {
  @IsString({ groups: ['strict'] })
  word!: string;
}

const made = <T extends object>(Class: new () => T, values: object): T => Object.assign(new Class(), values);
const failed = async (value: object): Promise<string[]> =>
  (await validate(value, { whitelist: true, forbidNonWhitelisted: true })).flatMap(
    ({ property, constraints }) => Object.keys(constraints ?? {}).map((check) => `${property} ${check}`),
  );

const VALUES: readonly object[] = [
  made(Named, { name: 'four' }),
  made(Counted, { name: 'four', count: 1 }),
  made(Counted, { name: 'sixsix', count: 'one' }),
  made(Counted, { name: 'one', count: 1, other: 1 }),
  made(Named, {}),
];

describe('the checks of input classes', () => {
  const storage = getMetadataStorage();
  let before: string[][];

  beforeAll(async () => {
    before = await Promise.all(VALUES.map(failed));
    rememberChecks(storage);
  });

  it('find the same faults as ever, at the first look and at every later one', async () => {
    expect(before.map((faults) => faults.toSorted())).toEqual([
      ['name maxLength'],
      [],
      ['count isInt', 'name maxLength'],
      ['other whitelistValidation'],
      ['name isString', 'name maxLength'],
    ]);
    for (let look = 0; look < 2; look += 1) expect(await Promise.all(VALUES.map(failed))).toEqual(before);
  });

  it('are looked up once for each class', () => {
    const ask = () => storage.getTargetValidationMetadatas(Counted, '', false, false);
    expect(ask()).toBe(ask());
    expect(storage.groupByPropertyName(ask())).toBe(storage.groupByPropertyName(ask()));
    expect(ask()).not.toBe(storage.getTargetValidationMetadatas(Named, '', false, false));
  });

  it('are looked up anew where somebody asks for groups', () => {
    const value = made(Grouped, { word: 1 });
    const faultsFor = (group: string) => validateSync(value, { groups: [group], forbidUnknownValues: false });
    expect([faultsFor('strict').length, faultsFor('other').length]).toEqual([1, 0]);
  });

  it('are remembered once, however often it is asked for', () => {
    const known = storage.getTargetValidationMetadatas;
    rememberChecks(storage);
    expect(storage.getTargetValidationMetadatas).toBe(known);
  });
});
