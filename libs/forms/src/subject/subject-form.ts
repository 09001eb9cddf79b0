import type { FormPart, Section } from '../definition';
import { PERSON_LISTS } from '../lists/person';
import { formPart } from '../schema/derive-schema';

const NAME: Section = {
  id: 'name',
  title: { ro: 'Numele', bg: 'Имена', en: 'Name' },
  help: {
    ro: 'Scrieți numele ca în actul de identitate, cu literele țării care l-a eliberat.',
    bg: 'Изпишете имената както в документа за самоличност, с буквите на издалата го държава.',
    en: 'Write the name as on the identity document, in the letters of the country that issued it.',
  },
  fields: [
    {
      path: 'familyName',
      kind: 'text',
      label: { ro: 'Numele de familie', bg: 'Фамилно име', en: 'Family name' },
      personalData: true,
      required: true,
    },
    {
      path: 'givenName',
      kind: 'text',
      label: { ro: 'Prenumele', bg: 'Собствено име', en: 'Given name' },
      personalData: true,
      required: true,
    },
    {
      path: 'patronymic',
      kind: 'text',
      label: { ro: 'Patronimicul (numele tatălui)', bg: 'Бащино име', en: 'Patronymic' },
      personalData: true,
      required: false,
    },
    {
      path: 'birthName',
      kind: 'text',
      label: {
        ro: 'Numele la naștere, dacă diferă',
        bg: 'Име по рождение, ако е различно',
        en: 'Birth name, if different',
      },
      personalData: true,
      required: false,
    },
    {
      path: 'familyNameLatin',
      kind: 'text',
      label: {
        ro: 'Numele de familie cu litere latine',
        bg: 'Фамилно име на латиница',
        en: 'Family name in Latin letters',
      },
      personalData: true,
      required: false,
    },
    {
      path: 'givenNameLatin',
      kind: 'text',
      label: {
        ro: 'Prenumele cu litere latine',
        bg: 'Собствено име на латиница',
        en: 'Given name in Latin letters',
      },
      personalData: true,
      required: false,
    },
  ],
};

const BIRTH: Section = {
  id: 'birth',
  title: { ro: 'Nașterea', bg: 'Раждане', en: 'Birth' },
  fields: [
    {
      path: 'birthDate',
      kind: 'date',
      past: true,
      label: { ro: 'Data nașterii', bg: 'Дата на раждане', en: 'Date of birth' },
      personalData: true,
      required: true,
    },
    {
      path: 'sex',
      kind: 'code',
      list: 'SEX',
      label: { ro: 'Sexul', bg: 'Пол', en: 'Sex' },
      personalData: true,
      required: false,
    },
    {
      path: 'birthPlace',
      kind: 'text',
      label: { ro: 'Locul nașterii', bg: 'Място на раждане', en: 'Place of birth' },
      personalData: true,
      required: false,
    },
    {
      path: 'birthCountry',
      kind: 'country',
      label: { ro: 'Țara nașterii', bg: 'Държава на раждане', en: 'Country of birth' },
      personalData: true,
      required: false,
    },
  ],
};

const IDENTIFIERS: Section = {
  id: 'identifiers',
  title: { ro: 'Numere de identificare', bg: 'Идентификационни номера', en: 'Identification numbers' },
  help: {
    ro: 'Fără un număr sunt necesare numele părinților și locul nașterii.',
    bg: 'Без номер са необходими имената на родителите и мястото на раждане.',
    en: 'Without a number, the parents’ names and the place of birth are needed.',
  },
  fields: [
    {
      path: 'identifiers',
      kind: 'rows',
      maxRows: 6,
      label: { ro: 'Numere', bg: 'Номера', en: 'Numbers' },
      personalData: true,
      required: false,
      columns: [
        {
          path: 'type',
          kind: 'code',
          list: 'IDENTIFIER',
          label: { ro: 'Felul numărului', bg: 'Вид на номера', en: 'Kind of number' },
          personalData: false,
          required: true,
        },
        {
          path: 'country',
          kind: 'country',
          label: { ro: 'Țara', bg: 'Държава', en: 'Country' },
          personalData: false,
          required: true,
        },
        {
          path: 'value',
          kind: 'text',
          maxLength: 40,
          label: { ro: 'Numărul', bg: 'Номер', en: 'Number' },
          personalData: true,
          required: true,
        },
        {
          path: 'confirmed',
          kind: 'yesNo',
          label: {
            ro: 'Confirmat în ciuda avertismentelor',
            bg: 'Потвърден въпреки предупрежденията',
            en: 'Confirmed despite warnings',
          },
          personalData: false,
          required: false,
        },
      ],
    },
  ],
};

const PARENTS: Section = {
  id: 'parents',
  title: { ro: 'Părinții', bg: 'Родители', en: 'Parents' },
  fields: [
    {
      path: 'motherName',
      kind: 'text',
      label: { ro: 'Numele și prenumele mamei', bg: 'Имена на майката', en: 'Mother’s full name' },
      personalData: true,
      required: false,
    },
    {
      path: 'fatherName',
      kind: 'text',
      label: { ro: 'Numele și prenumele tatălui', bg: 'Имена на бащата', en: 'Father’s full name' },
      personalData: true,
      required: false,
    },
  ],
};

const STATUS: Section = {
  id: 'status',
  title: {
    ro: 'Cetățenia, starea civilă, adresa',
    bg: 'Гражданство, семейно положение, адрес',
    en: 'Citizenship, civil status, address',
  },
  fields: [
    {
      path: 'citizenships',
      kind: 'rows',
      maxRows: 4,
      label: { ro: 'Cetățenii', bg: 'Гражданства', en: 'Citizenships' },
      personalData: true,
      required: false,
      columns: [
        {
          path: 'country',
          kind: 'country',
          label: { ro: 'Țara', bg: 'Държава', en: 'Country' },
          personalData: true,
          required: true,
        },
      ],
    },
    {
      path: 'civilStatus',
      kind: 'code',
      list: 'CIVIL_STATUS',
      label: { ro: 'Starea civilă', bg: 'Семейно положение', en: 'Civil status' },
      personalData: true,
      required: false,
    },
    {
      path: 'address',
      kind: 'address',
      label: { ro: 'Adresa cunoscută', bg: 'Известен адрес', en: 'Known address' },
      personalData: true,
      required: false,
    },
  ],
};

/** The person block every type shares: who the exchange is about. */
export const SUBJECT_FORM: FormPart = formPart([NAME, BIRTH, IDENTIFIERS, PARENTS, STATUS], PERSON_LISTS);
