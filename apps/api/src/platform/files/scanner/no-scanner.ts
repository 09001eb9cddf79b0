import { FileScanner, type Verdict } from './file-scanner';

/** For development and demonstrations: calls everything clean, and the product says so when it starts. */
export class NoScanner extends FileScanner {
  override readonly name = 'none';

  override async scan(): Promise<Verdict> {
    return { clean: true };
  }
}
