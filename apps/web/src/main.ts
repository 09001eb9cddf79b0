import { addAPIProvider, addIcon } from '@iconify/vue';
import { VueQueryPlugin } from '@tanstack/vue-query';
import { createPinia } from 'pinia';
import { init as registerIcons } from 'virtual:nuxt-ui-icons';
import { createApp } from 'vue';
import App from './app/App.vue';
import { followColourScheme } from './app/colour-scheme';
import { queryClient } from './app/query-client';
import { followUpgrades } from './app/follow-upgrades';
import { createAppRouter } from './app/router';
import './main.css';
import { i18n } from './shared/i18n/i18n';

// The icons named in the source are built in; the kit's other run-time plugins would write <style> elements.
registerIcons((name, data) => addIcon(name, data));
// An icon that was not built in must stay absent: nothing is asked of anybody else's server.
addAPIProvider('', { resources: [] });
followColourScheme();

const app = createApp(App);
app.use(createPinia());
followUpgrades();
app.use(i18n);
app.use(VueQueryPlugin, { queryClient });
app.use(createAppRouter());
app.mount('#app');
