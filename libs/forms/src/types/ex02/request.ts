import type { QuestionField, Section } from '../../definition';
import { PURPOSES } from '../../lists/shared';
import { PURPOSE_SECTION, QUESTIONS_HELP } from '../common/sections';

const EVERY_PURPOSE: readonly string[] = PURPOSES.map(({ code }) => code);

const QUESTIONS: readonly QuestionField[] = [
  {
    path: 'questions.Q1',
    kind: 'question',
    question: 'Q1',
    label: {
      ro: 'La ce adrese este înregistrată persoana, de ce fel și de când?',
      bg: 'На какви адреси е регистрирано лицето, какъв е видът им и от кога?',
      en: 'At which addresses is the person registered, of what kind, and since when?',
    },
    purpose: {
      ro: 'Stabilirea instituției competente și a condiției de domiciliu sau reședință.',
      bg: 'Установяване на компетентната институция и на условието за постоянен или настоящ адрес.',
      en: 'To establish the competent institution and the condition of domicile or residence.',
    },
    purposes: EVERY_PURPOSE,
    personalData: true,
    required: false,
  },
  {
    path: 'questions.Q2',
    kind: 'question',
    question: 'Q2',
    label: {
      ro: 'Persoana locuiește efectiv la adresa indicată?',
      bg: 'Живее ли лицето действително на посочения адрес?',
      en: 'Does the person actually live at the address given?',
    },
    purpose: {
      ro: 'Verificarea condiției de rezidență efectivă pentru dreptul solicitat sau aflat în plată.',
      bg: 'Проверка на условието за действително пребиваване за поисканото или изплащаното право.',
      en: 'To check the condition of actual residence for the right applied for or in payment.',
    },
    purposes: EVERY_PURPOSE,
    personalData: true,
    required: false,
  },
  {
    path: 'questions.Q3',
    kind: 'question',
    question: 'Q3',
    label: {
      ro: 'Cine face parte din familie (gospodărie) la această adresă și de când?',
      bg: 'Кои са членовете на домакинството на този адрес и от кога?',
      en: 'Who are the members of the household at this address, and since when?',
    },
    help: {
      ro: 'Întrebați numai dacă dreptul depinde de componența familiei.',
      bg: 'Задайте въпроса само ако правото зависи от състава на домакинството.',
      en: 'Ask only if the right depends on who is in the household.',
    },
    purpose: {
      ro: 'Calculul dreptului după componența familiei.',
      bg: 'Изчисляване на правото според състава на домакинството.',
      en: 'To calculate the right by the composition of the household.',
    },
    purposes: EVERY_PURPOSE,
    personalData: true,
    required: false,
  },
  {
    path: 'questions.Q4',
    kind: 'question',
    question: 'Q4',
    label: {
      ro: 'Care sunt condițiile de locuit?',
      bg: 'Какви са жилищните условия?',
      en: 'What are the housing conditions?',
    },
    help: {
      ro: 'Poate fi întrebat numai în cadrul unei anchete sociale.',
      bg: 'Може да се зададе само в рамките на социална анкета.',
      en: 'May be asked only as part of a social survey.',
    },
    purpose: {
      ro: 'Evaluarea nevoilor în cadrul anchetei sociale.',
      bg: 'Оценка на потребностите в рамките на социалната анкета.',
      en: 'To assess needs as part of the social survey.',
    },
    purposes: ['SOCIAL_SURVEY'],
    personalData: true,
    required: false,
    when: [{ field: 'purpose', in: ['SOCIAL_SURVEY'] }],
  },
  {
    path: 'questions.Q5',
    kind: 'question',
    question: 'Q5',
    label: {
      ro: 'Au existat absențe de la adresă mai lungi de 30 de zile în perioada verificată?',
      bg: 'Имало ли е отсъствия от адреса, по-дълги от 30 дни, през проверявания период?',
      en: 'Were there absences from the address of more than 30 days in the period checked?',
    },
    purpose: {
      ro: 'Verificarea continuității șederii, de care depinde menținerea dreptului.',
      bg: 'Проверка на непрекъснатостта на престоя, от която зависи запазването на правото.',
      en: 'To check that the stay was continuous, on which keeping the right depends.',
    },
    purposes: EVERY_PURPOSE,
    personalData: true,
    required: false,
  },
  {
    path: 'questions.Q6',
    kind: 'question',
    question: 'Q6',
    label: {
      ro: 'Puteți efectua o vizită la domiciliu și ce s-a constatat?',
      bg: 'Можете ли да извършите посещение на адреса и какво беше установено?',
      en: 'Can you make a home visit, and what did it show?',
    },
    help: {
      ro: 'Cereți o vizită numai dacă registrele nu sunt suficiente: ea îngreunează viața persoanei.',
      bg: 'Искайте посещение само ако регистрите не са достатъчни: то засяга личния живот на лицето.',
      en: 'Ask for a visit only if registers are not enough: it intrudes on the person’s life.',
    },
    purpose: {
      ro: 'Constatarea la fața locului a ceea ce registrele nu arată.',
      bg: 'Установяване на място на това, което регистрите не показват.',
      en: 'To see on the spot what registers do not show.',
    },
    purposes: EVERY_PURPOSE,
    personalData: true,
    required: false,
  },
];

/** What a request of type EX02 contains. */
export const REQUEST_LAYOUT: readonly Section[] = [
  PURPOSE_SECTION,
  {
    id: 'check',
    title: { ro: 'Ce se verifică', bg: 'Какво се проверява', en: 'What is to be checked' },
    fields: [
      {
        path: 'address',
        kind: 'address',
        label: { ro: 'Adresa de verificat', bg: 'Адрес за проверка', en: 'Address to check' },
        personalData: true,
        required: true,
      },
      {
        path: 'period',
        kind: 'period',
        label: { ro: 'Perioada de verificat', bg: 'Период за проверка', en: 'Period to check' },
        help: {
          ro: 'Lăsați sfârșitul necompletat pentru „până în prezent”.',
          bg: 'Оставете края празен за „до настоящия момент“.',
          en: 'Leave the end empty for “until now”.',
        },
        personalData: false,
        required: true,
      },
    ],
  },
  {
    id: 'questions',
    title: { ro: 'Întrebări', bg: 'Въпроси', en: 'Questions' },
    help: QUESTIONS_HELP,
    fields: QUESTIONS,
  },
];
