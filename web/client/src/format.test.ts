import { expect, test } from 'vitest'
import {
  clockface,
  count,
  factor,
  money,
  parseMoney,
  percent,
  plainMoney,
  shortMoney,
  signed,
  span,
  UNKNOWN,
} from './format'

test.each([
  [248000, 'USD', 'en', '$2,480.00'],
  [248000, 'USD', 'zh-CN', 'US$2,480.00'],
  [1200, 'JPY', 'en', '¥1,200'],
  [null, 'USD', 'en', UNKNOWN],
] as const)('money %s %s in %s is %s', (minor, currency, locale, text) => {
  expect(money(minor, currency, locale)).toBe(text)
})

test('large money is short: K and M in English, 万 in Chinese', () => {
  expect(shortMoney(123_456_700, 'USD', 'en')).toBe('$1.2M')
  expect(shortMoney(123_456_700, 'USD', 'zh-CN')).toBe('US$123.5万')
})

test('large counts are short, small ones exact', () => {
  expect(count(9999, 'en')).toBe('9,999')
  expect(count(250_000, 'zh-CN')).toBe('25万')
})

test('unknown is a dash and never zero', () => {
  expect([count(null, 'en'), percent(undefined, 'en'), span(null, 'en'), factor(null, 'en')]).toEqual(
    Array(4).fill(UNKNOWN),
  )
})

test('ratios are percentages or factors of parts per million', () => {
  expect(percent(118_000, 'en')).toBe('11.8%')
  expect(factor(1_800_000, 'en')).toBe('1.80×')
  expect(signed(0.081, 'en')).toBe('+8%')
})

test.each([
  [65, '1:05'],
  [3720, '1:02:00'],
  [-5, '0:00'],
])('a countdown of %s s reads %s', (seconds, text) => {
  expect(clockface(seconds)).toBe(text)
})

test('a span has at most two units', () => {
  expect(span(90_061, 'en')).toBe('1 day 1 hr')
  expect(span(260, 'zh-CN')).toBe('4分钟 20秒')
})

test.each([
  ['24.80', 2480],
  ['1,200', 120000],
  ['9,5', 950],
  ['$12', 1200],
  ['0', null],
  ['abc', null],
  ['-4', null],
])('typed price %s is %s minor units', (typed, minor) => {
  expect(parseMoney(typed, 'USD')).toBe(minor)
})

test('a form shows the same price that it reads back', () => {
  expect(parseMoney(plainMoney(2480, 'USD'), 'USD')).toBe(2480)
})
