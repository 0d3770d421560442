// The tab of a seat's screen, remembered by the browser: a reload comes back to where one worked.

import { ref, watch, type Ref } from 'vue'

function remembered(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null // storage is forbidden: the first tab it is
  }
}

export function useTab<T extends string>(name: string, ids: readonly [T, ...T[]]): Ref<T> {
  const key = `bc.tab.${name}`
  const before = remembered(key)
  const tab = ref(ids.find((one) => one === before) ?? ids[0]) as Ref<T>
  watch(tab, (now) => {
    try {
      localStorage.setItem(key, now)
    } catch {
      // it is only not remembered
    }
  })
  return tab
}
