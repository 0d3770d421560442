import { mount } from '@vue/test-utils'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { makeI18n } from '../i18n'
import HoldButton from './HoldButton.vue'

const aButton = (props = {}) => mount(HoldButton, { props, slots: { default: 'End' }, global: { plugins: [makeI18n('en')] } })

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('a second of holding is meant', async () => {
  const button = aButton()

  await button.trigger('pointerdown')
  vi.advanceTimersByTime(1000)

  expect(button.emitted('held')).toHaveLength(1)
})

test.each(['pointerup', 'pointerleave', 'blur'])('%s before a second takes it back', async (event) => {
  const button = aButton()

  await button.trigger('pointerdown')
  vi.advanceTimersByTime(900)
  await button.trigger(event)
  vi.advanceTimersByTime(5000)

  expect(button.emitted('held')).toBeUndefined()
})

test('the keyboard holds as well, once', async () => {
  const button = aButton()

  await button.trigger('keydown', { key: 'Enter' })
  await button.trigger('keydown', { key: 'Enter', repeat: true })
  vi.advanceTimersByTime(2500)

  expect(button.emitted('held')).toHaveLength(1)
})

test('a disabled button is not held', async () => {
  const button = aButton({ disabled: true })

  await button.trigger('pointerdown')
  vi.advanceTimersByTime(2000)

  expect(button.emitted('held')).toBeUndefined()
})
