import { beforeEach, describe, expect, test } from 'vitest'
import { backOff, CAPACITY, newCommandId, Outbox, type CommandAck, type Outgoing } from './outbox'

const NAME = 'outbox.test'
const anAction = (n: number): Outgoing => ({
  cmd_id: `command-${n}`,
  type: 'market.set_price',
  args: { price: n },
  based_on: n,
})
const yes = (action: Outgoing): CommandAck => ({ ok: true, cmd_id: action.cmd_id, entry: 1, seq: 1, head8: 'abcd' })
const settle = () => new Promise((done) => setTimeout(done))

/** An outbox on a road that answers as the script says; without an answer the sender gives up waiting. */
function anOutbox(script: (action: Outgoing, nth: number) => CommandAck | null = yes) {
  const sent: string[] = []
  const told: string[] = []
  const road = {
    send: async (action: Outgoing) => {
      sent.push(action.cmd_id)
      const ack = script(action, sent.length)
      if (!ack) throw new Error('no answer')
      return ack
    },
    wait: () => Promise.resolve(),
  }
  const outbox = new Outbox(localStorage, NAME, road, {
    slow: (action) => told.push(`slow ${action.cmd_id}`),
    confirmed: (action) => told.push(`confirmed ${action.cmd_id}`),
    rejected: (action, ack) => told.push(`${ack.code} ${action.cmd_id}`),
  })
  return { outbox, sent, told }
}

beforeEach(() => localStorage.clear())

describe('an outbox', () => {
  test('writes an action down before it is sent', () => {
    const { outbox, sent } = anOutbox()

    outbox.add(anAction(1))

    expect(sent).toEqual([])
    expect(JSON.parse(localStorage.getItem(NAME)!)).toEqual([anAction(1)])
  })

  test('sends in order, one after the other, and forgets what was confirmed', async () => {
    const { outbox, sent, told } = anOutbox()
    outbox.open()

    for (const n of [1, 2, 3]) outbox.add(anAction(n))
    await settle()

    expect(sent).toEqual(['command-1', 'command-2', 'command-3'])
    expect(told).toEqual(['confirmed command-1', 'confirmed command-2', 'confirmed command-3'])
    expect(localStorage.getItem(NAME)).toBeNull()
  })

  test('sends the same id again when no answer came', async () => {
    const { outbox, sent, told } = anOutbox((action, nth) => (nth < 3 ? null : yes(action)))
    outbox.open()

    outbox.add(anAction(1))
    await settle()

    expect(sent).toEqual(['command-1', 'command-1', 'command-1'])
    expect(told.at(-1)).toBe('confirmed command-1')
  })

  test('sends what an earlier page left behind', async () => {
    anOutbox().outbox.add(anAction(1))
    const { outbox, sent } = anOutbox()

    outbox.open()
    await settle()

    expect(sent).toEqual(['command-1'])
  })

  test('reports a refusal and goes on with the next', async () => {
    const { outbox, told } = anOutbox((action, nth) =>
      nth === 1 ? { ok: false, code: 'below_floor_price', message: '' } : yes(action),
    )
    outbox.open()

    outbox.add(anAction(1))
    outbox.add(anAction(2))
    await settle()

    expect(told).toEqual(['below_floor_price command-1', 'confirmed command-2'])
  })

  test('tries again where the server says not now', async () => {
    const { outbox, told } = anOutbox((action, nth) =>
      nth === 1 ? { ok: false, code: 'rate_limited', message: '', facts: { retry_ms: 1 } } : yes(action),
    )
    outbox.open()

    outbox.add(anAction(1))
    await settle()

    expect(told).toEqual(['confirmed command-1'])
  })

  test('holds fifty and says no to the next', () => {
    const { outbox } = anOutbox()

    const taken = Array.from({ length: CAPACITY + 1 }, (_, n) => outbox.add(anAction(n)))

    expect(taken.filter(Boolean)).toHaveLength(CAPACITY)
    expect(taken.at(-1)).toBe(false)
  })

  test('starts empty when its storage holds rubbish', () => {
    localStorage.setItem(NAME, '{broken')

    expect(anOutbox().outbox.actions).toEqual([])
  })
})

test('waiting grows with the tries and never passes five seconds and a bit', () => {
  expect(backOff(0, () => 1)).toBe(750)
  expect(backOff(20, () => 1)).toBe(5250)
  expect(backOff(3, () => 0)).toBe(250)
})

test('command ids are as the server wants them and differ', () => {
  expect(newCommandId()).toMatch(/^[A-Za-z0-9_-]{8,64}$/)
  expect(newCommandId()).not.toBe(newCommandId())
})
