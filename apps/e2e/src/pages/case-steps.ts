import type { InventedPerson } from '@soc-coop/testing';
import type { Locator, Page } from 'playwright-core';
import { BACKGROUND, STREET } from '../api/first-case';
import type { Reader } from './reader';

/** Day, month and year, as three fields. */
export const date = async (
  within: Page | Locator,
  group: string,
  words: readonly [string, string, string],
  day: string,
) => {
  const fields = within.getByRole('group', { name: group });
  const [year = '', month = '', dayOfMonth = ''] = day.split('-');
  await fields.getByLabel(words[0]).fill(dayOfMonth);
  await fields.getByLabel(words[1]).fill(month);
  await fields.getByLabel(words[2]).fill(year);
};
export const RO = ['Ziua', 'Luna', 'Anul'] as const;
export const BG = ['Ден', 'Месец', 'Година'] as const;

/** Writes a request of Constanța to Dobrich in Romanian, looking at every step of it; ends before sending. */
export async function writeRequest(reader: Reader, person: InventedPerson): Promise<void> {
  const { page } = reader;
  await page.getByRole('link', { name: 'Cerere nouă' }).first().click();
  await page.getByRole('heading', { name: 'Cerere nouă' }).waitFor();
  await page.getByRole('button', { name: 'Continuați', exact: true }).click();
  await page.getByText('Alegeți unitatea căreia îi adresați cererea.').first().waitFor();
  await reader.check('new-exchange with what is missing');
  await page.getByLabel('Tipul cererii').selectOption('EX02');
  // The finder reads both scripts.
  await page.getByLabel('Numele instituției').fill('Добрич');
  await page.getByRole('radio', { name: /DRAS Dobrich/ }).check();
  await page.getByText('Acordul permite acest schimb').waitFor();
  await page.getByLabel('Numărul dosarului național').fill('1024/2026');
  await reader.check('new-exchange');
  await page.getByRole('button', { name: 'Continuați', exact: true }).click();
  await writePerson(reader, person);
  await writeQuestions(reader);
  await page.getByRole('heading', { name: 'Verificați înainte de trimitere' }).waitFor();
  await page.getByText('Acordul permite acest schimb').waitFor();
}

/** Goes to a new request in Romanian, of a type, to an office found by its name; ends at the questions' door. */
export async function begin({ page }: Reader, type: string, office: string): Promise<void> {
  await page.getByRole('link', { name: 'Cerere nouă' }).first().click();
  await page.getByLabel('Tipul cererii').selectOption(type);
  await page.getByLabel('Numele instituției').fill(office);
  await page.getByRole('radio', { name: new RegExp(`^DRAS ${office}`) }).check();
  await page.getByText('Acordul permite acest schimb').waitFor();
  await page.getByRole('button', { name: 'Continuați', exact: true }).click();
  await page.getByRole('heading', { name: 'Despre cine este vorba?' }).waitFor();
}

/** Sends what was written in Romanian and gives the number it got. */
export async function send({ page }: Reader, prefix: string): Promise<string> {
  await page.getByRole('heading', { name: 'Verificați înainte de trimitere' }).waitFor();
  await page.getByRole('button', { name: 'Trimiterea cererii' }).click();
  await page.getByText('Cererea a fost trimisă cu numărul').first().waitFor();
  const number = page.getByText(new RegExp(`^${prefix}-\\d{4}-\\d{6}$`)).first();
  return (await number.textContent()) ?? '';
}

/** Writes the person block in Romanian. */
export async function writePerson(reader: Reader, person: InventedPerson): Promise<void> {
  const { page } = reader;
  await page.getByRole('heading', { name: 'Despre cine este vorba?' }).waitFor();
  await page.getByLabel('Numele de familie').fill(person.familyName);
  await page.getByLabel('Prenumele', { exact: true }).fill(person.givenName);
  await date(page, 'Data nașterii', RO, person.birthDate);
  await page.getByLabel('Sexul').selectOption(person.sex === 'female' ? 'F' : 'M');
  const numbers = page.getByRole('region', { name: 'Numere de identificare' });
  await numbers.getByRole('button', { name: 'Adăugați un rând' }).click();
  await numbers.getByRole('radio', { name: /^EGN/ }).check();
  await numbers.getByLabel('Numărul', { exact: true }).fill(person.identifier.value);
  await page.getByText('Salvat la').waitFor();
  await reader.check('draft: the person');
  await page.getByRole('button', { name: 'Continuați', exact: true }).click();
}

async function writeQuestions(reader: Reader): Promise<void> {
  const { page } = reader;
  await page.getByRole('heading', { name: 'Ce doriți să aflați?' }).waitFor();
  await page
    .getByRole('region', { name: 'Scopul cererii' })
    .getByLabel('Scopul')
    .selectOption('NEW_APPLICATION');
  await page.getByLabel('Ce se cunoaște la noi').fill(BACKGROUND);
  const address = page.getByRole('group', { name: 'Adresa de verificat' });
  await address.getByLabel('Țara').selectOption('BG');
  await address.getByLabel('Localitatea').fill('Добрич');
  await address.getByLabel(/^Strada/).fill(STREET);
  const period = page.getByRole('group', { name: 'Perioada de verificat' });
  await date(period, 'De la', RO, '2026-01-01');
  await date(period, 'Până la', RO, '2026-09-30');
  for (const question of ['La ce adrese este înregistrată persoana', 'Persoana locuiește efectiv'])
    await page.getByRole('checkbox', { name: new RegExp(`^${question}`) }).check();
  await reader.check('draft: the questions');
  await page.getByRole('button', { name: 'Continuați', exact: true }).click();
}

/** Writes Dobrich's answer in Bulgarian; ends with the question whether to send it. */
export async function writeAnswer(reader: Reader): Promise<void> {
  const { page } = reader;
  await page.getByRole('heading', { name: 'Отговор на искането' }).waitFor();
  const registered = page.getByRole('region', { name: 'Регистрирани адреси' });
  await registered.getByRole('button', { name: 'Добавяне на ред' }).click();
  await registered.getByRole('radio', { name: 'настоящ адрес' }).check();
  const address = registered.getByRole('group', { name: 'Адрес' });
  await address.getByLabel('Държава').selectOption('BG');
  await address.getByLabel('Населено място').fill('Добрич');
  await date(registered, 'От', BG, '2026-05-04');
  const actual = page.getByRole('region', { name: 'Действително пребиваване' });
  await actual.getByRole('radio', { name: 'живее на адреса', exact: true }).check();
  await date(actual, 'От кога', BG, '2026-05-04');
  await page.getByText('Записано в').waitFor();
  await reader.check('answer');
  await markAnswer(reader, 'извлечение от регистър');
}

/** Says of an answer in Bulgarian that it is full, unless told otherwise, and what it rests on; then asks to send it. */
export async function markAnswer(
  { page }: Reader,
  source: string,
  completeness: RegExp = /^пълен/,
): Promise<void> {
  await page.getByRole('radio', { name: completeness }).check();
  await page.getByLabel('На какво се основава').selectOption({ label: source });
  await page.getByRole('button', { name: 'Изпращане на отговора' }).click();
}
