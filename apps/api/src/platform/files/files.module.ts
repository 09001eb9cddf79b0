import { Module, type OnApplicationBootstrap } from '@nestjs/common';
import { CONFIG, type Config } from '../config';
import { Logger } from '../log';
import { FileScanner } from './scanner/file-scanner';
import { makeScanner } from './scanner/make-scanner';
import { FileStore } from './store/file-store';
import { makeStore } from './store/make-store';

const providers = [
  { provide: FileStore, inject: [CONFIG], useFactory: (config: Config) => makeStore(config) },
  { provide: FileScanner, inject: [CONFIG], useFactory: (config: Config) => makeScanner(config) },
];

/** Where files are kept and who looks for malware in them, as the settings say. */
@Module({ providers, exports: providers.map(({ provide }) => provide) })
export class FilesModule implements OnApplicationBootstrap {
  constructor(
    private readonly scanner: FileScanner,
    private readonly logger: Logger,
  ) {}

  /** Nobody runs without a scanner unawares. */
  onApplicationBootstrap(): void {
    if (this.scanner.name === 'none')
      this.logger.warn('attached files are not looked through for malware: FILE_SCANNER is none');
  }
}
