/** Starts and stops the product under test. */
export async function startProduct(): Promise<void> {
  await Promise.reject(new Error('The product cannot be started yet.'));
}

/** Stops what `startProduct` started. */
export async function stopProduct(): Promise<void> {
  await Promise.resolve();
}
