// One tooltip for the whole page: `v-tip="text"` shows it on hover and on keyboard focus, Escape hides it.

import type { Directive } from 'vue'

const texts = new WeakMap<HTMLElement, string>()
let bubble: HTMLElement | null = null
let owner: HTMLElement | null = null

function makeBubble(): HTMLElement {
  const made = document.createElement('div')
  made.id = 'tip'
  made.className = 'tip'
  made.setAttribute('role', 'tooltip')
  made.hidden = true
  document.body.append(made)
  document.addEventListener('keydown', (event) => event.key === 'Escape' && hide())
  document.addEventListener('scroll', hide, true)
  return made
}

function show(event: Event): void {
  const target = event.currentTarget as HTMLElement
  const text = texts.get(target)
  if (!text) return
  bubble ??= makeBubble()
  owner = target
  bubble.textContent = text
  bubble.dataset.surface = target.closest<HTMLElement>('[data-surface]')?.dataset.surface ?? 'desk'
  bubble.hidden = false
  target.setAttribute('aria-describedby', 'tip')
  place(target, bubble)
}

function place(target: HTMLElement, box: HTMLElement): void {
  const at = target.getBoundingClientRect()
  const { offsetWidth: width, offsetHeight: height } = box
  const below = at.bottom + 6 + height < window.innerHeight
  box.style.left = `${Math.max(8, Math.min(at.left, window.innerWidth - width - 8))}px`
  box.style.top = `${below ? at.bottom + 6 : Math.max(8, at.top - height - 6)}px`
}

function hide(): void {
  owner?.removeAttribute('aria-describedby')
  owner = null
  if (bubble) bubble.hidden = true
}

export const vTip: Directive<HTMLElement, string> = {
  mounted(element, { value }) {
    texts.set(element, value)
    element.addEventListener('mouseenter', show)
    element.addEventListener('focus', show)
    element.addEventListener('mouseleave', hide)
    element.addEventListener('blur', hide)
  },
  updated(element, { value }) {
    texts.set(element, value)
    if (owner === element && bubble) bubble.textContent = value
  },
  unmounted(element) {
    if (owner === element) hide()
  },
}
