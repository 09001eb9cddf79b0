import { PURPOSE_LIST, type Condition, type Field, type Section } from '../../definition';
import { GENERAL_PURPOSES } from './lists';

/** The most questions of own text one request may ask. */
const MOST_QUESTIONS = 10;

/** The numbers of the questions: 1 to 10. */
export const QUESTION_NUMBERS: readonly number[] = Array.from({ length: MOST_QUESTIONS }, (_, at) => at + 1);

const EVERY_PURPOSE: readonly string[] = GENERAL_PURPOSES.map(({ code }) => code);

const isAsked = (number: number): Condition => ({ field: `questions.Q${number}.asked`, in: [true] });

/**
 * One question of own text. It is a question like any other: ticked, with a purpose, under a number that stays
 * its own when the request is corrected; a row of a table would change its place under the answer. The next one
 * shows when this one is asked, so that the numbers have no holes.
 */
const questionFields = (number: number): readonly Field[] => [
  {
    path: `questions.Q${number}`,
    kind: 'question',
    question: `Q${number}`,
    label: { ro: `Întrebarea ${number}`, bg: `Въпрос ${number}`, en: `Question ${number}` },
    purpose: {
      ro: 'Informații de care are nevoie instituția care întreabă, pentru scopul ales.',
      bg: 'Информация, необходима на питащата институция за избраната цел.',
      en: 'Information the asking institution needs, for the purpose chosen.',
    },
    purposes: EVERY_PURPOSE,
    personalData: false,
    required: false,
    ...(number > 1 ? { when: [isAsked(number - 1)] } : {}),
  },
  {
    path: `own.Q${number}.topic`,
    kind: 'code',
    list: 'EX11-TOPIC',
    label: {
      ro: `Tema întrebării ${number}`,
      bg: `Тема на въпрос ${number}`,
      en: `Topic of question ${number}`,
    },
    personalData: false,
    required: true,
    when: [isAsked(number)],
  },
  {
    path: `own.Q${number}.text`,
    kind: 'longText',
    maxLength: 2000,
    label: {
      ro: `Textul întrebării ${number}`,
      bg: `Текст на въпрос ${number}`,
      en: `Text of question ${number}`,
    },
    help: {
      ro: 'O singură întrebare, fără date despre sănătate, origine, religie, opinii, viață intimă sau condamnări.',
      bg: 'Един въпрос, без данни за здраве, произход, религия, убеждения, интимен живот или присъди.',
      en: 'One question only, with no data on health, origin, religion, opinions, intimate life or convictions.',
    },
    personalData: true,
    required: true,
    when: [isAsked(number)],
  },
];

const MATTER: Section = {
  id: 'matter',
  title: { ro: 'Obiectul cererii', bg: 'Предмет на искането', en: 'What the request is about' },
  help: {
    ro: 'Pentru verificări despre o persoană folosiți tipul de cerere potrivit. Cererea generală nu poate conține date din categorii speciale (sănătate, origine, religie, opinii politice, viață sexuală, date genetice sau biometrice).',
    bg: 'За проверки относно лице използвайте съответния вид искане. Общото искане не може да съдържа специални категории данни (здраве, произход, религия, политически възгледи, сексуален живот, генетични или биометрични данни).',
    en: 'To check something about a person, use the type of request made for it. A general request must hold no special categories of data (health, origin, religion, political opinions, sex life, genetic or biometric data).',
  },
  fields: [
    {
      path: 'area',
      kind: 'code',
      list: 'EX11-AREA',
      label: { ro: 'Domeniul', bg: 'Област', en: 'Subject area' },
      personalData: false,
      required: true,
    },
    {
      path: 'purpose',
      kind: 'code',
      list: PURPOSE_LIST,
      label: { ro: 'Scopul', bg: 'Цел', en: 'Purpose' },
      personalData: false,
      required: true,
    },
    {
      path: 'background',
      kind: 'longText',
      label: { ro: 'Contextul', bg: 'Контекст', en: 'Background' },
      help: {
        ro: 'Numai ce este necesar pentru a înțelege întrebările.',
        bg: 'Само необходимото за разбиране на въпросите.',
        en: 'Only what is needed to understand the questions.',
      },
      personalData: true,
      required: false,
    },
  ],
};

/** The field on whose answer the person block depends. */
export const ABOUT_A_PERSON: Condition = { field: 'personalData', in: ['YES'] };

const PERSONAL_DATA: Section = {
  id: 'personalData',
  title: { ro: 'Date cu caracter personal', bg: 'Лични данни', en: 'Personal data' },
  fields: [
    {
      path: 'personalData',
      kind: 'yesNo',
      label: {
        ro: 'Cererea conține date cu caracter personal',
        bg: 'Искането съдържа лични данни',
        en: 'The request contains personal data',
      },
      help: {
        ro: 'Lipsa răspunsului înseamnă „nu”. La „da” completați și datele persoanei; la „nu” ele trebuie să lipsească.',
        bg: 'Липсата на отговор означава „не“. При „да“ попълнете и данните на лицето; при „не“ те трябва да липсват.',
        en: 'No answer means “no”. With “yes”, fill in the person as well; with “no” there must be none.',
      },
      personalData: false,
      required: false,
    },
    {
      path: 'personalDataReason',
      kind: 'longText',
      maxLength: 1000,
      label: {
        ro: 'De ce sunt necesare datele persoanei și de ce nu se potrivește alt tip de cerere',
        bg: 'Защо са необходими данните на лицето и защо не е подходящ друг вид искане',
        en: 'Why the person’s data are needed, and why no other type of request fits',
      },
      personalData: false,
      required: true,
      when: [ABOUT_A_PERSON],
    },
  ],
};

/** What a request of type EX11 contains. */
export const REQUEST_LAYOUT: readonly Section[] = [
  MATTER,
  PERSONAL_DATA,
  {
    id: 'questions',
    title: { ro: 'Întrebări', bg: 'Въпроси', en: 'Questions' },
    help: {
      ro: 'Formulați fiecare întrebare separat; următoarea apare după ce ați bifat-o pe cea dinainte. Dacă renunțați la o întrebare, se pierd și cele de după ea.',
      bg: 'Формулирайте всеки въпрос отделно; следващият се появява, след като отбележите предходния. Ако се откажете от въпрос, отпадат и въпросите след него.',
      en: 'Put each question separately; the next one appears when you tick the one before. If you give up a question, those after it are dropped as well.',
    },
    fields: QUESTION_NUMBERS.flatMap(questionFields),
  },
];
