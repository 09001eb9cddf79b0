import access from '../locales/en/access.json';
import agreements from '../locales/en/agreements.json';
import audit from '../locales/en/audit.json';
import common from '../locales/en/common.json';
import directory from '../locales/en/directory.json';
import errors from '../locales/en/errors.json';
import exchanges from '../locales/en/exchanges.json';
import forms from '../locales/en/forms.json';
import pages from '../locales/en/pages.json';
import shell from '../locales/en/shell.json';
import trainings from '../locales/en/trainings.json';
import type { Catalogue } from './ro';

/** All English texts, by feature. */
const catalogue: Catalogue = {
  access,
  agreements,
  audit,
  common,
  directory,
  errors,
  exchanges,
  forms,
  pages,
  shell,
  trainings,
};

export default catalogue;
