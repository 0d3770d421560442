import { defineStore } from 'pinia'
import { ref, watchEffect } from 'vue'
import type { Locale } from '../format'

interface Settings {
  locale: Locale
  redIsUp: boolean
  singleKeys: boolean
  feedOpen: boolean
}

const NAME = 'bc.settings'

function restore(): Partial<Settings> {
  try {
    return JSON.parse(localStorage.getItem(NAME) ?? '{}')
  } catch {
    return {}
  }
}

const asked = (): Locale | null => {
  const lang = new URLSearchParams(location.search).get('lang')
  return lang ? (lang.startsWith('zh') ? 'zh-CN' : 'en') : null
}

/** What the reader chose for this browser: language, colours, keys. */
export const useSettings = defineStore('settings', () => {
  const saved = restore()
  const locale = ref<Locale>(asked() ?? saved.locale ?? (navigator.language.startsWith('zh') ? 'zh-CN' : 'en'))
  const redIsUp = ref(saved.redIsUp ?? locale.value === 'zh-CN')
  const singleKeys = ref(saved.singleKeys ?? false)
  const feedOpen = ref(saved.feedOpen ?? window.innerWidth >= 1600)

  watchEffect(() => {
    const all: Settings = {
      locale: locale.value,
      redIsUp: redIsUp.value,
      singleKeys: singleKeys.value,
      feedOpen: feedOpen.value,
    }
    localStorage.setItem(NAME, JSON.stringify(all))
    document.documentElement.lang = locale.value
    document.documentElement.dataset.up = redIsUp.value ? 'red' : 'green'
  })

  return { locale, redIsUp, singleKeys, feedOpen }
})
