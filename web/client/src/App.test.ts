import { mount } from '@vue/test-utils'
import { expect, test } from 'vitest'
import App from './App.vue'

test('the console says its name', () => {
  expect(mount(App).get('h1').text()).toBe('Bordercast')
})
