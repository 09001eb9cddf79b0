import { addDays } from '@soc-coop/domain';
import { countryOf, type DemoCase } from './demo-cases';
import { type Content, monthsOf } from './demo-requests';
import { pickOf, WORDS } from './demo-words';

const CENTS = 100;
/** Incomes differ from case to case, in cents of euro; Romanian ones are five times as many bani. */
const LOWEST_CENTS = 18_000;
const STEP_CENTS = 4_375;
const STEPS = 19;
const RON_FOR_EUR = 5;

/** An amount in the money of the country that answers. */
const moneyOf = ({ to, turn }: DemoCase, share = 1): Content => {
  const ron = countryOf(to) === 'RO';
  const cents = Math.round((LOWEST_CENTS + (turn % STEPS) * STEP_CENTS) * share * (ron ? RON_FOR_EUR : 1));
  return { amount: (cents / CENTS).toFixed(2), currency: ron ? 'RON' : 'EUR' };
};

const incomeRow = (told: DemoCase, opened: string): Content => {
  const { from, to } = monthsOf(opened);
  const period = { from: `${from}-01`, to: `${to}-28` };
  const each = { basis: 'NET', time: 'EACH_MONTH', period };
  return pickOf<Content>(
    [
      { ...each, type: 'WAGE', amount: moneyOf(told), payer: 'EMPLOYER', source: 'EMPLOYMENT' },
      {
        ...each,
        type: 'PENSION',
        amount: moneyOf(told, 0.5),
        payer: 'PUBLIC_INSTITUTION',
        source: 'SOCIAL_INSURANCE',
      },
      { type: 'NONE', time: 'WHOLE_PERIOD', period, source: 'SOCIAL_INSURANCE' },
      { ...each, type: 'RENT', amount: moneyOf(told, 0.3), payer: 'PRIVATE_PERSON', source: 'TAX' },
    ],
    told.turn,
  );
};

const benefitRow = (told: DemoCase, opened: string): Content => {
  const national =
    countryOf(told.to) === 'RO'
      ? { kind: 'RO_BENEFIT', romanian: 'RO_HEATING' }
      : { kind: 'BG_BENEFIT', bulgarian: 'BG_HEATING' };
  return pickOf<Content>(
    [
      {
        ...national,
        status: 'PAID',
        amount: moneyOf(told, 0.4),
        frequency: 'ONE_OFF',
        from: addDays(opened, -100),
        source: 'SOCIAL_ASSISTANCE',
      },
      {
        kind: 'OLD_AGE',
        status: 'PAID',
        amount: moneyOf(told, 0.6),
        frequency: 'MONTHLY',
        from: addDays(opened, -900),
        source: 'SOCIAL_INSURANCE',
      },
    ],
    told.turn,
  );
};

const estateRow = (opened: string): Content => ({
  kind: 'DWELLING',
  holding: 'SHARE',
  shareParts: 1,
  shareOf: 2,
  use: 'LIVED_IN',
  from: addDays(opened, -4000),
  source: 'LAND_REGISTER',
});

const vehicleRow = (turn: number): Content => ({
  kind: 'VEHICLE',
  type: 'CAR',
  model: pickOf(['Dacia Logan', 'Škoda Fabia', 'Opel Corsa'], turn),
  year: 2006 + (turn % 12),
  holding: 'SOLE',
  source: 'VEHICLE_REGISTER',
});

const businessRow = (told: DemoCase): Content => ({
  form: 'FARMER',
  name: `${told.person?.givenName ?? ''} ${told.person?.familyName ?? ''}`.trim(),
  role: 'OWNER',
  state: 'ACTIVE',
  source: 'TRADE_REGISTER',
});

/** What is answered to each question on incomes and assets; for every other case there is something to tell. */
export const incomeAnswers = (told: DemoCase, opened: string): Content => {
  const some = told.turn % 2 === 0;
  const any = (rows: Content): Content => (some ? { any: 'YES', ...rows } : { any: 'NO' });
  return {
    Q1: { incomes: [incomeRow(told, opened)], remarks: WORDS[countryOf(told.to)].income },
    Q2: any({ benefits: [benefitRow(told, opened)] }),
    Q3: any({ count: 1, estates: [estateRow(opened)] }),
    Q4: any({ vehicles: [vehicleRow(told.turn)] }),
    Q5: { any: 'NO' },
    Q6: any({ businesses: [businessRow(told)] }),
  };
};
