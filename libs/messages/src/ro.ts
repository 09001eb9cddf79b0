import access from '../locales/ro/access.json';
import agreements from '../locales/ro/agreements.json';
import audit from '../locales/ro/audit.json';
import common from '../locales/ro/common.json';
import directory from '../locales/ro/directory.json';
import errors from '../locales/ro/errors.json';
import exchanges from '../locales/ro/exchanges.json';
import forms from '../locales/ro/forms.json';
import pages from '../locales/ro/pages.json';
import shell from '../locales/ro/shell.json';
import trainings from '../locales/ro/trainings.json';

const catalogue = {
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

/** The shape every locale must have; Romanian is the one the keys are read from. */
export type Catalogue = typeof catalogue;

/** All Romanian texts, by feature. */
export default catalogue;
