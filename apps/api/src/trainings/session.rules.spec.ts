import { enrolmentRefusal, isOpenOn } from './session.rules';

const session = { startsOn: '2027-03-12', seats: 2, enrolled: 1 };

describe('enrolment', () => {
  it.each([
    ['2027-03-11', true],
    ['2027-03-12', false],
    ['2027-03-13', false],
  ])('on %s is open: %s', (today, open) => {
    expect(isOpenOn(session, today)).toBe(open);
    expect(enrolmentRefusal(session, today)).toEqual(
      open ? null : { code: 'training.enrolmentClosed', params: {} },
    );
  });

  it('is refused when every seat is taken, with the number of seats', () => {
    expect(enrolmentRefusal({ ...session, enrolled: 2 }, '2027-03-01')).toEqual({
      code: 'training.full',
      params: { seats: 2 },
    });
  });

  it('says closed before it says full', () => {
    expect(enrolmentRefusal({ ...session, enrolled: 2 }, '2027-03-12')?.code).toBe(
      'training.enrolmentClosed',
    );
  });
});
