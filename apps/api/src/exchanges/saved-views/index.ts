import { SavedViewRepository } from './saved-view.repository';
import { SavedViewsResolver } from './saved-views.resolver';
import { SavedViewsService } from './saved-views.service';

/** What the module of exchanges provides of this corner. */
export const SAVED_VIEWS = [SavedViewRepository, SavedViewsResolver, SavedViewsService];
