import type { Reader } from './reader';

/** What is said with a move. */
export interface Said {
  /** The coded reason, as it reads in the reader's language. */
  readonly reason?: string;
  readonly note?: string;
  /** What the page says when it is done. */
  readonly done: string;
}

const NOTE = { ro: 'Explicație', bg: 'Пояснение', en: 'Explanation' } as const;

/** Makes a move of the open case: by its button, and by what the question behind it asks for. */
export async function makeMove({ page, language }: Reader, button: string, said: Said): Promise<void> {
  await page.getByRole('button', { name: button, exact: true }).first().click();
  const dialog = page.getByRole('dialog');
  if (said.reason !== undefined) await dialog.getByRole('radio', { name: said.reason, exact: true }).check();
  if (said.note !== undefined) await dialog.getByLabel(NOTE[language]).fill(said.note);
  await dialog.getByRole('button', { name: button, exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByText(said.done).first().waitFor();
}
