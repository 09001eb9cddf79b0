import { stageOf } from './stage.rules';

const flags = [true, false];
const cases = flags.flatMap((enrolled) =>
  flags.flatMap((proved) =>
    flags.flatMap((compulsory) =>
      flags.map((mustChangePassword) => ({ enrolled, proved, compulsory, mustChangePassword })),
    ),
  ),
);

describe('stage of a sign-in', () => {
  it.each(cases)('of %o is full only when nothing is left to prove', (facts) => {
    const open =
      (facts.enrolled && !facts.proved) || facts.mustChangePassword || (facts.compulsory && !facts.enrolled);
    expect(stageOf(facts) === 'full').toBe(!open);
  });

  it('asks for the second factor before anything can be changed', () => {
    expect(stageOf({ enrolled: true, proved: false, compulsory: true, mustChangePassword: true })).toBe(
      'second-factor',
    );
  });

  it('asks for the own password before a second factor is set up with a borrowed one', () => {
    expect(stageOf({ enrolled: false, proved: false, compulsory: true, mustChangePassword: true })).toBe(
      'change-password',
    );
  });

  it('asks who has no compulsory role for nothing more', () => {
    expect(stageOf({ enrolled: false, proved: false, compulsory: false, mustChangePassword: false })).toBe(
      'full',
    );
  });
});
