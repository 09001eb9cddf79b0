/** What a scanner says of a file; the name of the threat is the scanner's own. */
export type Verdict = { readonly clean: true } | { readonly clean: false; readonly threat: string };

/** The scanner does not answer, or answers nonsense: the file stays in quarantine and is tried again. */
export class ScannerUnavailable extends Error {
  override readonly name = 'ScannerUnavailable';
}

/** Looks for malware. Only what a scanner called clean leaves the quarantine. */
export abstract class FileScanner {
  /** What stands in the trail as the one who said so. */
  abstract readonly name: string;

  /**
   * Reads the content whole and judges it.
   * @throws ScannerUnavailable
   */
  abstract scan(content: AsyncIterable<Buffer>): Promise<Verdict>;
}
