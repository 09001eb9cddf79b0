import { BG, date, markAnswer } from './case-steps';
import type { Reader } from './reader';

/** Writes in Romanian what somebody earned and drives: the questions of EX03. */
export async function askMeans({ page }: Reader): Promise<void> {
  await page.getByRole('heading', { name: 'Ce doriți să aflați?' }).waitFor();
  const purpose = page.getByRole('region', { name: 'Scopul cererii' });
  await purpose.getByLabel('Scopul').selectOption('NEW_APPLICATION');
  const persons = page.getByRole('region', { name: 'Persoanele verificate' });
  await persons.getByRole('radio', { name: 'nu', exact: true }).check();
  await page.getByLabel('Din luna').fill('2026-05');
  await page.getByLabel('Până în luna, inclusiv').fill('2026-09');
  for (const question of ['Ce venituri a avut persoana', 'Ce vehicule și utilaje are persoana'])
    await page.getByRole('checkbox', { name: new RegExp(`^${question}`) }).check();
  await page.getByRole('button', { name: 'Continuați', exact: true }).click();
}

/** Answers it in Bulgarian and in part: a wage, and why nothing can be said of vehicles yet; then asks to send it. */
export async function answerMeans(reader: Reader, wage: string): Promise<void> {
  const { page } = reader;
  await page.getByRole('heading', { name: 'Отговор на искането' }).waitFor();
  const incomes = page.getByRole('region', { name: 'Доходи' });
  await incomes.getByRole('button', { name: 'Добавяне на ред' }).click();
  const row = incomes.getByRole('group', { name: 'Доходи 1' });
  await row.getByLabel('Вид на дохода').selectOption({ label: 'трудово възнаграждение' });
  await row.getByRole('radio', { name: 'брутно' }).check();
  await row.getByLabel('Сума').last().fill(wage);
  await row.getByLabel('Валута').selectOption('EUR');
  await row.getByRole('radio', { name: 'за всеки месец от период' }).check();
  const period = row.getByRole('group', { name: 'Период' });
  await date(period, 'От', BG, '2026-05-01');
  await date(period, 'До', BG, '2026-09-30');
  await row.getByLabel('Вид на платеца').selectOption({ label: 'работодател' });
  await row.getByLabel('Източник').selectOption('EMPLOYMENT');
  const vehicles = page.getByRole('region', { name: 'Превозни средства и техника' });
  await vehicles.getByLabel('Защо липсва отговор').selectOption('LT');
  await vehicles.getByLabel('Обяснение').fill('Справката от регистъра се очаква.');
  await reader.check('answer: incomes in part');
  await markAnswer(reader, 'извлечение от регистър', /^частичен/);
}
