import type { Browser } from 'playwright-core';
import type { VisitOptions } from '../visit';
import { type Language, Reader } from './reader';

/** Opens windows for a story. */
export type OpenWindow = (language: Language, options?: Omit<VisitOptions, 'locale'>) => Promise<Reader>;

/**
 * Tells a story in windows of its own. At its end each window is closed, which fails when a request left the origin
 * or the console showed an error in it; when the story breaks off, what stood in the windows is kept as pictures.
 */
export async function story(browser: Browser, tell: (open: OpenWindow) => Promise<void>): Promise<void> {
  const readers: Reader[] = [];
  const open: OpenWindow = async (language, options = {}) => {
    const reader = await Reader.open(browser, language, options);
    readers.push(reader);
    return reader;
  };
  try {
    await tell(open);
  } catch (error) {
    for (const reader of readers) await reader.breakOff();
    throw error;
  }
  for (const reader of readers) await reader.close();
}
