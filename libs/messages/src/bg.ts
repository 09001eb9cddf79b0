import access from '../locales/bg/access.json';
import agreements from '../locales/bg/agreements.json';
import audit from '../locales/bg/audit.json';
import common from '../locales/bg/common.json';
import directory from '../locales/bg/directory.json';
import errors from '../locales/bg/errors.json';
import exchanges from '../locales/bg/exchanges.json';
import forms from '../locales/bg/forms.json';
import pages from '../locales/bg/pages.json';
import shell from '../locales/bg/shell.json';
import trainings from '../locales/bg/trainings.json';
import type { Catalogue } from './ro';

/** All Bulgarian texts, by feature. */
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
