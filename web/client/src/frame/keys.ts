// Shortcuts: Alt and a letter always; the letter alone where the reader switched that on and is not typing.

import { onBeforeUnmount, onMounted } from 'vue'
import { useSettings } from '../stores/settings'

/** Handlers by the key's place on the keyboard: `KeyN`, `Digit1`, `Space`. */
export type Keys = Record<string, () => void>

const TYPING = new Set(['INPUT', 'TEXTAREA', 'SELECT'])

export function useKeys(keys: Keys): void {
  const settings = useSettings()

  function press(event: KeyboardEvent): void {
    const run = keys[event.code]
    if (!run || event.ctrlKey || event.metaKey || event.repeat) return
    const isTyping = TYPING.has((event.target as HTMLElement).tagName)
    if (!event.altKey && (isTyping || !settings.singleKeys)) return
    event.preventDefault()
    run()
  }

  onMounted(() => window.addEventListener('keydown', press))
  onBeforeUnmount(() => window.removeEventListener('keydown', press))
}
