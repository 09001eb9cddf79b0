import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { publishDefinition } from '@soc-coop/forms';
import { CONFIG, type Config, ConfigError } from '../../platform/config';

/**
 * Publishes the exchange types of a folder when the process starts, so that a new type needs a file and no release.
 * A file that is not sound keeps the process from starting: an officer must never meet half a form.
 */
@Injectable()
export class PublishTypes implements OnModuleInit {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** @throws ConfigError naming every file with what is wrong in it */
  onModuleInit(): void {
    const folder = this.config.TYPES_FOLDER;
    if (folder === undefined) return;
    const problems = filesOf(folder).flatMap((file) => problemsOf(folder, file));
    if (problems.length > 0)
      throw new ConfigError(problems.map((problem) => ({ name: 'TYPES_FOLDER', problem })));
  }
}

const filesOf = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .sort();
  } catch {
    throw new ConfigError([{ name: 'TYPES_FOLDER', problem: 'is not a folder that can be read' }]);
  }
};

const problemsOf = (folder: string, file: string): readonly string[] => {
  const data = readJson(join(folder, file));
  if (data === undefined) return [`${file} is not JSON`];
  return publishDefinition(data).map(({ code, place }) => `${file}: ${code} ${place}`);
};

const readJson = (path: string): unknown => {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
};
