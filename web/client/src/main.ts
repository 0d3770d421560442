import { createPinia } from 'pinia'
import { createApp, watchEffect } from 'vue'
import App from './App.vue'
import { makeI18n } from './i18n'
import { router } from './router'
import { useSettings } from './stores/settings'
import './theme/tokens.css'
import './theme/element.css'
import './theme/base.css'
import './theme/controls.css'

const app = createApp(App).use(createPinia())
const settings = useSettings()
const i18n = makeI18n(settings.locale)
watchEffect(() => (i18n.global.locale.value = settings.locale))
app.use(i18n).use(router).mount('#app')
