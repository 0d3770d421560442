// The life of every action, for the control that started it: sending, still sending, confirmed with its step number,
// or rejected with the reason.

import { reactive } from 'vue'
import type { Facts } from '../api'
import { CAPACITY, newCommandId, Outbox, type Listener, type Outgoing, type Road } from '../outbox'

export interface ActionState {
  id: string
  control: string
  type: string
  phase: 'sending' | 'slow' | 'confirmed' | 'rejected'
  since: number
  entry?: number
  refusal?: { code: string; message: string; facts: Facts }
}

const SHOWN_MS = 4000

export class Actions {
  /** Newest action of each control. */
  readonly of = reactive(new Map<string, ActionState>())
  readonly counts = reactive({ waiting: 0, confirmed: 0, refused: 0, entry: 0, head: '' })
  private readonly controls = new Map<string, string>()
  private readonly outbox: Outbox

  constructor(storage: Storage, name: string, road: Road) {
    this.outbox = new Outbox(storage, name, road, this.listener())
    this.count()
  }

  private listener(): Listener {
    return {
      slow: (action) => this.move(action, { phase: 'slow' }),
      confirmed: (action, ack) => {
        this.counts.confirmed += 1
        this.counts.entry = Math.max(this.counts.entry, ack.entry)
        this.counts.head = ack.head8
        this.move(action, { phase: 'confirmed', entry: ack.entry })
        setTimeout(() => this.forget(action), SHOWN_MS)
      },
      rejected: (action, { code, message, facts }) => {
        this.counts.refused += 1
        this.move(action, { phase: 'rejected', refusal: { code, message, facts: facts ?? {} } })
      },
    }
  }

  private count(): void {
    this.counts.waiting = this.outbox.actions.length
  }

  private move(action: Outgoing, change: Partial<ActionState>): void {
    this.count()
    const state = this.of.get(this.controls.get(action.cmd_id) ?? action.type)
    if (state?.id === action.cmd_id) Object.assign(state, change)
    else if (change.phase === 'rejected') this.show(action, action.type, change)
  }

  private show(action: Outgoing, control: string, change: Partial<ActionState> = {}): void {
    this.controls.set(action.cmd_id, control)
    this.of.set(control, {
      id: action.cmd_id,
      control,
      type: action.type,
      phase: 'sending',
      since: Date.now(),
      ...change,
    })
  }

  private forget(action: Outgoing): void {
    const control = this.controls.get(action.cmd_id)
    this.controls.delete(action.cmd_id)
    if (control && this.of.get(control)?.id === action.cmd_id) this.of.delete(control)
  }

  send(control: string, type: string, args: Record<string, unknown>, basedOn: number, text?: string): void {
    const action: Outgoing = { cmd_id: newCommandId(), type, args, based_on: basedOn, ...(text ? { text } : {}) }
    this.show(action, control)
    if (!this.outbox.add(action)) {
      const refusal = {
        code: 'outbox_full',
        message: `expected fewer than ${CAPACITY} waiting actions`,
        facts: { limit: CAPACITY },
      }
      this.move(action, { phase: 'rejected', refusal })
    }
    this.count()
  }

  dismiss(control: string): void {
    this.of.delete(control)
  }

  open(): void {
    this.outbox.open()
  }

  close(): void {
    this.outbox.close()
  }
}
