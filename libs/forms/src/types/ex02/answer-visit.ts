import type { Section } from '../../definition';

const HOUSING: Section = {
  id: 'housing',
  question: 'Q4',
  title: { ro: 'Condiții de locuit', bg: 'Жилищни условия', en: 'Housing conditions' },
  fields: [
    {
      path: 'answers.Q4.tenure',
      kind: 'code',
      list: 'EX02-TENURE',
      label: { ro: 'Dreptul de folosință', bg: 'Право на ползване', en: 'Right of use' },
      personalData: true,
      required: true,
    },
    {
      path: 'answers.Q4.rooms',
      kind: 'number',
      min: 0,
      max: 50,
      label: { ro: 'Numărul de camere', bg: 'Брой стаи', en: 'Number of rooms' },
      personalData: true,
      required: false,
    },
    {
      path: 'answers.Q4.persons',
      kind: 'number',
      min: 0,
      max: 100,
      label: {
        ro: 'Numărul de persoane care locuiesc',
        bg: 'Брой живеещи лица',
        en: 'Number of persons living there',
      },
      personalData: true,
      required: false,
    },
    {
      path: 'answers.Q4.utilities',
      kind: 'codes',
      list: 'EX02-UTILITY',
      label: { ro: 'Utilități', bg: 'Комунални услуги', en: 'Utilities' },
      personalData: true,
      required: false,
    },
    {
      path: 'answers.Q4.state',
      kind: 'code',
      list: 'EX02-DWELLING',
      label: { ro: 'Starea locuinței', bg: 'Състояние на жилището', en: 'State of the dwelling' },
      personalData: true,
      required: true,
    },
    {
      path: 'answers.Q4.remarks',
      kind: 'longText',
      label: { ro: 'Observații', bg: 'Бележки', en: 'Remarks' },
      personalData: true,
      required: false,
    },
  ],
};

const ABSENCES: Section = {
  id: 'absences',
  question: 'Q5',
  title: {
    ro: 'Absențe de peste 30 de zile',
    bg: 'Отсъствия над 30 дни',
    en: 'Absences of more than 30 days',
  },
  fields: [
    {
      path: 'answers.Q5.any',
      kind: 'yesNo',
      label: { ro: 'Au existat absențe', bg: 'Имало е отсъствия', en: 'There were absences' },
      personalData: true,
      required: true,
    },
    {
      path: 'answers.Q5.absences',
      kind: 'rows',
      maxRows: 30,
      label: { ro: 'Absențele', bg: 'Отсъствия', en: 'Absences' },
      personalData: true,
      required: true,
      when: [{ field: 'answers.Q5.any', in: ['YES'] }],
      columns: [
        {
          path: 'from',
          kind: 'date',
          past: true,
          label: { ro: 'De la', bg: 'От', en: 'From' },
          personalData: true,
          required: true,
        },
        {
          path: 'to',
          kind: 'date',
          label: { ro: 'Până la', bg: 'До', en: 'To' },
          personalData: true,
          required: false,
        },
        {
          path: 'country',
          kind: 'country',
          label: { ro: 'Țara în care s-a aflat', bg: 'Държава на престой', en: 'Country of stay' },
          personalData: true,
          required: false,
        },
        {
          path: 'reason',
          kind: 'text',
          label: { ro: 'Motivul, dacă se cunoaște', bg: 'Причина, ако е известна', en: 'Reason, if known' },
          personalData: true,
          required: false,
        },
      ],
    },
  ],
};

const WHEN_MADE = [{ field: 'answers.Q6.made', in: ['YES'] }] as const;

const VISIT: Section = {
  id: 'visit',
  question: 'Q6',
  title: { ro: 'Vizita la domiciliu', bg: 'Посещение на адреса', en: 'Home visit' },
  fields: [
    {
      path: 'answers.Q6.made',
      kind: 'yesNo',
      label: { ro: 'Vizita a fost efectuată', bg: 'Посещението е извършено', en: 'The visit was made' },
      personalData: false,
      required: true,
    },
    {
      path: 'answers.Q6.whyNot',
      kind: 'text',
      maxLength: 1000,
      label: { ro: 'De ce nu a fost efectuată', bg: 'Защо не е извършено', en: 'Why it was not made' },
      personalData: true,
      required: true,
      when: [{ field: 'answers.Q6.made', in: ['NO'] }],
    },
    {
      path: 'answers.Q6.date',
      kind: 'date',
      past: true,
      label: { ro: 'Data vizitei', bg: 'Дата на посещението', en: 'Date of the visit' },
      personalData: true,
      required: true,
      when: WHEN_MADE,
    },
    {
      path: 'answers.Q6.officer',
      kind: 'text',
      label: { ro: 'Cine a efectuat vizita', bg: 'Кой е извършил посещението', en: 'Who made the visit' },
      personalData: true,
      required: true,
      when: WHEN_MADE,
    },
    {
      path: 'answers.Q6.result',
      kind: 'code',
      list: 'EX02-VISIT',
      label: { ro: 'Rezultatul', bg: 'Резултат', en: 'Result' },
      personalData: true,
      required: true,
      when: WHEN_MADE,
    },
    {
      path: 'answers.Q6.findings',
      kind: 'longText',
      label: { ro: 'Constatări', bg: 'Констатации', en: 'Findings' },
      personalData: true,
      required: false,
      when: [...WHEN_MADE, { field: 'answers.Q6.result', in: ['MET', 'NOT_MET'] }],
    },
  ],
};

/** The sections of Q4 (housing), Q5 (absences) and Q6 (home visit). */
export const HOUSING_AND_VISIT: readonly Section[] = [HOUSING, ABSENCES, VISIT];
